-- One table for each resource type: the current typed columns, one row for each live resource.

create table fhir.patients (
  resource_key bigint       not null primary key,
  id           varchar(64)  not null,
  version      bigint       not null,
  updated_at   timestamp(6) with time zone not null,
  patient_id   varchar(64),
  gender       varchar(512),
  active       boolean,
  deceased     boolean      not null,
  birth_from   timestamp(6) with time zone not null default timestamp with time zone '9999-12-31 23:59:59.999999+00',
  birth_to     timestamp(6) with time zone not null default timestamp with time zone '0001-01-01 00:00:00+00'
);
comment on column fhir.patients.gender is 'Patient.gender';
comment on column fhir.patients.active is 'Patient.active';
comment on column fhir.patients.deceased is 'Patient.deceased[x]: a date, or true';
comment on column fhir.patients.birth_from is 'Patient.birthDate: first instant it may mean; 9999 when absent';
comment on column fhir.patients.birth_to is 'Patient.birthDate: first instant after it; year 1 when absent, 9999 when open';
create unique index patients_id on fhir.patients (id);
create index patients_patient on fhir.patients (patient_id, resource_key);
create index patients_updated on fhir.patients (updated_at, resource_key);
create index patients_patient_birth_from on fhir.patients (patient_id, birth_from, resource_key);
create index patients_birth_from on fhir.patients (birth_from, resource_key);
create index patients_patient_birth_to on fhir.patients (patient_id, birth_to, resource_key);
create index patients_birth_to on fhir.patients (birth_to, resource_key);

create table fhir.practitioners (
  resource_key bigint       not null primary key,
  id           varchar(64)  not null,
  version      bigint       not null,
  updated_at   timestamp(6) with time zone not null,
  patient_id   varchar(64),
  gender       varchar(512),
  active       boolean
);
comment on column fhir.practitioners.gender is 'Practitioner.gender';
comment on column fhir.practitioners.active is 'Practitioner.active';
create unique index practitioners_id on fhir.practitioners (id);
create index practitioners_patient on fhir.practitioners (patient_id, resource_key);
create index practitioners_updated on fhir.practitioners (updated_at, resource_key);

create table fhir.organizations (
  resource_key bigint       not null primary key,
  id           varchar(64)  not null,
  version      bigint       not null,
  updated_at   timestamp(6) with time zone not null,
  patient_id   varchar(64),
  name         varchar(512),
  active       boolean
);
comment on column fhir.organizations.name is 'Organization.name';
comment on column fhir.organizations.active is 'Organization.active';
create unique index organizations_id on fhir.organizations (id);
create index organizations_patient on fhir.organizations (patient_id, resource_key);
create index organizations_updated on fhir.organizations (updated_at, resource_key);

create table fhir.encounters (
  resource_key bigint       not null primary key,
  id           varchar(64)  not null,
  version      bigint       not null,
  updated_at   timestamp(6) with time zone not null,
  patient_id   varchar(64),
  status       varchar(512),
  class_system varchar(512),
  class_code   varchar(512),
  period_from  timestamp(6) with time zone not null default timestamp with time zone '9999-12-31 23:59:59.999999+00',
  period_to    timestamp(6) with time zone not null default timestamp with time zone '0001-01-01 00:00:00+00',
  period_start timestamp(6) with time zone,
  period_end   timestamp(6) with time zone
);
comment on column fhir.encounters.status is 'Encounter.status';
comment on column fhir.encounters.class_system is 'Encounter.class.system';
comment on column fhir.encounters.class_code is 'Encounter.class.code';
comment on column fhir.encounters.period_from is 'Encounter.period: first instant it may mean; 9999 when absent';
comment on column fhir.encounters.period_to is 'Encounter.period: first instant after it; year 1 when absent, 9999 when open';
comment on column fhir.encounters.period_start is 'Encounter.period: start, only when written with a time';
comment on column fhir.encounters.period_end is 'Encounter.period: end, only when written with a time';
create unique index encounters_id on fhir.encounters (id);
create index encounters_patient on fhir.encounters (patient_id, resource_key);
create index encounters_updated on fhir.encounters (updated_at, resource_key);
create index encounters_patient_period_from on fhir.encounters (patient_id, period_from, resource_key);
create index encounters_period_from on fhir.encounters (period_from, resource_key);
create index encounters_patient_period_to on fhir.encounters (patient_id, period_to, resource_key);
create index encounters_period_to on fhir.encounters (period_to, resource_key);

