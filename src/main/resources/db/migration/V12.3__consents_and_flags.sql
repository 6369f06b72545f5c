-- What a patient agreed to, and what to beware of.

create table fhir.consents (
  resource_key    bigint       not null primary key,
  id              varchar(64)  not null,
  version         bigint       not null,
  updated_at      timestamp(6) with time zone not null,
  patient_id      varchar(64),
  status          varchar(512),
  consented_from  timestamp(6) with time zone not null default timestamp with time zone '9999-12-31 23:59:59.999999+00',
  consented_to    timestamp(6) with time zone not null default timestamp with time zone '0001-01-01 00:00:00+00',
  consented_start timestamp(6) with time zone,
  form_uri        varchar(512),
  decision_code   varchar(512),
  applies_start   timestamp(6) with time zone,
  applies_end     timestamp(6) with time zone
);
comment on column fhir.consents.status is 'Consent.status';
comment on column fhir.consents.consented_from is 'Consent.dateTime: first instant it may mean; 9999 when absent';
comment on column fhir.consents.consented_to is 'Consent.dateTime: first instant after it; year 1 when absent, 9999 when open';
comment on column fhir.consents.consented_start is 'Consent.dateTime: start, only when written with a time';
comment on column fhir.consents.form_uri is 'Consent.policy.uri, the first';
comment on column fhir.consents.decision_code is 'Consent.provision.type: permit or deny';
comment on column fhir.consents.applies_start is 'Consent.provision.period: start, only when written with a time';
comment on column fhir.consents.applies_end is 'Consent.provision.period: end, only when written with a time';
create unique index consents_id on fhir.consents (id);
create index consents_patient on fhir.consents (patient_id, resource_key);
create index consents_updated on fhir.consents (updated_at, resource_key);
create index consents_patient_consented_from on fhir.consents (patient_id, consented_from, resource_key);
create index consents_consented_from on fhir.consents (consented_from, resource_key);
create index consents_patient_consented_to on fhir.consents (patient_id, consented_to, resource_key);
create index consents_consented_to on fhir.consents (consented_to, resource_key);

create table fhir.flags (
  resource_key bigint       not null primary key,
  id           varchar(64)  not null,
  version      bigint       not null,
  updated_at   timestamp(6) with time zone not null,
  patient_id   varchar(64),
  status       varchar(512),
  code_system  varchar(512),
  code         varchar(512),
  code_text    varchar(512),
  period_from  timestamp(6) with time zone not null default timestamp with time zone '9999-12-31 23:59:59.999999+00',
  period_to    timestamp(6) with time zone not null default timestamp with time zone '0001-01-01 00:00:00+00',
  period_start timestamp(6) with time zone,
  period_end   timestamp(6) with time zone
);
comment on column fhir.flags.status is 'Flag.status';
comment on column fhir.flags.code_system is 'Flag.code, first coding';
comment on column fhir.flags.code is 'Flag.code, first coding';
comment on column fhir.flags.code_text is 'Flag.code, text or first display';
comment on column fhir.flags.period_from is 'Flag.period: first instant it may mean; 9999 when absent';
comment on column fhir.flags.period_to is 'Flag.period: first instant after it; year 1 when absent, 9999 when open';
comment on column fhir.flags.period_start is 'Flag.period: start, only when written with a time';
comment on column fhir.flags.period_end is 'Flag.period: end, only when written with a time';
create unique index flags_id on fhir.flags (id);
create index flags_patient on fhir.flags (patient_id, resource_key);
create index flags_updated on fhir.flags (updated_at, resource_key);
create index flags_patient_period_from on fhir.flags (patient_id, period_from, resource_key);
create index flags_period_from on fhir.flags (period_from, resource_key);
create index flags_patient_period_to on fhir.flags (patient_id, period_to, resource_key);
create index flags_period_to on fhir.flags (period_to, resource_key);
