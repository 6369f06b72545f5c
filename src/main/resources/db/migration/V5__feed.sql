-- The feed, so that one reader and many writers need not wait for each other: a change gets a sequence value when it is
-- written, and its number when it is committed. Each version remembers whose record it was: a corrected subject must
-- not hand the earlier versions to the other patient.

create sequence fhir.change_sequence;

create table fhir.feed (
  sequence     bigint       not null,
  number       bigint,
  type         varchar(64)  not null,
  resource_key bigint       not null,
  version      bigint       not null,
  committed_at timestamp(6) with time zone not null,
  constraint feed_number unique (number)
);
insert into fhir.feed (sequence, number, type, resource_key, version, committed_at)
select c.number, c.number, r.type, c.resource_key, c.version, c.committed_at
from fhir.changes c
join fhir.resources r on r.resource_key = c.resource_key;
drop table fhir.changes;
alter table fhir.feed rename to changes;
create index changes_type on fhir.changes (type, number);
comment on table  fhir.changes is 'Feed of all versions in commit order.';
comment on column fhir.changes.sequence is 'Drawn by the writer after its locks: of two changes of one resource the later has the greater. It has gaps.';
comment on column fhir.changes.number is 'Gap-free and ascending in commit order; empty until the commit was seen.';

alter table fhir.resource_versions add column patient_id varchar(64);
update fhir.resource_versions
set patient_id = (select r.patient_id from fhir.resources r where r.resource_key = resource_versions.resource_key);
comment on column fhir.resource_versions.patient_id is 'Whose record this version was; empty when it belonged to nobody: the wall.';