create table fhir.conditions (
  resource_key           bigint       not null primary key,
  id                     varchar(64)  not null,
  version                bigint       not null,
  updated_at             timestamp(6) with time zone not null,
  patient_id             varchar(64),
  encounter_id           varchar(64),
  failed_adequate_trials numeric,
  onset_from             timestamp(6) with time zone not null default timestamp with time zone '9999-12-31 23:59:59.999999+00',
  onset_to               timestamp(6) with time zone not null default timestamp with time zone '0001-01-01 00:00:00+00',
  recorded_from          timestamp(6) with time zone not null default timestamp with time zone '9999-12-31 23:59:59.999999+00',
  recorded_to            timestamp(6) with time zone not null default timestamp with time zone '0001-01-01 00:00:00+00'
);
comment on column fhir.conditions.encounter_id is 'Condition.encounter, when it is an Encounter of this server';
comment on column fhir.conditions.failed_adequate_trials is 'Condition.extension(failed-adequate-trials)';
comment on column fhir.conditions.onset_from is 'Condition.onset[x]: first instant it may mean; 9999 when absent';
comment on column fhir.conditions.onset_to is 'Condition.onset[x]: first instant after it; year 1 when absent, 9999 when open';
comment on column fhir.conditions.recorded_from is 'Condition.recordedDate: first instant it may mean; 9999 when absent';
comment on column fhir.conditions.recorded_to is 'Condition.recordedDate: first instant after it; year 1 when absent, 9999 when open';
create unique index conditions_id on fhir.conditions (id);
create index conditions_patient on fhir.conditions (patient_id, resource_key);
create index conditions_updated on fhir.conditions (updated_at, resource_key);
create index conditions_encounter on fhir.conditions (encounter_id, resource_key);
create index conditions_patient_onset_from on fhir.conditions (patient_id, onset_from, resource_key);
create index conditions_onset_from on fhir.conditions (onset_from, resource_key);
create index conditions_patient_onset_to on fhir.conditions (patient_id, onset_to, resource_key);
create index conditions_onset_to on fhir.conditions (onset_to, resource_key);
create index conditions_patient_recorded_from on fhir.conditions (patient_id, recorded_from, resource_key);
create index conditions_recorded_from on fhir.conditions (recorded_from, resource_key);
create index conditions_patient_recorded_to on fhir.conditions (patient_id, recorded_to, resource_key);
create index conditions_recorded_to on fhir.conditions (recorded_to, resource_key);

