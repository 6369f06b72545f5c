-- For clinic.infusion_order, clinic.allergy and clinic.patient. By themselves, since PostgreSQL cannot give a column its
-- collation once a view uses it.

alter table fhir.medication_requests add column infusions_ordered numeric;
comment on column fhir.medication_requests.infusions_ordered is 'MedicationRequest.dosageInstruction.timing.repeat.count';

alter table fhir.allergy_intolerances add column agent_text varchar(512);
comment on column fhir.allergy_intolerances.agent_text is 'AllergyIntolerance.code, text or first display';
alter table fhir.allergy_intolerances add column clinical_status_code varchar(512);
comment on column fhir.allergy_intolerances.clinical_status_code is 'AllergyIntolerance.clinicalStatus, first coding';
alter table fhir.allergy_intolerances add column verification_status_code varchar(512);
comment on column fhir.allergy_intolerances.verification_status_code is 'AllergyIntolerance.verificationStatus, first coding';

alter table fhir.patients add column family_name varchar(512);
comment on column fhir.patients.family_name is 'Patient.name.family, the first';
alter table fhir.patients add column given_name varchar(512);
comment on column fhir.patients.given_name is 'Patient.name.given, the first';
