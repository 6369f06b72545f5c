-- The record: heads, every accepted document, and the feed in commit order.

create sequence fhir.resource_keys;

create table fhir.resources (
  resource_key bigint       not null primary key,
  type         varchar(64)  not null,
  id           varchar(64)  not null,
  version      bigint       not null,
  updated_at   timestamp(6) with time zone not null,
  deleted      boolean      not null,
  patient_id   varchar(64),
  constraint resources_type_id unique (type, id)
);
comment on table  fhir.resources is 'Current head of each resource; the row that writers lock.';
comment on column fhir.resources.resource_key is 'Internal number, ascending in order of creation.';
comment on column fhir.resources.patient_id is 'Patient the resource belongs to, empty when it belongs to nobody: the wall.';

create table fhir.resource_versions (
  resource_key bigint       not null,
  version      bigint       not null,
  updated_at   timestamp(6) with time zone not null,
  interaction  varchar(8)   not null,
  author       varchar(255) not null,
  document     bytea,
  constraint resource_versions_key primary key (resource_key, version)
);
comment on table  fhir.resource_versions is 'Every accepted document, append only.';
comment on column fhir.resource_versions.interaction is 'create, update or delete.';
comment on column fhir.resource_versions.document is 'The document as accepted, UTF-8 JSON with id, meta.versionId and meta.lastUpdated set; empty for a deletion.';

create table fhir.changes (
  number       bigint       not null primary key,
  resource_key bigint       not null,
  version      bigint       not null,
  committed_at timestamp(6) with time zone not null
);
comment on table  fhir.changes is 'Feed of all versions in commit order.';
comment on column fhir.changes.number is 'Gap-free and ascending in commit order.';

create table fhir.resource_issues (
  resource_key bigint       not null,
  version      bigint       not null,
  position     integer      not null,
  severity     varchar(16)  not null,
  code         varchar(64)  not null,
  rule         varchar(128) not null,
  expression   varchar(1024),
  text         varchar(4096) not null,
  constraint resource_issues_key primary key (resource_key, version, position)
);
comment on table fhir.resource_issues is 'Warnings and information that an accepted version earned.';

-- Shared children: repeating parts, each with the FHIR path of its parent element.

create table fhir.identifiers (
  resource_key bigint       not null,
  element      varchar(64)  not null,
  position     integer      not null,
  system       varchar(512),
  code         varchar(512),
  constraint identifiers_key primary key (resource_key, element, position)
);
comment on table  fhir.identifiers is 'Identifier elements.';
comment on column fhir.identifiers.code is 'Identifier.value';
create index identifiers_code on fhir.identifiers (element, code, system, resource_key);

create table fhir.codings (
  resource_key bigint       not null,
  element      varchar(64)  not null,
  position     integer      not null,
  system       varchar(512),
  code         varchar(512),
  display      varchar(512),
  constraint codings_key primary key (resource_key, element, position)
);
comment on table  fhir.codings is 'Coding elements, alone or inside a CodeableConcept.';
create index codings_code on fhir.codings (element, code, system, resource_key);

create table fhir.human_names (
  resource_key bigint       not null,
  position     integer      not null,
  family       varchar(512),
  given        varchar(512),
  text         varchar(512),
  constraint human_names_key primary key (resource_key, position)
);
comment on table  fhir.human_names is 'HumanName elements of Patient and Practitioner.';
comment on column fhir.human_names.given is 'Given names, joined by one space.';

create table fhir.links (
  resource_key bigint       not null,
  element      varchar(64)  not null,
  position     integer      not null,
  target_type  varchar(64),
  target_id    varchar(64),
  target_version varchar(64),
  target_url   varchar(512),
  identifier_system varchar(512),
  identifier_value  varchar(512),
  constraint links_key primary key (resource_key, element, position)
);
comment on table  fhir.links is 'References that have no column of their own.';
comment on column fhir.links.target_url is 'The reference as written when it is not to this server: absolute, urn or fragment.';
create index links_target on fhir.links (target_type, target_id, element, resource_key);
create index links_url on fhir.links (target_url, element, resource_key);

create table fhir.components (
  resource_key bigint       not null,
  position     integer      not null,
  system       varchar(512),
  code         varchar(512),
  value_number numeric,
  value_unit   varchar(512),
  value_code   varchar(512),
  value_boolean boolean,
  constraint components_key primary key (resource_key, position)
);
comment on table  fhir.components is 'Observation.component, one row for each coding of each component.';
comment on column fhir.components.value_unit is 'Observation.component.valueQuantity.code, UCUM where the sender used it';
create index components_code on fhir.components (code, value_number, resource_key);

create table fhir.answers (
  resource_key bigint       not null,
  position     integer      not null,
  link_id      varchar(512),
  system       varchar(512),
  code         varchar(512),
  value_number numeric,
  value_text   varchar(512),
  value_boolean boolean,
  constraint answers_key primary key (resource_key, position)
);
comment on table  fhir.answers is 'QuestionnaireResponse.item.answer at any depth, in document order.';
comment on column fhir.answers.value_text is 'valueString, valueDate, valueDateTime, valueTime or valueUri as written';

create table fhir.secrets (
  name   varchar(64) not null primary key,
  secret bytea       not null
);
comment on table fhir.secrets is 'Random keys of this store, such as the one that signs page tokens.';
