-- An entry of an index has at most 2,704 bytes here, and two texts of 512 characters may have 4,096: the second one is
-- looked up in the row. Few codes are of several systems.
drop index fhir.identifiers_code;
create index identifiers_code on fhir.identifiers (element, code, resource_key);
drop index fhir.codings_code;
create index codings_code on fhir.codings (element, code_key, resource_key);
drop index fhir.components_code;
create index components_code on fhir.components (code_key, canonical, resource_key);
