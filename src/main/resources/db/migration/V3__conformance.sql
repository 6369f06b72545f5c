-- The conformance resources of the jar: read-only for clients.

create table fhir.structure_definitions (
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
comment on column fhir.structure_definitions.business_version is 'StructureDefinition.version';
create unique index structure_definitions_id on fhir.structure_definitions (id);
create index structure_definitions_url on fhir.structure_definitions (url, resource_key);

create table fhir.value_sets (
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
comment on column fhir.value_sets.business_version is 'ValueSet.version';
create unique index value_sets_id on fhir.value_sets (id);
create index value_sets_url on fhir.value_sets (url, resource_key);

create table fhir.code_systems (
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
comment on column fhir.code_systems.business_version is 'CodeSystem.version';
create unique index code_systems_id on fhir.code_systems (id);
create index code_systems_url on fhir.code_systems (url, resource_key);

create table fhir.search_parameters (
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
comment on column fhir.search_parameters.business_version is 'SearchParameter.version';
create unique index search_parameters_id on fhir.search_parameters (id);
create index search_parameters_url on fhir.search_parameters (url, resource_key);
