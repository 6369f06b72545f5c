-- Places, the roles of people, and those close to a patient.

create table fhir.locations (
  resource_key bigint       not null primary key,
  id           varchar(64)  not null,
  version      bigint       not null,
  updated_at   timestamp(6) with time zone not null,
  patient_id   varchar(64),
  status       varchar(512),
  name         varchar(512)
);
comment on column fhir.locations.status is 'Location.status';
comment on column fhir.locations.name is 'Location.name';
create unique index locations_id on fhir.locations (id);
create index locations_updated on fhir.locations (updated_at, resource_key);

create table fhir.practitioner_roles (
  resource_key bigint       not null primary key,
  id           varchar(64)  not null,
  version      bigint       not null,
  updated_at   timestamp(6) with time zone not null,
  patient_id   varchar(64),
  active       boolean
);
comment on column fhir.practitioner_roles.active is 'PractitionerRole.active';
create unique index practitioner_roles_id on fhir.practitioner_roles (id);
create index practitioner_roles_updated on fhir.practitioner_roles (updated_at, resource_key);

create table fhir.related_persons (
  resource_key bigint       not null primary key,
  id           varchar(64)  not null,
  version      bigint       not null,
  updated_at   timestamp(6) with time zone not null,
  patient_id   varchar(64),
  active       boolean,
  gender       varchar(512)
);
comment on column fhir.related_persons.active is 'RelatedPerson.active';
comment on column fhir.related_persons.gender is 'RelatedPerson.gender';
create unique index related_persons_id on fhir.related_persons (id);
create index related_persons_patient on fhir.related_persons (patient_id, resource_key);
create index related_persons_updated on fhir.related_persons (updated_at, resource_key);