create table fhir.care_plans (
  resource_key      bigint       not null primary key,
  id                varchar(64)  not null,
  version           bigint       not null,
  updated_at        timestamp(6) with time zone not null,
  patient_id        varchar(64),
  status            varchar(512),
  intent            varchar(512),
  encounter_id      varchar(64),
  course_number     numeric,
  planned_infusions numeric,
  phase_code        varchar(512),
  period_from       timestamp(6) with time zone not null default timestamp with time zone '9999-12-31 23:59:59.999999+00',
  period_to         timestamp(6) with time zone not null default timestamp with time zone '0001-01-01 00:00:00+00',
  period_start      timestamp(6) with time zone,
  period_end        timestamp(6) with time zone
);
comment on column fhir.care_plans.status is 'CarePlan.status';
comment on column fhir.care_plans.intent is 'CarePlan.intent';
comment on column fhir.care_plans.encounter_id is 'CarePlan.encounter, when it is an Encounter of this server';
comment on column fhir.care_plans.course_number is 'CarePlan.extension(course-number)';
comment on column fhir.care_plans.planned_infusions is 'CarePlan.extension(planned-infusions)';
comment on column fhir.care_plans.phase_code is 'CarePlan.extension(course-phase), first coding';
comment on column fhir.care_plans.period_from is 'CarePlan.period: first instant it may mean; 9999 when absent';
comment on column fhir.care_plans.period_to is 'CarePlan.period: first instant after it; year 1 when absent, 9999 when open';
comment on column fhir.care_plans.period_start is 'CarePlan.period: start, only when written with a time';
comment on column fhir.care_plans.period_end is 'CarePlan.period: end, only when written with a time';
create unique index care_plans_id on fhir.care_plans (id);
create index care_plans_patient on fhir.care_plans (patient_id, resource_key);
create index care_plans_updated on fhir.care_plans (updated_at, resource_key);
create index care_plans_encounter on fhir.care_plans (encounter_id, resource_key);
create index care_plans_patient_period_from on fhir.care_plans (patient_id, period_from, resource_key);
create index care_plans_period_from on fhir.care_plans (period_from, resource_key);
create index care_plans_patient_period_to on fhir.care_plans (patient_id, period_to, resource_key);
create index care_plans_period_to on fhir.care_plans (period_to, resource_key);

create table fhir.procedures (
  resource_key    bigint       not null primary key,
  id              varchar(64)  not null,
  version         bigint       not null,
  updated_at      timestamp(6) with time zone not null,
  patient_id      varchar(64),
  status          varchar(512),
  encounter_id    varchar(64),
  infusion_number numeric,
  status_reason   varchar(512),
  performed_from  timestamp(6) with time zone not null default timestamp with time zone '9999-12-31 23:59:59.999999+00',
  performed_to    timestamp(6) with time zone not null default timestamp with time zone '0001-01-01 00:00:00+00',
  performed_start timestamp(6) with time zone,
  performed_end   timestamp(6) with time zone
);
comment on column fhir.procedures.status is 'Procedure.status';
comment on column fhir.procedures.encounter_id is 'Procedure.encounter, when it is an Encounter of this server';
comment on column fhir.procedures.infusion_number is 'Procedure.extension(infusion-number)';
comment on column fhir.procedures.status_reason is 'Procedure.statusReason, text or first display';
comment on column fhir.procedures.performed_from is 'Procedure.performed[x]: first instant it may mean; 9999 when absent';
comment on column fhir.procedures.performed_to is 'Procedure.performed[x]: first instant after it; year 1 when absent, 9999 when open';
comment on column fhir.procedures.performed_start is 'Procedure.performed[x]: start, only when written with a time';
comment on column fhir.procedures.performed_end is 'Procedure.performed[x]: end, only when written with a time';
create unique index procedures_id on fhir.procedures (id);
create index procedures_patient on fhir.procedures (patient_id, resource_key);
create index procedures_updated on fhir.procedures (updated_at, resource_key);
create index procedures_encounter on fhir.procedures (encounter_id, resource_key);
create index procedures_patient_performed_from on fhir.procedures (patient_id, performed_from, resource_key);
create index procedures_performed_from on fhir.procedures (performed_from, resource_key);
create index procedures_patient_performed_to on fhir.procedures (patient_id, performed_to, resource_key);
create index procedures_performed_to on fhir.procedures (performed_to, resource_key);

