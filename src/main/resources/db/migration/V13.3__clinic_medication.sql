create view clinic.medication as
select m.id,
       m.patient_id,
       (select min(k.code)
        from fhir.codings k
        where k.resource_key = m.resource_key and k.element = 'MedicationStatement.medicationCodeableConcept' and k.position >= 0
          and k.system = 'http://www.nlm.nih.gov/research/umls/rxnorm') as agent_rxcui,
       m.agent_text,
       nullif(nullif(m.effective_from, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as started_from,
       nullif(nullif(m.effective_to, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as ended_before,
       m.status
from fhir.medication_statements m
where coalesce(m.status, '') not in ('entered-in-error', 'not-taken');
comment on view clinic.medication is 'One row for each MedicationStatement: what the patient takes or took; current are those with status active.';
comment on column clinic.medication.id is 'MedicationStatement.id';
comment on column clinic.medication.patient_id is 'MedicationStatement.subject';
comment on column clinic.medication.agent_rxcui is 'MedicationStatement.medicationCodeableConcept in RxNorm';
comment on column clinic.medication.agent_text is 'MedicationStatement.medicationCodeableConcept.text, else its first display';
comment on column clinic.medication.started_from is 'MedicationStatement.effective[x], first instant it may mean';
comment on column clinic.medication.ended_before is 'MedicationStatement.effective[x], first instant after it; empty when open';
comment on column clinic.medication.status is 'MedicationStatement.status';
