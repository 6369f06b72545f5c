-- H2 forgets the comments on a view's columns when it closes the file, and takes none into a backup: a table keeps them.
-- afterMigrate__column_note.sql fills it from the comments, right after the migrations that make them.
create table clinic.column_note (
  view_name varchar(128) not null,
  column_name varchar(128) not null,
  note varchar(2000) not null,
  primary key (view_name, column_name)
);
comment on table clinic.column_note is 'What each column of each view for reports means.';