create table fhir.medication_administrations (
  resource_key        bigint       not null primary key,
  id                  varchar(64)  not null,
  version             bigint       not null,
  updated_at          timestamp(6) with time zone not null,
  patient_id          varchar(64),
  status              varchar(512),
  encounter_id        varchar(64),
  request_id          varchar(64),
  agent_text          varchar(512),
  route_system        varchar(512),
  route_code          varchar(512),
  dose_value          numeric,
  dose_unit           varchar(512),
  rate_value          numeric,
  rate_unit           varchar(512),
  dose_per_kg_value   numeric,
  dose_per_kg_unit    varchar(512),
  dosing_weight_value numeric,
  dosing_weight_unit  varchar(512),
  device_count        numeric,
  lot_number          varchar(512),
  effective_from      timestamp(6) with time zone not null default timestamp with time zone '9999-12-31 23:59:59.999999+00',
  effective_to        timestamp(6) with time zone not null default timestamp with time zone '0001-01-01 00:00:00+00',
  effective_start     timestamp(6) with time zone,
  effective_end       timestamp(6) with time zone
);
comment on column fhir.medication_administrations.status is 'MedicationAdministration.status';
comment on column fhir.medication_administrations.encounter_id is 'MedicationAdministration.context, when it is an Encounter of this server';
comment on column fhir.medication_administrations.request_id is 'MedicationAdministration.request, when it is a MedicationRequest of this server';
comment on column fhir.medication_administrations.agent_text is 'MedicationAdministration.medicationCodeableConcept.text';
comment on column fhir.medication_administrations.route_system is 'MedicationAdministration.dosage.route, first coding';
comment on column fhir.medication_administrations.route_code is 'MedicationAdministration.dosage.route, first coding';
comment on column fhir.medication_administrations.dose_value is 'MedicationAdministration.dosage.dose.value, in dose_unit';
comment on column fhir.medication_administrations.dose_unit is 'MedicationAdministration.dosage.dose.code, UCUM';
comment on column fhir.medication_administrations.rate_value is 'MedicationAdministration.dosage.rateQuantity.value, in rate_unit';
comment on column fhir.medication_administrations.rate_unit is 'MedicationAdministration.dosage.rateQuantity.code, UCUM';
comment on column fhir.medication_administrations.dose_per_kg_value is 'MedicationAdministration.dosage.extension(dose-per-kg), in dose_per_kg_unit';
comment on column fhir.medication_administrations.dose_per_kg_unit is 'its UCUM code';
comment on column fhir.medication_administrations.dosing_weight_value is 'MedicationAdministration.dosage.extension(dosing-weight), in dosing_weight_unit';
comment on column fhir.medication_administrations.dosing_weight_unit is 'its UCUM code';
comment on column fhir.medication_administrations.device_count is 'MedicationAdministration.dosage.extension(device-count)';
comment on column fhir.medication_administrations.lot_number is 'MedicationAdministration.extension(lot-number)';
comment on column fhir.medication_administrations.effective_from is 'MedicationAdministration.effective[x]: first instant it may mean; 9999 when absent';
comment on column fhir.medication_administrations.effective_to is 'MedicationAdministration.effective[x]: first instant after it; year 1 when absent, 9999 when open';
comment on column fhir.medication_administrations.effective_start is 'MedicationAdministration.effective[x]: start, only when written with a time';
comment on column fhir.medication_administrations.effective_end is 'MedicationAdministration.effective[x]: end, only when written with a time';
create unique index medication_administrations_id on fhir.medication_administrations (id);
create index medication_administrations_patient on fhir.medication_administrations (patient_id, resource_key);
create index medication_administrations_updated on fhir.medication_administrations (updated_at, resource_key);
create index medication_administrations_encounter on fhir.medication_administrations (encounter_id, resource_key);
create index medication_administrations_patient_effective_from on fhir.medication_administrations (patient_id, effective_from, resource_key);
create index medication_administrations_effective_from on fhir.medication_administrations (effective_from, resource_key);
create index medication_administrations_patient_effective_to on fhir.medication_administrations (patient_id, effective_to, resource_key);
create index medication_administrations_effective_to on fhir.medication_administrations (effective_to, resource_key);

