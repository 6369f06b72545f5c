-- The history in commit order. Each index costs some 40 bytes a version, a few percent of what its document takes.

-- The versions of one resource, and the version that followed another: without it each would read all changes.
alter table fhir.changes add constraint changes_version unique (resource_key, version);

-- Where "since" begins. The number stands in it because times do not ascend exactly as numbers do: the smallest number
-- since an instant is found in this index alone.
create index changes_committed_at on fhir.changes (committed_at, number);
