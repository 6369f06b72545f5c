create view clinic.adverse_event as
select e.id,
       e.patient_id,
       (select k.code from fhir.codings k
        where k.resource_key = e.resource_key and k.element = 'AdverseEvent.event'
        order by k.position
        fetch first 1 row only) as event_code,
       (select k.system from fhir.codings k
        where k.resource_key = e.resource_key and k.element = 'AdverseEvent.event'
        order by k.position
        fetch first 1 row only) as event_system,
       e.event_text,
       e.occurred_start as onset_at,
       nullif(nullif(e.occurred_from, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as onset_from,
       e.resolved_at,
       cast(extract(epoch from (e.resolved_at - e.occurred_start)) / 60 as numeric(12, 2)) as minutes,
       e.severity_code as severity,
       case when lower(e.seriousness_code) like 'serious%' then true
            when lower(e.seriousness_code) = 'non-serious' then false end as serious,
       e.outcome_code as outcome,
       coalesce((select 'Procedure/' || p.session_id
                 from fhir.links l
                 join clinic.helper_infusion p on p.session_id = l.target_id
                 where l.resource_key = e.resource_key and l.element = 'AdverseEvent.suspectEntity.instance'
                   and l.target_type = 'Procedure'
                 order by l.position
                 fetch first 1 row only),
                (select d.infusion_id
                 from fhir.links l
                 join clinic.helper_dose d on d.id = l.target_id
                 where l.resource_key = e.resource_key and l.element = 'AdverseEvent.suspectEntity.instance'
                   and l.target_type = 'MedicationAdministration'
                 order by l.position
                 fetch first 1 row only)) as infusion_id,
       (select l.target_id
        from fhir.links l
        where l.resource_key = e.resource_key and l.element = 'AdverseEvent.suspectEntity.instance'
          and l.target_type = 'MedicationAdministration'
        order by l.position
        fetch first 1 row only) as administration_id,
       e.encounter_id as visit_id
from fhir.adverse_events e
where coalesce(e.actuality, 'actual') = 'actual';
comment on view clinic.adverse_event is 'One row for each AdverseEvent that happened; potential ones are left out.';
comment on column clinic.adverse_event.id is 'AdverseEvent.id';
comment on column clinic.adverse_event.patient_id is 'AdverseEvent.subject';
comment on column clinic.adverse_event.event_code is 'AdverseEvent.event, first coding';
comment on column clinic.adverse_event.event_system is 'AdverseEvent.event, system of the first coding';
comment on column clinic.adverse_event.event_text is 'AdverseEvent.event.text, else its first display';
comment on column clinic.adverse_event.onset_at is 'AdverseEvent.date, when written with a time';
comment on column clinic.adverse_event.onset_from is 'AdverseEvent.date, first instant it may mean';
comment on column clinic.adverse_event.resolved_at is 'AdverseEvent.extension(resolved-at), when written with a time';
comment on column clinic.adverse_event.minutes is 'min; AdverseEvent.extension(resolved-at) minus AdverseEvent.date: resolved_at minus onset_at';
comment on column clinic.adverse_event.severity is 'AdverseEvent.severity: mild, moderate or severe';
comment on column clinic.adverse_event.serious is 'AdverseEvent.seriousness; empty when nobody said';
comment on column clinic.adverse_event.outcome is 'AdverseEvent.outcome';
comment on column clinic.adverse_event.infusion_id is 'AdverseEvent.suspectEntity.instance, a Procedure or the session of an administration; clinic.infusion.id';
comment on column clinic.adverse_event.administration_id is 'AdverseEvent.suspectEntity.instance, a MedicationAdministration id';
comment on column clinic.adverse_event.visit_id is 'AdverseEvent.encounter, an Encounter id';
