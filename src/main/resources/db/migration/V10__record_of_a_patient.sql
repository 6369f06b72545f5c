-- The record of a patient is read across all types, in the order of creation.

create index resources_patient on fhir.resources (patient_id, resource_key);
