-- The warnings of a version in one row: most versions earn a few, and nobody searches them one by one. Those of earlier
-- versions are let go; $validate tells them again.

drop table fhir.resource_issues;

create table fhir.resource_issues (
  resource_key bigint  not null,
  version      bigint  not null,
  issues       varchar not null,
  constraint resource_issues_key primary key (resource_key, version)
);
comment on table  fhir.resource_issues is 'Warnings and information that an accepted version earned.';
comment on column fhir.resource_issues.issues is 'A JSON array of objects with severity, code, rule, expression (FHIRPath) and text.';
