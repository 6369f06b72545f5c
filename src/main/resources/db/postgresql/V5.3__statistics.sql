-- A code comes with its element and its system. Without knowing that, PostgreSQL expects a thousandth of the rows, and
-- reads and sorts all resources of a frequent code instead of walking them by date.
create statistics fhir.codings_together (dependencies, mcv) on element, code_key, system from fhir.codings;
create statistics fhir.identifiers_together (dependencies, mcv) on element, system from fhir.identifiers;
create statistics fhir.links_together (dependencies, mcv) on element, target_type from fhir.links;
create statistics fhir.quantities_together (dependencies, mcv) on element, canonical_unit from fhir.quantities;
create statistics fhir.components_together (dependencies, mcv) on code_key, system from fhir.components;