create table fhir.observations (
  resource_key    bigint       not null primary key,
  id              varchar(64)  not null,
  version         bigint       not null,
  updated_at      timestamp(6) with time zone not null,
  patient_id      varchar(64),
  status          varchar(512),
  encounter_id    varchar(64),
  value_number    numeric,
  value_unit      varchar(512),
  value_boolean   boolean,
  phase_code      varchar(512),
  timepoint_code  varchar(512),
  code_system     varchar(512),
  code            varchar(512),
  code_key        varchar(512),
  code_case_sensitive boolean not null default false,
  code_text_key   varchar(512),
  code_has_rows   boolean      not null default false,
  category_system varchar(512),
  category        varchar(512),
  category_key    varchar(512),
  category_case_sensitive boolean not null default false,
  category_text_key varchar(512),
  category_has_rows boolean    not null default false,
  effective_from  timestamp(6) with time zone not null default timestamp with time zone '9999-12-31 23:59:59.999999+00',
  effective_to    timestamp(6) with time zone not null default timestamp with time zone '0001-01-01 00:00:00+00',
  effective_start timestamp(6) with time zone,
  effective_end   timestamp(6) with time zone
);
comment on column fhir.observations.status is 'Observation.status';
comment on column fhir.observations.encounter_id is 'Observation.encounter, when it is an Encounter of this server';
comment on column fhir.observations.value_number is 'Observation.valueQuantity.value in value_unit, or valueInteger';
comment on column fhir.observations.value_unit is 'Observation.valueQuantity.code, UCUM where the sender used it';
comment on column fhir.observations.value_boolean is 'Observation.valueBoolean';
comment on column fhir.observations.phase_code is 'Observation.extension(monitoring-phase-ext), first coding';
comment on column fhir.observations.timepoint_code is 'Observation.extension(assessment-timepoint-ext), first coding';
comment on column fhir.observations.code_system is 'Observation.code.coding.system of the first coding; empty when there is none';
comment on column fhir.observations.code is 'Observation.code.coding.code of the first coding';
comment on column fhir.observations.code_key is 'the same in lower case';
comment on column fhir.observations.code_case_sensitive is 'whether codes of code_system differ by their case';
comment on column fhir.observations.code_text_key is 'its display, normalised; Observation.code.text when there is no coding';
comment on column fhir.observations.code_has_rows is 'whether fhir.codings holds more of Observation.code: further codings, the text';
comment on column fhir.observations.category_system is 'Observation.category.coding.system of the first coding; all as for code';
comment on column fhir.observations.category is 'Observation.category.coding.code of the first coding';
comment on column fhir.observations.category_key is 'the same in lower case';
comment on column fhir.observations.category_case_sensitive is 'whether codes of category_system differ by their case';
comment on column fhir.observations.category_text_key is 'its display, normalised; Observation.category.text when there is no coding';
comment on column fhir.observations.category_has_rows is 'whether fhir.codings holds more of Observation.category';
comment on column fhir.observations.effective_from is 'Observation.effective[x]: first instant it may mean; 9999 when absent';
comment on column fhir.observations.effective_to is 'Observation.effective[x]: first instant after it; year 1 when absent, 9999 when open';
comment on column fhir.observations.effective_start is 'Observation.effective[x]: start, only when written with a time';
comment on column fhir.observations.effective_end is 'Observation.effective[x]: end, only when written with a time';
create unique index observations_id on fhir.observations (id);
create index observations_patient on fhir.observations (patient_id, resource_key);
create index observations_updated on fhir.observations (updated_at, resource_key);
create index observations_encounter on fhir.observations (encounter_id, resource_key);
create index observations_code on fhir.observations (code_key, effective_from, resource_key);
create index observations_code_text on fhir.observations (code_text_key, resource_key);
create index observations_category on fhir.observations (category_key, resource_key);
create index observations_patient_effective_from on fhir.observations (patient_id, effective_from, resource_key);
create index observations_effective_from on fhir.observations (effective_from, resource_key);
create index observations_patient_effective_to on fhir.observations (patient_id, effective_to, resource_key);
create index observations_effective_to on fhir.observations (effective_to, resource_key);

