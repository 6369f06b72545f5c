create view clinic.treatment_summary as
select b.id,
       b.patient_id,
       b.version,
       nullif(nullif(b.stamped_from, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as created_from,
       k.code as sha256
from fhir.bundles b
join fhir.codings k on k.resource_key = b.resource_key and k.element = 'Resource.meta.tag' and k.position >= 0
                   and k.system = 'https://fhir.dripline.example/NamingSystem/document-sha-256';
comment on view clinic.treatment_summary is 'One row for each stored summary of a treatment, its newest version.';
comment on column clinic.treatment_summary.id is 'Bundle.id';
comment on column clinic.treatment_summary.patient_id is 'Bundle.entry.resource: the subject of its Composition';
comment on column clinic.treatment_summary.version is 'versions, from 1; Bundle.meta.versionId';
comment on column clinic.treatment_summary.created_from is 'Bundle.timestamp, first instant it may mean';
comment on column clinic.treatment_summary.sha256 is 'Bundle.meta.tag: sha-256 of its JSON without meta';
