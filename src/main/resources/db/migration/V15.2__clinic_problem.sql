create view clinic.problem as
select c.id,
       c.patient_id,
       c.code_text,
       c.clinical_status,
       nullif(nullif(c.onset_from, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as onset_from
from (select o.*,
             (select min(k.code)
              from fhir.codings k
              where k.resource_key = o.resource_key and k.element = 'Condition.clinicalStatus' and k.position >= 0
                and k.system = 'http://terminology.hl7.org/CodeSystem/condition-clinical') as clinical_status,
             (select min(k.code)
              from fhir.codings k
              where k.resource_key = o.resource_key and k.element = 'Condition.verificationStatus'
                and k.position >= 0
                and k.system = 'http://terminology.hl7.org/CodeSystem/condition-ver-status') as verification_status
      from fhir.conditions o) c
where coalesce(c.verification_status, '') not in ('entered-in-error', 'refuted')
  and not exists (select 1 from clinic.diagnosis d where d.id = c.id);
comment on view clinic.problem is 'One row for each Condition that is no depression.';
comment on column clinic.problem.id is 'Condition.id';
comment on column clinic.problem.patient_id is 'Condition.subject';
comment on column clinic.problem.code_text is 'Condition.code.text, else its first display';
comment on column clinic.problem.clinical_status is 'Condition.clinicalStatus';
comment on column clinic.problem.onset_from is 'Condition.onset[x], first instant it may mean';
