-- What is to be done, was told or was found, and with what.

create table fhir.tasks (
  resource_key  bigint       not null primary key,
  id            varchar(64)  not null,
  version       bigint       not null,
  updated_at    timestamp(6) with time zone not null,
  patient_id    varchar(64),
  status        varchar(512),
  priority      varchar(512),
  authored_from timestamp(6) with time zone not null default timestamp with time zone '9999-12-31 23:59:59.999999+00',
  authored_to   timestamp(6) with time zone not null default timestamp with time zone '0001-01-01 00:00:00+00'
);
comment on column fhir.tasks.status is 'Task.status';
comment on column fhir.tasks.priority is 'Task.priority';
comment on column fhir.tasks.authored_from is 'Task.authoredOn: first instant it may mean; 9999 when absent';
comment on column fhir.tasks.authored_to is 'Task.authoredOn: first instant after it; year 1 when absent, 9999 when open';
create unique index tasks_id on fhir.tasks (id);
create index tasks_patient on fhir.tasks (patient_id, resource_key);
create index tasks_updated on fhir.tasks (updated_at, resource_key);
create index tasks_patient_authored_from on fhir.tasks (patient_id, authored_from, resource_key);
create index tasks_authored_from on fhir.tasks (authored_from, resource_key);
create index tasks_patient_authored_to on fhir.tasks (patient_id, authored_to, resource_key);
create index tasks_authored_to on fhir.tasks (authored_to, resource_key);

create table fhir.communications (
  resource_key bigint       not null primary key,
  id           varchar(64)  not null,
  version      bigint       not null,
  updated_at   timestamp(6) with time zone not null,
  patient_id   varchar(64),
  status       varchar(512),
  sent_from    timestamp(6) with time zone not null default timestamp with time zone '9999-12-31 23:59:59.999999+00',
  sent_to      timestamp(6) with time zone not null default timestamp with time zone '0001-01-01 00:00:00+00'
);
comment on column fhir.communications.status is 'Communication.status';
comment on column fhir.communications.sent_from is 'Communication.sent: first instant it may mean; 9999 when absent';
comment on column fhir.communications.sent_to is 'Communication.sent: first instant after it; year 1 when absent, 9999 when open';
create unique index communications_id on fhir.communications (id);
create index communications_patient on fhir.communications (patient_id, resource_key);
create index communications_updated on fhir.communications (updated_at, resource_key);
create index communications_patient_sent_from on fhir.communications (patient_id, sent_from, resource_key);
create index communications_sent_from on fhir.communications (sent_from, resource_key);
create index communications_patient_sent_to on fhir.communications (patient_id, sent_to, resource_key);
create index communications_sent_to on fhir.communications (sent_to, resource_key);

create table fhir.detected_issues (
  resource_key    bigint       not null primary key,
  id              varchar(64)  not null,
  version         bigint       not null,
  updated_at      timestamp(6) with time zone not null,
  patient_id      varchar(64),
  identified_from timestamp(6) with time zone not null default timestamp with time zone '9999-12-31 23:59:59.999999+00',
  identified_to   timestamp(6) with time zone not null default timestamp with time zone '0001-01-01 00:00:00+00'
);
comment on column fhir.detected_issues.identified_from is 'DetectedIssue.identified[x]: first instant it may mean; 9999 when absent';
comment on column fhir.detected_issues.identified_to is 'DetectedIssue.identified[x]: first instant after it; year 1 when absent, 9999 when open';
create unique index detected_issues_id on fhir.detected_issues (id);
create index detected_issues_patient on fhir.detected_issues (patient_id, resource_key);
create index detected_issues_updated on fhir.detected_issues (updated_at, resource_key);
create index detected_issues_patient_identified_from on fhir.detected_issues (patient_id, identified_from, resource_key);
create index detected_issues_identified_from on fhir.detected_issues (identified_from, resource_key);
create index detected_issues_patient_identified_to on fhir.detected_issues (patient_id, identified_to, resource_key);
create index detected_issues_identified_to on fhir.detected_issues (identified_to, resource_key);

create table fhir.devices (
  resource_key bigint       not null primary key,
  id           varchar(64)  not null,
  version      bigint       not null,
  updated_at   timestamp(6) with time zone not null,
  patient_id   varchar(64),
  status       varchar(512)
);
comment on column fhir.devices.status is 'Device.status';
create unique index devices_id on fhir.devices (id);
create index devices_patient on fhir.devices (patient_id, resource_key);
create index devices_updated on fhir.devices (updated_at, resource_key);
