-- A file that is opened again has no comments any more, and its notes stay as they are.
merge into clinic.column_note (view_name, column_name, note)
select table_name, column_name, remarks
from information_schema.columns
where table_schema = 'clinic' and remarks is not null and table_name <> 'column_note';
