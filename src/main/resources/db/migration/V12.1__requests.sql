-- Orders: referrals, and orders for drugs.

create table fhir.service_requests (
  resource_key   bigint       not null primary key,
  id             varchar(64)  not null,
  version        bigint       not null,
  updated_at     timestamp(6) with time zone not null,
  patient_id     varchar(64),
  status         varchar(512),
  intent         varchar(512),
  priority       varchar(512),
  authored_from  timestamp(6) with time zone not null default timestamp with time zone '9999-12-31 23:59:59.999999+00',
  authored_to    timestamp(6) with time zone not null default timestamp with time zone '0001-01-01 00:00:00+00',
  authored_start timestamp(6) with time zone,
  reason_text    varchar(512)
);
comment on column fhir.service_requests.status is 'ServiceRequest.status';
comment on column fhir.service_requests.intent is 'ServiceRequest.intent';
comment on column fhir.service_requests.priority is 'ServiceRequest.priority';
comment on column fhir.service_requests.authored_from is 'ServiceRequest.authoredOn: first instant it may mean; 9999 when absent';
comment on column fhir.service_requests.authored_to is 'ServiceRequest.authoredOn: first instant after it; year 1 when absent, 9999 when open';
comment on column fhir.service_requests.authored_start is 'ServiceRequest.authoredOn: start, only when written with a time';
comment on column fhir.service_requests.reason_text is 'ServiceRequest.reasonCode, text or first display';
create unique index service_requests_id on fhir.service_requests (id);
create index service_requests_patient on fhir.service_requests (patient_id, resource_key);
create index service_requests_updated on fhir.service_requests (updated_at, resource_key);
create index service_requests_patient_authored_from on fhir.service_requests (patient_id, authored_from, resource_key);
create index service_requests_authored_from on fhir.service_requests (authored_from, resource_key);
create index service_requests_patient_authored_to on fhir.service_requests (patient_id, authored_to, resource_key);
create index service_requests_authored_to on fhir.service_requests (authored_to, resource_key);

create table fhir.medication_requests (
  resource_key  bigint       not null primary key,
  id            varchar(64)  not null,
  version       bigint       not null,
  updated_at    timestamp(6) with time zone not null,
  patient_id    varchar(64),
  status        varchar(512),
  intent        varchar(512),
  priority      varchar(512),
  authored_from timestamp(6) with time zone not null default timestamp with time zone '9999-12-31 23:59:59.999999+00',
  authored_to   timestamp(6) with time zone not null default timestamp with time zone '0001-01-01 00:00:00+00'
);
comment on column fhir.medication_requests.status is 'MedicationRequest.status';
comment on column fhir.medication_requests.intent is 'MedicationRequest.intent';
comment on column fhir.medication_requests.priority is 'MedicationRequest.priority';
comment on column fhir.medication_requests.authored_from is 'MedicationRequest.authoredOn: first instant it may mean; 9999 when absent';
comment on column fhir.medication_requests.authored_to is 'MedicationRequest.authoredOn: first instant after it; year 1 when absent, 9999 when open';
create unique index medication_requests_id on fhir.medication_requests (id);
create index medication_requests_patient on fhir.medication_requests (patient_id, resource_key);
create index medication_requests_updated on fhir.medication_requests (updated_at, resource_key);
create index medication_requests_patient_authored_from on fhir.medication_requests (patient_id, authored_from, resource_key);
create index medication_requests_authored_from on fhir.medication_requests (authored_from, resource_key);
create index medication_requests_patient_authored_to on fhir.medication_requests (patient_id, authored_to, resource_key);
create index medication_requests_authored_to on fhir.medication_requests (authored_to, resource_key);
