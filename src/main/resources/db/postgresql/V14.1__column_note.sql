-- PostgreSQL keeps the comments themselves; this shows them under the name that H2 keeps them under.
create view clinic.column_note as
select cast(c.relname as varchar(128)) as view_name,
       cast(a.attname as varchar(128)) as column_name,
       cast(d.description as varchar(2000)) as note
from pg_catalog.pg_class c
join pg_catalog.pg_namespace n on n.oid = c.relnamespace and n.nspname = 'clinic'
join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
join pg_catalog.pg_description d
  on d.objoid = c.oid and d.classoid = 'pg_catalog.pg_class'::regclass and d.objsubid = a.attnum
where c.relkind = 'v' and c.relname <> 'column_note';
comment on view clinic.column_note is 'What each column of each view for reports means.';
