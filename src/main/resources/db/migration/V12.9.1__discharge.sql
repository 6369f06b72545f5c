-- For clinic.visit. By itself, since PostgreSQL cannot give a column its collation once a view uses it.

alter table fhir.encounters add column discharge_code varchar(512);
comment on column fhir.encounters.discharge_code is 'Encounter.hospitalization.dischargeDisposition, first coding';
