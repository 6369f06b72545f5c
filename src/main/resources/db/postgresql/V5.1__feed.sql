-- Writers on PostgreSQL leave the number empty; see ADR 7. The sequence value is drawn as the row is inserted, which is
-- after the writer's locks.
alter table fhir.changes alter column sequence set default nextval('fhir.change_sequence');
create index changes_unnumbered on fhir.changes (sequence) where number is null;