create table fhir.adverse_events (
  resource_key     bigint       not null primary key,
  id               varchar(64)  not null,
  version          bigint       not null,
  updated_at       timestamp(6) with time zone not null,
  patient_id       varchar(64),
  actuality        varchar(512),
  encounter_id     varchar(64),
  event_text       varchar(512),
  severity_code    varchar(512),
  seriousness_code varchar(512),
  outcome_code     varchar(512),
  resolved_at      timestamp(6) with time zone,
  occurred_from    timestamp(6) with time zone not null default timestamp with time zone '9999-12-31 23:59:59.999999+00',
  occurred_to      timestamp(6) with time zone not null default timestamp with time zone '0001-01-01 00:00:00+00',
  occurred_start   timestamp(6) with time zone,
  occurred_end     timestamp(6) with time zone
);
comment on column fhir.adverse_events.actuality is 'AdverseEvent.actuality';
comment on column fhir.adverse_events.encounter_id is 'AdverseEvent.encounter, when it is an Encounter of this server';
comment on column fhir.adverse_events.event_text is 'AdverseEvent.event.text';
comment on column fhir.adverse_events.severity_code is 'AdverseEvent.severity, first coding';
comment on column fhir.adverse_events.seriousness_code is 'AdverseEvent.seriousness, first coding';
comment on column fhir.adverse_events.outcome_code is 'AdverseEvent.outcome, first coding';
comment on column fhir.adverse_events.resolved_at is 'AdverseEvent.extension(resolved-at), only when written with a time';
comment on column fhir.adverse_events.occurred_from is 'AdverseEvent.date: first instant it may mean; 9999 when absent';
comment on column fhir.adverse_events.occurred_to is 'AdverseEvent.date: first instant after it; year 1 when absent, 9999 when open';
comment on column fhir.adverse_events.occurred_start is 'AdverseEvent.date: start, only when written with a time';
comment on column fhir.adverse_events.occurred_end is 'AdverseEvent.date: end, only when written with a time';
create unique index adverse_events_id on fhir.adverse_events (id);
create index adverse_events_patient on fhir.adverse_events (patient_id, resource_key);
create index adverse_events_updated on fhir.adverse_events (updated_at, resource_key);
create index adverse_events_encounter on fhir.adverse_events (encounter_id, resource_key);
create index adverse_events_patient_occurred_from on fhir.adverse_events (patient_id, occurred_from, resource_key);
create index adverse_events_occurred_from on fhir.adverse_events (occurred_from, resource_key);
create index adverse_events_patient_occurred_to on fhir.adverse_events (patient_id, occurred_to, resource_key);
create index adverse_events_occurred_to on fhir.adverse_events (occurred_to, resource_key);

create table fhir.questionnaires (
  resource_key     bigint       not null primary key,
  id               varchar(64)  not null,
  version          bigint       not null,
  updated_at       timestamp(6) with time zone not null,
  patient_id       varchar(64),
  status           varchar(512),
  url              varchar(512),
  business_version varchar(512),
  name             varchar(512),
  title            varchar(512),
  dated_from       timestamp(6) with time zone not null default timestamp with time zone '9999-12-31 23:59:59.999999+00',
  dated_to         timestamp(6) with time zone not null default timestamp with time zone '0001-01-01 00:00:00+00'
);
comment on column fhir.questionnaires.status is 'Questionnaire.status';
comment on column fhir.questionnaires.url is 'Questionnaire.url';
comment on column fhir.questionnaires.business_version is 'Questionnaire.version';
comment on column fhir.questionnaires.name is 'Questionnaire.name';
comment on column fhir.questionnaires.title is 'Questionnaire.title';
comment on column fhir.questionnaires.dated_from is 'Questionnaire.date: first instant it may mean; 9999 when absent';
comment on column fhir.questionnaires.dated_to is 'Questionnaire.date: first instant after it; year 1 when absent, 9999 when open';
create unique index questionnaires_id on fhir.questionnaires (id);
create index questionnaires_patient on fhir.questionnaires (patient_id, resource_key);
create index questionnaires_updated on fhir.questionnaires (updated_at, resource_key);
create index questionnaires_url on fhir.questionnaires (url, resource_key);
create index questionnaires_patient_dated_from on fhir.questionnaires (patient_id, dated_from, resource_key);
create index questionnaires_dated_from on fhir.questionnaires (dated_from, resource_key);
create index questionnaires_patient_dated_to on fhir.questionnaires (patient_id, dated_to, resource_key);
create index questionnaires_dated_to on fhir.questionnaires (dated_to, resource_key);

