-- The heads and versions of Patients said that they belong to nobody: the wall around them had a hole.

update fhir.resources set patient_id = id where type = 'Patient';
update fhir.resource_versions
set patient_id = (select r.id from fhir.resources r where r.resource_key = resource_versions.resource_key)
where resource_key in (select r.resource_key from fhir.resources r where r.type = 'Patient');
