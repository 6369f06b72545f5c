create view clinic.allergy as
select a.id,
       a.patient_id,
       a.agent_text,
       a.criticality,
       a.clinical_status_code as clinical_status,
       a.verification_status_code as verification_status
from fhir.allergy_intolerances a
where coalesce(a.verification_status_code, '') not in ('entered-in-error', 'refuted');
comment on view clinic.allergy is 'One row for each AllergyIntolerance, or the statement that none is known.';
comment on column clinic.allergy.id is 'AllergyIntolerance.id';
comment on column clinic.allergy.patient_id is 'AllergyIntolerance.patient';
comment on column clinic.allergy.agent_text is 'AllergyIntolerance.code.text, else its first display';
comment on column clinic.allergy.criticality is 'AllergyIntolerance.criticality';
comment on column clinic.allergy.clinical_status is 'AllergyIntolerance.clinicalStatus, first coding';
comment on column clinic.allergy.verification_status is 'AllergyIntolerance.verificationStatus, first coding';
