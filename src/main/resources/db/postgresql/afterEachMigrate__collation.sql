-- Text sorts and compares as in H2 and in Java, by its characters' numbers, whatever the language of the database; and
-- only so does LIKE with a prefix use an index. After each migration, since a view on a column forbids to change it.
do $$
declare
  changed record;
begin
  for changed in
    select c.table_name,
           string_agg(format('alter column %I type varchar%s collate "C"', c.column_name,
                             '(' || c.character_maximum_length || ')'), ', ') as actions
    from information_schema.columns c
    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.table_schema = 'fhir' and t.table_type = 'BASE TABLE' and c.table_name <> 'flyway_schema_history'
      and c.data_type = 'character varying' and c.collation_name is distinct from 'C'
    group by c.table_name
  loop
    execute format('alter table fhir.%I %s', changed.table_name, changed.actions);
  end loop;
end $$;
