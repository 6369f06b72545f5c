create view clinic.visit as
select v.id,
       v.patient_id,
       (select s.course_id
        from clinic.helper_session s
        where s.encounter_id = v.id and s.patient_id = v.patient_id and s.course_id is not null
        order by s.starts_from, s.resource_key
        fetch first 1 row only) as course_id,
       v.period_start as arrived_at,
       v.period_end as left_at,
       nullif(nullif(v.period_from, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as arrived_from,
       nullif(nullif(v.period_to, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as left_before,
       v.site_id,
       (select p.name from fhir.locations p where p.id = v.site_id) as site_name,
       v.discharge_code as discharge_disposition,
       v.status
from (select e.*,
             (select l.target_id
              from fhir.links l
              where l.resource_key = e.resource_key and l.element = 'Encounter.location.location'
                and l.target_type = 'Location'
              order by l.position
              fetch first 1 row only) as site_id
      from fhir.encounters e
      where coalesce(e.status, '') not in ('entered-in-error', 'cancelled')) v;
comment on view clinic.visit is 'One row for each Encounter.';
comment on column clinic.visit.id is 'Encounter.id';
comment on column clinic.visit.patient_id is 'Encounter.subject';
comment on column clinic.visit.course_id is 'the course of the first session at this visit, a CarePlan id: Procedure.encounter or MedicationAdministration.context';
comment on column clinic.visit.arrived_at is 'Encounter.period.start, when written with a time';
comment on column clinic.visit.left_at is 'Encounter.period.end, when written with a time';
comment on column clinic.visit.arrived_from is 'Encounter.period, first instant it may mean';
comment on column clinic.visit.left_before is 'Encounter.period, first instant after it; empty when open';
comment on column clinic.visit.site_id is 'Encounter.location.location, a Location id';
comment on column clinic.visit.site_name is 'Location.name of the site';
comment on column clinic.visit.discharge_disposition is 'Encounter.hospitalization.dischargeDisposition, first coding';
comment on column clinic.visit.status is 'Encounter.status';
