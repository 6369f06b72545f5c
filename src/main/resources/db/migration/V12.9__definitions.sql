-- More conformance resources of the jar: read-only for clients.

create table fhir.capability_statements (
  resource_key     bigint       not null primary key,
  id               varchar(64)  not null,
  version          bigint       not null,
  updated_at       timestamp(6) with time zone not null,
  patient_id       varchar(64),
  status           varchar(512),
  url              varchar(512),
  business_version varchar(512),
  name             varchar(512)
);
comment on column fhir.capability_statements.business_version is 'CapabilityStatement.version';
create unique index capability_statements_id on fhir.capability_statements (id);
create index capability_statements_url on fhir.capability_statements (url, resource_key);

create table fhir.concept_maps (
  resource_key     bigint       not null primary key,
  id               varchar(64)  not null,
  version          bigint       not null,
  updated_at       timestamp(6) with time zone not null,
  patient_id       varchar(64),
  status           varchar(512),
  url              varchar(512),
  business_version varchar(512),
  name             varchar(512)
);
comment on column fhir.concept_maps.business_version is 'ConceptMap.version';
create unique index concept_maps_id on fhir.concept_maps (id);
create index concept_maps_url on fhir.concept_maps (url, resource_key);

create table fhir.naming_systems (
  resource_key bigint       not null primary key,
  id           varchar(64)  not null,
  version      bigint       not null,
  updated_at   timestamp(6) with time zone not null,
  patient_id   varchar(64),
  status       varchar(512),
  name         varchar(512)
);
create unique index naming_systems_id on fhir.naming_systems (id);

create table fhir.operation_definitions (
  resource_key     bigint       not null primary key,
  id               varchar(64)  not null,
  version          bigint       not null,
  updated_at       timestamp(6) with time zone not null,
  patient_id       varchar(64),
  status           varchar(512),
  url              varchar(512),
  business_version varchar(512),
  name             varchar(512)
);
comment on column fhir.operation_definitions.business_version is 'OperationDefinition.version';
create unique index operation_definitions_id on fhir.operation_definitions (id);
create index operation_definitions_url on fhir.operation_definitions (url, resource_key);

create table fhir.implementation_guides (
  resource_key     bigint       not null primary key,
  id               varchar(64)  not null,
  version          bigint       not null,
  updated_at       timestamp(6) with time zone not null,
  patient_id       varchar(64),
  status           varchar(512),
  url              varchar(512),
  business_version varchar(512),
  name             varchar(512)
);
comment on column fhir.implementation_guides.business_version is 'ImplementationGuide.version';
create unique index implementation_guides_id on fhir.implementation_guides (id);
create index implementation_guides_url on fhir.implementation_guides (url, resource_key);
