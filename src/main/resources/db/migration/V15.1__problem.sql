-- For clinic.problem. By itself, since PostgreSQL cannot give a column its collation once a view uses it.

alter table fhir.conditions add column code_text varchar(512);
comment on column fhir.conditions.code_text is 'Condition.code, text or first display';
