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

-- Shared children: repeating parts, each with the FHIR path of its element and the index of its parent element, so that
-- a composite search can tell which parts belong together. What a column "key" ends with "_key" is normalised for
-- searching: see the clarifications.

create table fhir.identifiers (
  resource_key bigint       not null,
  element      varchar(96)  not null,
  position     integer      not null,
  system       varchar(512),
  code         varchar(512),
  type_system  varchar(512),
  type_code    varchar(512),
  text_key     varchar(512),
  constraint identifiers_key primary key (resource_key, element, position)
);
comment on table  fhir.identifiers is 'Identifier elements, one row for each coding of Identifier.type.';
comment on column fhir.identifiers.code is 'Identifier.value';
comment on column fhir.identifiers.type_code is 'Identifier.type.coding.code, in lower case when its system is not case-sensitive';
comment on column fhir.identifiers.text_key is 'Identifier.type.text, normalised';
create index identifiers_code on fhir.identifiers (element, code, system, resource_key);

create table fhir.codings (
  resource_key bigint       not null,
  element      varchar(96)  not null,
  position     integer      not null,
  parent       integer      not null,
  system       varchar(512),
  code         varchar(512),
  code_key     varchar(512),
  case_sensitive boolean    not null,
  display      varchar(512),
  text_key     varchar(512),
  constraint codings_key primary key (resource_key, element, position)
);
comment on table  fhir.codings is 'Coding elements, alone or inside a CodeableConcept, and other tokens; a concept''s own text has a row without a code.';
comment on column fhir.codings.code_key is 'The code in lower case.';
comment on column fhir.codings.case_sensitive is 'Whether codes of this system differ by their case.';
comment on column fhir.codings.text_key is 'The display, or the concept''s text, normalised.';
create index codings_code on fhir.codings (element, code_key, system, resource_key);
create index codings_text on fhir.codings (element, text_key, resource_key);

create table fhir.texts (
  resource_key bigint       not null,
  element      varchar(96)  not null,
  position     integer      not null,
  parent       integer      not null,
  content      varchar(512) not null,
  text_key     varchar(512) not null,
  constraint texts_key primary key (resource_key, element, position)
);
comment on table  fhir.texts is 'Strings that can be searched, among them the parts of names and addresses.';
create index texts_text on fhir.texts (element, text_key, resource_key);

create table fhir.uris (
  resource_key bigint       not null,
  element      varchar(96)  not null,
  position     integer      not null,
  parent       integer      not null,
  uri          varchar(512) not null,
  version      varchar(512),
  constraint uris_key primary key (resource_key, element, position)
);
comment on table  fhir.uris is 'Uris and canonicals.';
comment on column fhir.uris.version is 'Of a canonical: what stands behind the bar.';
create index uris_uri on fhir.uris (element, uri, resource_key);

create table fhir.dates (
  resource_key bigint       not null,
  element      varchar(96)  not null,
  position     integer      not null,
  parent       integer      not null,
  low          timestamp(6) with time zone not null,
  high         timestamp(6) with time zone not null,
  constraint dates_key primary key (resource_key, element, position)
);
comment on table  fhir.dates is 'Dates and Periods that have no columns of their own, as half-open ranges.';
create index dates_low on fhir.dates (element, low, resource_key);
create index dates_high on fhir.dates (element, high, resource_key);

create table fhir.quantities (
  resource_key bigint       not null,
  element      varchar(96)  not null,
  position     integer      not null,
  parent       integer      not null,
  low          numeric,
  high         numeric,
  unit_system  varchar(512),
  unit_code    varchar(512),
  unit_text    varchar(512),
  canonical_low  numeric,
  canonical_high numeric,
  canonical_unit varchar(512),
  constraint quantities_key primary key (resource_key, element, position)
);
comment on table  fhir.quantities is 'Quantities, Ranges and numbers that can be searched. Both ends are the value of a Quantity.';
comment on column fhir.quantities.low is 'Empty when the Range is open below.';
comment on column fhir.quantities.high is 'Empty when the Range is open above.';
comment on column fhir.quantities.canonical_unit is 'In UCUM''s base units, when the unit is one of UCUM''s.';
create index quantities_canonical on fhir.quantities (element, canonical_unit, canonical_low, resource_key);
create index quantities_low on fhir.quantities (element, low, resource_key);

create table fhir.links (
  resource_key bigint       not null,
  element      varchar(96)  not null,
  position     integer      not null,
  parent       integer      not null,
  target_type  varchar(64),
  target_id    varchar(64),
  target_version varchar(64),
  target_url   varchar(512),
  identifier_system varchar(512),
  identifier_value  varchar(512),
  constraint links_key primary key (resource_key, element, position)
);
comment on table  fhir.links is 'References that have no column of their own.';
comment on column fhir.links.target_type is 'The type that the reference says it is to, also of what is contained or elsewhere.';
comment on column fhir.links.target_id is 'Empty when the reference is not to this server.';
comment on column fhir.links.target_url is 'The reference as written when it is not to this server: absolute, urn or fragment.';
create index links_target on fhir.links (target_type, target_id, element, resource_key);
create index links_url on fhir.links (target_url, element, resource_key);

create table fhir.components (
  resource_key bigint       not null,
  position     integer      not null,
  parent       integer      not null,
  system       varchar(512),
  code         varchar(512),
  code_key     varchar(512),
  case_sensitive boolean    not null,
  text_key     varchar(512),
  value_number numeric,
  value_unit   varchar(512),
  value_code   varchar(512),
  value_boolean boolean,
  quantity     numeric,
  unit_system  varchar(512),
  unit_code    varchar(512),
  unit_text    varchar(512),
  canonical    numeric,
  canonical_unit varchar(512),
  constraint components_key primary key (resource_key, position)
);
comment on table  fhir.components is 'Observation.component, one row for each coding of each component.';
comment on column fhir.components.parent is 'Which component.';
comment on column fhir.components.value_unit is 'Observation.component.valueQuantity.code, UCUM where the sender used it';
comment on column fhir.components.quantity is 'Observation.component.valueQuantity.value';
create index components_code on fhir.components (code_key, canonical_unit, canonical, resource_key);
create index components_quantity on fhir.components (canonical_unit, canonical, resource_key);

create table fhir.answers (
  resource_key bigint       not null primary key,
  link_id      varchar(512) array not null,
  system       varchar(512) array not null,
  code         varchar(512) array not null,
  value_number varchar(512) array not null,
  value_text   varchar(512) array not null,
  value_boolean boolean     array not null
);
comment on table  fhir.answers is 'QuestionnaireResponse.item.answer at any depth: one row for each response, lists of equal length in document order.';
comment on column fhir.answers.value_number is 'value[x] when it is a number, or a Quantity''s value, as digits';
comment on column fhir.answers.value_text is 'valueString, valueDate, valueDateTime, valueTime or valueUri as written';

create table fhir.secrets (
  name   varchar(64) not null primary key,
  secret bytea       not null
);
comment on table fhir.secrets is 'Random keys of this store, such as the one that signs page tokens.';
