create view clinic.diagnosis as
select d.id,
       d.patient_id,
       d.sct_code,
       d.icd10cm_code,
       (select k.code
        from fhir.codings k
        where k.resource_key = d.resource_key and k.element = 'Condition.severity' and k.code is not null
        order by k.position
        fetch first 1 row only) as severity_code,
       (select min(k.code)
        from fhir.codings k
        where k.resource_key = d.resource_key and k.element = 'Condition.clinicalStatus' and k.position >= 0
          and k.system = 'http://terminology.hl7.org/CodeSystem/condition-clinical') as clinical_status,
       d.verification_status,
       nullif(nullif(d.onset_from, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as onset_from,
       nullif(nullif(d.onset_to, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as onset_before,
       nullif(nullif(d.recorded_from, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as recorded_from,
       cast(case when d.failed_adequate_trials between 0 and 2147483647
                      and d.failed_adequate_trials = floor(d.failed_adequate_trials)
                 then d.failed_adequate_trials end as integer) as failed_adequate_trials
from (select c.*,
             (select min(k.code)
              from fhir.codings k
              where k.resource_key = c.resource_key and k.element = 'Condition.code' and k.position >= 0
                and k.system = 'http://snomed.info/sct'
                and k.code in ('370143000', '36923009', '66344007', '15639000', '76441001', '832007', '450714000', '18818009', '36474008',
                         '28475009')) as sct_code,
             (select min(k.code)
              from fhir.codings k
              where k.resource_key = c.resource_key and k.element = 'Condition.code' and k.position >= 0
                and k.system = 'http://hl7.org/fhir/sid/icd-10-cm'
                and (k.code like 'F32%' or k.code like 'F33%')) as icd10cm_code,
             (select min(k.code)
              from fhir.codings k
              where k.resource_key = c.resource_key and k.element = 'Condition.verificationStatus'
                and k.position >= 0
                and k.system = 'http://terminology.hl7.org/CodeSystem/condition-ver-status') as verification_status
      from fhir.conditions c) d
where coalesce(d.verification_status, '') <> 'entered-in-error'
  and (d.sct_code is not null or d.icd10cm_code is not null);
comment on view clinic.diagnosis is 'One row for each Condition that is a depression.';
comment on column clinic.diagnosis.id is 'Condition.id';
comment on column clinic.diagnosis.patient_id is 'Condition.subject';
comment on column clinic.diagnosis.sct_code is 'Condition.code in SNOMED CT, of those that mean a depressive disorder';
comment on column clinic.diagnosis.icd10cm_code is 'Condition.code in ICD-10-CM, F32 or F33';
comment on column clinic.diagnosis.severity_code is 'Condition.severity, first coding';
comment on column clinic.diagnosis.clinical_status is 'Condition.clinicalStatus';
comment on column clinic.diagnosis.verification_status is 'Condition.verificationStatus';
comment on column clinic.diagnosis.onset_from is 'Condition.onset[x], first instant it may mean';
comment on column clinic.diagnosis.onset_before is 'Condition.onset[x], first instant after it';
comment on column clinic.diagnosis.recorded_from is 'Condition.recordedDate, first instant it may mean';
comment on column clinic.diagnosis.failed_adequate_trials is 'trials; Condition.extension(failed-adequate-trials): two or more are called treatment-resistant';