create table fhir.questionnaire_responses (
  resource_key          bigint       not null primary key,
  id                    varchar(64)  not null,
  version               bigint       not null,
  updated_at            timestamp(6) with time zone not null,
  patient_id            varchar(64),
  status                varchar(512),
  encounter_id          varchar(64),
  questionnaire_url     varchar(512),
  questionnaire_version varchar(512),
  instrument            varchar(512),
  timepoint_code        varchar(512),
  authored_from         timestamp(6) with time zone not null default timestamp with time zone '9999-12-31 23:59:59.999999+00',
  authored_to           timestamp(6) with time zone not null default timestamp with time zone '0001-01-01 00:00:00+00',
  authored_start        timestamp(6) with time zone,
  authored_end          timestamp(6) with time zone
);
comment on column fhir.questionnaire_responses.status is 'QuestionnaireResponse.status';
comment on column fhir.questionnaire_responses.encounter_id is 'QuestionnaireResponse.encounter, when it is an Encounter of this server';
comment on column fhir.questionnaire_responses.questionnaire_url is 'QuestionnaireResponse.questionnaire without its version';
comment on column fhir.questionnaire_responses.questionnaire_version is 'version of the canonical, when given';
comment on column fhir.questionnaire_responses.instrument is 'QuestionnaireResponse.questionnaire: the last part of its url, in lower case';
comment on column fhir.questionnaire_responses.timepoint_code is 'QuestionnaireResponse.extension(assessment-timepoint-ext), first coding';
comment on column fhir.questionnaire_responses.authored_from is 'QuestionnaireResponse.authored: first instant it may mean; 9999 when absent';
comment on column fhir.questionnaire_responses.authored_to is 'QuestionnaireResponse.authored: first instant after it; year 1 when absent, 9999 when open';
comment on column fhir.questionnaire_responses.authored_start is 'QuestionnaireResponse.authored: start, only when written with a time';
comment on column fhir.questionnaire_responses.authored_end is 'QuestionnaireResponse.authored: end, only when written with a time';
create unique index questionnaire_responses_id on fhir.questionnaire_responses (id);
create index questionnaire_responses_patient on fhir.questionnaire_responses (patient_id, resource_key);
create index questionnaire_responses_updated on fhir.questionnaire_responses (updated_at, resource_key);
create index questionnaire_responses_encounter on fhir.questionnaire_responses (encounter_id, resource_key);
create index questionnaire_responses_instrument on fhir.questionnaire_responses (instrument, resource_key);
create index questionnaire_responses_url on fhir.questionnaire_responses (questionnaire_url, resource_key);
create index questionnaire_responses_patient_authored_from on fhir.questionnaire_responses (patient_id, authored_from, resource_key);
create index questionnaire_responses_authored_from on fhir.questionnaire_responses (authored_from, resource_key);
create index questionnaire_responses_patient_authored_to on fhir.questionnaire_responses (patient_id, authored_to, resource_key);
create index questionnaire_responses_authored_to on fhir.questionnaire_responses (authored_to, resource_key);
