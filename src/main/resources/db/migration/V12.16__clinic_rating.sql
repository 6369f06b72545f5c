create view clinic.rating as
select r.id,
       r.patient_id,
       r.kind,
       r.points,
       r.effective_start as rated_at,
       nullif(nullif(r.effective_from, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as rated_from,
       nullif(nullif(r.effective_to, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as rated_before,
       r.phase_code as phase,
       coalesce((select 'Procedure/' || p.session_id
                 from fhir.links l
                 join clinic.helper_infusion p on p.session_id = l.target_id
                 where l.resource_key = r.resource_key and l.element = 'Observation.partOf'
                   and l.target_type = 'Procedure'
                 order by l.position
                 fetch first 1 row only),
                (select d.infusion_id
                 from fhir.links l
                 join clinic.helper_dose d on d.id = l.target_id
                 where l.resource_key = r.resource_key and l.element = 'Observation.partOf'
                   and l.target_type = 'MedicationAdministration'
                 order by l.position
                 fetch first 1 row only)) as infusion_id,
       (select l.target_id
        from fhir.links l
        where l.resource_key = r.resource_key and l.element = 'Observation.partOf'
          and l.target_type = 'MedicationAdministration'
        order by l.position
        fetch first 1 row only) as administration_id,
       r.encounter_id as visit_id,
       (select l.target_type || '/' || l.target_id
        from fhir.links l
        where l.resource_key = r.resource_key and l.element = 'Observation.performer'
          and l.target_type is not null and l.target_id is not null
        order by l.position
        fetch first 1 row only) as rated_by,
       r.status
from (select o.*, t.kind, t.points
      from (select h.id,
                   min(case h.code when 'moaas' then 'moaas' when 'rass' then 'rass' when 'cadss-total' then 'cadss_total'
                                   when 'cadss-6-total' then 'cadss6_total'
                                   when 'dissociation-global' then 'dissociation_global' end) as kind,
                   cast(max(h.total) as numeric(16, 4)) as points
            from clinic.helper_total h
            where h.system = 'https://fhir.dripline.example/CodeSystem/ketamine-treatment'
              and h.code in ('moaas', 'rass', 'cadss-total', 'cadss-6-total', 'dissociation-global')
            group by h.id) t
      join fhir.observations o on o.id = t.id) r;
comment on view clinic.rating is 'One row for each dated Observation of sedation or dissociation.';
comment on column clinic.rating.id is 'Observation.id';
comment on column clinic.rating.patient_id is 'Observation.subject';
comment on column clinic.rating.kind is 'moaas, rass, cadss_total, cadss6_total or dissociation_global, by Observation.code';
comment on column clinic.rating.points is 'points of the scale; Observation.valueQuantity in {score}, or valueInteger';
comment on column clinic.rating.rated_at is 'Observation.effective[x], when written with a time';
comment on column clinic.rating.rated_from is 'Observation.effective[x], first instant it may mean';
comment on column clinic.rating.rated_before is 'Observation.effective[x], first instant after it';
comment on column clinic.rating.phase is 'pre, during or post; Observation.extension(monitoring-phase-ext)';
comment on column clinic.rating.infusion_id is 'Observation.partOf, or the session of the dose it names; clinic.infusion.id';
comment on column clinic.rating.administration_id is 'Observation.partOf, a MedicationAdministration id';
comment on column clinic.rating.visit_id is 'Observation.encounter, an Encounter id';
comment on column clinic.rating.rated_by is 'Observation.performer, the first: Practitioner/<id> and the like';
comment on column clinic.rating.status is 'Observation.status';
