-- So that a number can say which version of which record it was computed from.
create view clinic.record as
select r.type,
       r.id,
       r.patient_id,
       r.version,
       r.updated_at
from fhir.resources r
where not r.deleted and r.patient_id is not null;
comment on view clinic.record is 'One row for each current record of a patient, of whatever type: its version.';
comment on column clinic.record.type is 'type of the resource; with id the reference, such as Observation.id 12 as Observation/12';
comment on column clinic.record.id is 'Resource.id';
comment on column clinic.record.patient_id is 'the patient whose record it is: Observation.subject and its like';
comment on column clinic.record.version is 'versions, from 1; Resource.meta.versionId';
comment on column clinic.record.updated_at is 'Resource.meta.lastUpdated';
