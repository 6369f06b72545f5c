create view clinic.consent as
select c.id,
       c.patient_id,
       c.consented_start as consented_at,
       nullif(nullif(c.consented_from, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as consented_from,
       nullif(nullif(c.consented_to, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as consented_before,
       c.form_uri,
       c.decision_code as decision,
       c.applies_start as applies_from,
       c.applies_end as applies_until,
       c.status in ('inactive', 'rejected') as withdrawn,
       c.status
from fhir.consents c
where coalesce(c.status, '') <> 'entered-in-error'
  and exists (select 1
              from fhir.codings k
              where k.resource_key = c.resource_key and k.position >= 0
                and ((k.element = 'Consent.scope' and k.system = 'http://terminology.hl7.org/CodeSystem/consentscope'
                      and k.code = 'treatment')
                  or (k.element = 'Consent.category' and k.system = 'http://loinc.org' and k.code = '59284-0')));
comment on view clinic.consent is 'One row for each Consent to treatment.';
comment on column clinic.consent.id is 'Consent.id';
comment on column clinic.consent.patient_id is 'Consent.patient';
comment on column clinic.consent.consented_at is 'Consent.dateTime, when written with a time';
comment on column clinic.consent.consented_from is 'Consent.dateTime, first instant it may mean';
comment on column clinic.consent.consented_before is 'Consent.dateTime, first instant after it';
comment on column clinic.consent.form_uri is 'Consent.policy.uri, the first: which form and version was signed';
comment on column clinic.consent.decision is 'permit or deny; Consent.provision.type';
comment on column clinic.consent.applies_from is 'Consent.provision.period.start, when written with a time';
comment on column clinic.consent.applies_until is 'Consent.provision.period.end, when written with a time';
comment on column clinic.consent.withdrawn is 'Consent.status is inactive or rejected';
comment on column clinic.consent.status is 'Consent.status';
