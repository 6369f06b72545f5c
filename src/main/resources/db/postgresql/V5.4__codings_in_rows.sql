-- Seldom are there more codings than the one in the columns: so few that an index of them costs nothing, and lets both
-- places be looked up at once.
create index observations_code_has_rows on fhir.observations (resource_key) where code_has_rows;
create index observations_category_has_rows on fhir.observations (resource_key) where category_has_rows;
