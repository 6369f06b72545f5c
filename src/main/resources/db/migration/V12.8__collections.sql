-- Lists and groups.

create table fhir.lists (
  resource_key bigint       not null primary key,
  id           varchar(64)  not null,
  version      bigint       not null,
  updated_at   timestamp(6) with time zone not null,
  patient_id   varchar(64),
  status       varchar(512)
);
comment on column fhir.lists.status is 'List.status';
create unique index lists_id on fhir.lists (id);
create index lists_patient on fhir.lists (patient_id, resource_key);
create index lists_updated on fhir.lists (updated_at, resource_key);

create table fhir.groups (
  resource_key bigint       not null primary key,
  id           varchar(64)  not null,
  version      bigint       not null,
  updated_at   timestamp(6) with time zone not null,
  patient_id   varchar(64),
  actual       boolean,
  group_type   varchar(512)
);
comment on column fhir.groups.actual is 'Group.actual';
comment on column fhir.groups.group_type is 'Group.type';
create unique index groups_id on fhir.groups (id);
create index groups_updated on fhir.groups (updated_at, resource_key);
