-- From what the typed rows were made, and how far their rebuilding has come.

create table fhir.projection (
  singleton    boolean      not null primary key,
  fingerprint  varchar(64)  not null,
  rebuilt_to   bigint,
  constraint projection_singleton check (singleton)
);
comment on table  fhir.projection is 'One row: what the typed rows were made by.';
comment on column fhir.projection.fingerprint is 'SHA-256 of the mapping and the settings that shape typed rows.';
comment on column fhir.projection.rebuilt_to is 'While rows are rebuilt: the resource_key up to which they are; else empty.';
