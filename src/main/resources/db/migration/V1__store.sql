create table fhir.resources (
  resource_key bigint primary key,
  type varchar(64) not null
);
