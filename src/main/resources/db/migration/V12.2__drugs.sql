-- Drugs, and who took them.

create table fhir.medication_statements (
  resource_key          bigint       not null primary key,
  id                    varchar(64)  not null,
  version               bigint       not null,
  updated_at            timestamp(6) with time zone not null,
  patient_id            varchar(64),
  status                varchar(512),
  agent_text            varchar(512),
  effective_from        timestamp(6) with time zone not null default timestamp with time zone '9999-12-31 23:59:59.999999+00',
  effective_to          timestamp(6) with time zone not null default timestamp with time zone '0001-01-01 00:00:00+00',
  max_dose_value        numeric,
  max_dose_unit         varchar(512),
  max_dose_period_value numeric,
  max_dose_period_unit  varchar(512),
  trial_adequate        boolean,
  trial_outcome_code    varchar(512)
);
comment on column fhir.medication_statements.status is 'MedicationStatement.status';
comment on column fhir.medication_statements.agent_text is 'MedicationStatement.medicationCodeableConcept, text or first display';
comment on column fhir.medication_statements.effective_from is 'MedicationStatement.effective[x]: first instant it may mean; 9999 when absent';
comment on column fhir.medication_statements.effective_to is 'MedicationStatement.effective[x]: first instant after it; year 1 when absent, 9999 when open';
comment on column fhir.medication_statements.max_dose_value is 'MedicationStatement.dosage.maxDosePerPeriod.numerator.value, in max_dose_unit';
comment on column fhir.medication_statements.max_dose_unit is 'its UCUM code';
comment on column fhir.medication_statements.max_dose_period_value is 'MedicationStatement.dosage.maxDosePerPeriod.denominator.value, in max_dose_period_unit';
comment on column fhir.medication_statements.max_dose_period_unit is 'its UCUM code';
comment on column fhir.medication_statements.trial_adequate is 'MedicationStatement.extension(trial-adequate)';
comment on column fhir.medication_statements.trial_outcome_code is 'MedicationStatement.extension(trial-outcome), first coding';
create unique index medication_statements_id on fhir.medication_statements (id);
create index medication_statements_patient on fhir.medication_statements (patient_id, resource_key);
create index medication_statements_updated on fhir.medication_statements (updated_at, resource_key);
create index medication_statements_patient_effective_from on fhir.medication_statements (patient_id, effective_from, resource_key);
create index medication_statements_effective_from on fhir.medication_statements (effective_from, resource_key);
create index medication_statements_patient_effective_to on fhir.medication_statements (patient_id, effective_to, resource_key);
create index medication_statements_effective_to on fhir.medication_statements (effective_to, resource_key);

create table fhir.medications (
  resource_key bigint       not null primary key,
  id           varchar(64)  not null,
  version      bigint       not null,
  updated_at   timestamp(6) with time zone not null,
  patient_id   varchar(64),
  status       varchar(512)
);
comment on column fhir.medications.status is 'Medication.status';
create unique index medications_id on fhir.medications (id);
create index medications_updated on fhir.medications (updated_at, resource_key);
