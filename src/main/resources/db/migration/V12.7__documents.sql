-- Documents, files, and where records come from.

create table fhir.document_references (
  resource_key bigint       not null primary key,
  id           varchar(64)  not null,
  version      bigint       not null,
  updated_at   timestamp(6) with time zone not null,
  patient_id   varchar(64),
  status       varchar(512),
  dated_from   timestamp(6) with time zone not null default timestamp with time zone '9999-12-31 23:59:59.999999+00',
  dated_to     timestamp(6) with time zone not null default timestamp with time zone '0001-01-01 00:00:00+00'
);
comment on column fhir.document_references.status is 'DocumentReference.status';
comment on column fhir.document_references.dated_from is 'DocumentReference.date: first instant it may mean; 9999 when absent';
comment on column fhir.document_references.dated_to is 'DocumentReference.date: first instant after it; year 1 when absent, 9999 when open';
create unique index document_references_id on fhir.document_references (id);
create index document_references_patient on fhir.document_references (patient_id, resource_key);
create index document_references_updated on fhir.document_references (updated_at, resource_key);
create index document_references_patient_dated_from on fhir.document_references (patient_id, dated_from, resource_key);
create index document_references_dated_from on fhir.document_references (dated_from, resource_key);
create index document_references_patient_dated_to on fhir.document_references (patient_id, dated_to, resource_key);
create index document_references_dated_to on fhir.document_references (dated_to, resource_key);

create table fhir.binaries (
  resource_key bigint       not null primary key,
  id           varchar(64)  not null,
  version      bigint       not null,
  updated_at   timestamp(6) with time zone not null,
  patient_id   varchar(64)
);
create unique index binaries_id on fhir.binaries (id);
create index binaries_patient on fhir.binaries (patient_id, resource_key);
create index binaries_updated on fhir.binaries (updated_at, resource_key);

create table fhir.compositions (
  resource_key bigint       not null primary key,
  id           varchar(64)  not null,
  version      bigint       not null,
  updated_at   timestamp(6) with time zone not null,
  patient_id   varchar(64),
  status       varchar(512),
  dated_from   timestamp(6) with time zone not null default timestamp with time zone '9999-12-31 23:59:59.999999+00',
  dated_to     timestamp(6) with time zone not null default timestamp with time zone '0001-01-01 00:00:00+00'
);
comment on column fhir.compositions.status is 'Composition.status';
comment on column fhir.compositions.dated_from is 'Composition.date: first instant it may mean; 9999 when absent';
comment on column fhir.compositions.dated_to is 'Composition.date: first instant after it; year 1 when absent, 9999 when open';
create unique index compositions_id on fhir.compositions (id);
create index compositions_patient on fhir.compositions (patient_id, resource_key);
create index compositions_updated on fhir.compositions (updated_at, resource_key);
create index compositions_patient_dated_from on fhir.compositions (patient_id, dated_from, resource_key);
create index compositions_dated_from on fhir.compositions (dated_from, resource_key);
create index compositions_patient_dated_to on fhir.compositions (patient_id, dated_to, resource_key);
create index compositions_dated_to on fhir.compositions (dated_to, resource_key);

create table fhir.bundles (
  resource_key bigint       not null primary key,
  id           varchar(64)  not null,
  version      bigint       not null,
  updated_at   timestamp(6) with time zone not null,
  patient_id   varchar(64),
  bundle_type  varchar(512),
  stamped_from timestamp(6) with time zone not null default timestamp with time zone '9999-12-31 23:59:59.999999+00',
  stamped_to   timestamp(6) with time zone not null default timestamp with time zone '0001-01-01 00:00:00+00'
);
comment on column fhir.bundles.bundle_type is 'Bundle.type';
comment on column fhir.bundles.stamped_from is 'Bundle.timestamp: first instant it may mean; 9999 when absent';
comment on column fhir.bundles.stamped_to is 'Bundle.timestamp: first instant after it; year 1 when absent, 9999 when open';
create unique index bundles_id on fhir.bundles (id);
create index bundles_patient on fhir.bundles (patient_id, resource_key);
create index bundles_updated on fhir.bundles (updated_at, resource_key);
create index bundles_patient_stamped_from on fhir.bundles (patient_id, stamped_from, resource_key);
create index bundles_stamped_from on fhir.bundles (stamped_from, resource_key);
create index bundles_patient_stamped_to on fhir.bundles (patient_id, stamped_to, resource_key);
create index bundles_stamped_to on fhir.bundles (stamped_to, resource_key);

create table fhir.provenances (
  resource_key  bigint       not null primary key,
  id            varchar(64)  not null,
  version       bigint       not null,
  updated_at    timestamp(6) with time zone not null,
  patient_id    varchar(64),
  recorded_from timestamp(6) with time zone not null default timestamp with time zone '9999-12-31 23:59:59.999999+00',
  recorded_to   timestamp(6) with time zone not null default timestamp with time zone '0001-01-01 00:00:00+00'
);
comment on column fhir.provenances.recorded_from is 'Provenance.recorded: first instant it may mean; 9999 when absent';
comment on column fhir.provenances.recorded_to is 'Provenance.recorded: first instant after it; year 1 when absent, 9999 when open';
create unique index provenances_id on fhir.provenances (id);
create index provenances_patient on fhir.provenances (patient_id, resource_key);
create index provenances_updated on fhir.provenances (updated_at, resource_key);
create index provenances_patient_recorded_from on fhir.provenances (patient_id, recorded_from, resource_key);
create index provenances_recorded_from on fhir.provenances (recorded_from, resource_key);
create index provenances_patient_recorded_to on fhir.provenances (patient_id, recorded_to, resource_key);
create index provenances_recorded_to on fhir.provenances (recorded_to, resource_key);
