-- The clinic's own words over the typed tables: views for reports and for the clinical calculations.
--
-- They hide what was entered in error, not done or cancelled. Numbers are in the unit that ends the column's name;
-- another unit is converted by an exact factor (UCUM) or the column is empty: it is never passed through.
-- *_at is an instant, filled only when the record has a time of day; *_from and *_before are the half-open range of
-- instants that a partial date may mean, empty when open or absent.
-- A number for reports has a type with a scale, since H2 prints a numeric without one as 4E+1. What is measured is
-- numeric(16, 4), a rate numeric(16, 6), both rounded half up: H2 prints even a zero of more than six decimals with an E.
-- A thousand million or more, which nobody measured and the type might not hold, is left out, as is a count that is no
-- whole number from 0 to 2147483647: such a value stands only in the tables of schema fhir and in the document.
-- Numbers are divided as numeric(30, 10), within bounds that hold everything real: H2 divides a numeric without scale
-- to a hundred thousand digits.
-- "position >= 0" says nothing; it leads H2 to the primary key of codings before it has any statistics.
-- An infusion_id is a reference, Procedure/<id> or Encounter/<id>: a nasal session has no Procedure of its own.
-- This file holds the helpers, which carry the keys that let both databases use their indexes; reports leave them alone.
-- Each view for reports has its own file.

comment on schema clinic is 'The clinic''s own words, for reports. The comment of a number begins with its unit; it is rounded half up to the decimals of its type, and empty when it is a thousand million or more, or a count that is no whole number.';

create view clinic.helper_course as
select c.resource_key, c.id, c.patient_id, c.status, c.course_number, c.planned_infusions, c.phase_code,
       c.period_from, c.period_to
from fhir.care_plans c
where coalesce(c.status, '') <> 'entered-in-error'
  and (c.course_number is not null
       or exists (select 1 from fhir.codings k
                  where k.resource_key = c.resource_key and k.element = 'CarePlan.category'
                    and k.system = 'https://fhir.dripline.example/CodeSystem/ketamine-treatment'
                    and k.code = 'treatment-course'));
comment on view clinic.helper_course is 'Helper, not for reports: the CarePlans that are treatment courses.';

-- Which drug it was is said by code; a drug without any known code by its text, since many feeds send local codes.
create view clinic.helper_dose as
select g.*,
       case when g.procedure_id is not null then 'Procedure/' || g.procedure_id
            when not g.nasal then null
            when g.encounter_id is not null then 'Encounter/' || g.encounter_id
            else 'MedicationAdministration/' || g.id end as infusion_id,
       case g.dose_unit when 'mg' then g.dose_value
                        when 'g' then g.dose_value * 1000
                        when 'ug' then g.dose_value * 0.001 end as dose_mg,
       case g.dose_unit when 'mL' then g.dose_value
                        when 'ml' then g.dose_value
                        when 'L' then g.dose_value * 1000
                        when 'l' then g.dose_value * 1000 end as volume_ml,
       case g.dosing_weight_unit when 'kg' then g.dosing_weight_value
                                 when 'g' then g.dosing_weight_value * 0.001
                                 when '[lb_av]' then g.dosing_weight_value * 0.45359237 end as dosing_weight_kg,
       case g.dose_per_kg_unit when 'mg/kg' then g.dose_per_kg_value
                               when 'ug/kg' then g.dose_per_kg_value * 0.001
                               when 'ug/g' then g.dose_per_kg_value end as dose_mg_per_kg,
       case g.rate_unit when 'mg/min' then g.rate_value
                        when 'g/min' then g.rate_value * 1000
                        when 'ug/min' then g.rate_value * 0.001
                        when 'mg/s' then g.rate_value * 60
                        when 'mg/h' then case when g.rate_value between 0 and 1000000
                                              then cast(g.rate_value as numeric(30, 10)) / 60 end
       end as rate_mg_per_min,
       case g.rate_unit when 'mL/h' then g.rate_value
                        when 'ml/h' then g.rate_value
                        when 'L/h' then g.rate_value * 1000
                        when 'mL/min' then g.rate_value * 60
                        when 'ml/min' then g.rate_value * 60 end as rate_ml_per_h,
       case g.rate_unit when 'mg/kg/h' then g.rate_value
                        when 'mg/kg/min' then g.rate_value * 60
                        when 'ug/kg/h' then g.rate_value * 0.001
                        when 'ug/kg/min' then g.rate_value * 0.06 end as rate_mg_per_kg_per_h
from (select a.*, coalesce(a.esketamine, false) or coalesce(a.route_code, '') = '46713006' as nasal
      from (select m.*,
                   coalesce((select bool_or(k.code in ('2201623', '2201625', 'N01AX14', 'N06AX27'))
                             from fhir.codings k
                             where k.resource_key = m.resource_key and k.position >= 0
                               and k.element = 'MedicationAdministration.medicationCodeableConcept'
                               and ((k.system = 'http://www.nlm.nih.gov/research/umls/rxnorm'
                                     and k.code in ('6130', '238082', '238083', '238084', '206967', '206970', '206972',
                                                    '2201623', '2201625'))
                                 or (k.system = 'http://snomed.info/sct' and k.code = '373464007')
                                 or (k.system = 'http://www.whocc.no/atc'
                                     and k.code in ('N01AX03', 'N01AX14', 'N06AX27')))),
                            case when lower(m.agent_text) like '%esketamin%' then true
                                 when lower(m.agent_text) like '%ketamin%' then false end) as esketamine,
                   (select p.id
                    from fhir.links l
                    join fhir.procedures p on p.id = l.target_id
                    where l.resource_key = m.resource_key and l.element = 'MedicationAdministration.partOf'
                      and l.target_type = 'Procedure'
                      and coalesce(p.status, '') not in ('entered-in-error', 'not-done')
                    order by l.position
                    fetch first 1 row only) as procedure_id
            from fhir.medication_administrations m
            where coalesce(m.status, '') not in ('entered-in-error', 'not-done')) a
      where a.esketamine is not null) g;
comment on view clinic.helper_dose is 'Helper, not for reports: administrations of ketamine and esketamine, and the session each belongs to.';

create view clinic.helper_infusion as
select 'Procedure' as session_type, p.id as session_id, p.resource_key, p.patient_id, p.encounter_id, p.status,
       p.status_reason, p.infusion_number, p.performed_from as starts_from,
       p.performed_start as started_at, p.performed_end as ended_at,
       coalesce((select c.id
                 from fhir.links l
                 join clinic.helper_course c on c.id = l.target_id
                 where l.resource_key = p.resource_key and l.element = 'Procedure.basedOn'
                   and l.target_type = 'CarePlan'
                 order by l.position
                 fetch first 1 row only),
                (select c.id
                 from clinic.helper_course c
                 where c.patient_id = p.patient_id
                   and c.period_from <= p.performed_from and p.performed_from < c.period_to
                 order by c.period_from desc, c.resource_key desc
                 fetch first 1 row only)) as course_id
from fhir.procedures p
where coalesce(p.status, '') not in ('entered-in-error', 'not-done')
  and (p.infusion_number is not null
       or exists (select 1
                  from fhir.links l
                  join clinic.helper_course c on c.id = l.target_id
                  where l.resource_key = p.resource_key and l.element = 'Procedure.basedOn'
                    and l.target_type = 'CarePlan')
       or exists (select 1
                  from fhir.links l
                  join clinic.helper_dose d on d.resource_key = l.resource_key
                  where l.element = 'MedicationAdministration.partOf' and l.target_type = 'Procedure'
                    and l.target_id = p.id and d.procedure_id = p.id));
comment on view clinic.helper_infusion is 'Helper, not for reports: the Procedures that are infusions of a ketamine course.';

create view clinic.helper_nasal as
select n.*,
       (select c.id
        from clinic.helper_course c
        where c.patient_id = n.patient_id and c.period_from <= n.starts_from and n.starts_from < c.period_to
        order by c.period_from desc, c.resource_key desc
        fetch first 1 row only) as course_id
from (select case when d.encounter_id is null then 'MedicationAdministration' else 'Encounter' end as session_type,
             coalesce(d.encounter_id, d.id) as session_id,
             min(d.resource_key) as resource_key,
             d.patient_id,
             d.encounter_id,
             case when bool_or(d.status = 'in-progress') then 'in-progress'
                  when bool_or(d.status = 'stopped') then 'stopped'
                  when bool_or(d.status = 'on-hold') then 'on-hold'
                  when bool_or(d.status = 'completed') then 'completed'
                  else 'unknown' end as status,
             min(d.effective_from) as starts_from,
             min(d.effective_start) as started_at,
             max(d.effective_end) as ended_at
      from clinic.helper_dose d
      where d.procedure_id is null and d.nasal
      group by case when d.encounter_id is null then 'MedicationAdministration' else 'Encounter' end,
               coalesce(d.encounter_id, d.id), d.patient_id, d.encounter_id) n;
comment on view clinic.helper_nasal is 'Helper, not for reports: the esketamine given in one encounter, which has no Procedure.';

create view clinic.helper_session as
select session_type, session_id, resource_key, patient_id, encounter_id, status, status_reason, infusion_number,
       starts_from, started_at, ended_at, course_id
from clinic.helper_infusion
union all
select session_type, session_id, resource_key, patient_id, encounter_id, status, cast(null as varchar(512)),
       cast(null as numeric), starts_from, started_at, ended_at, course_id
from clinic.helper_nasal;
comment on view clinic.helper_session is 'Helper, not for reports: infusions and nasal sessions together.';

create view clinic.helper_session_dose as
select 'Procedure' as session_type, l.target_id as session_id, d.resource_key, d.esketamine, d.dose_mg,
       d.dosing_weight_kg, d.dose_mg_per_kg, d.effective_start as started_at, d.effective_end as ended_at
from fhir.links l
join clinic.helper_dose d on d.resource_key = l.resource_key
where l.element = 'MedicationAdministration.partOf' and l.target_type = 'Procedure' and d.procedure_id = l.target_id
  -- Named twice, such as with and without a version, it was still given once.
  and not exists (select 1
                  from fhir.links e
                  where e.resource_key = l.resource_key and e.element = l.element and e.target_type = l.target_type
                    and e.target_id = l.target_id and e.position < l.position)
union all
select 'Encounter', d.encounter_id, d.resource_key, d.esketamine, d.dose_mg, d.dosing_weight_kg, d.dose_mg_per_kg,
       d.effective_start, d.effective_end
from clinic.helper_dose d
where d.procedure_id is null and d.nasal
union all
select 'MedicationAdministration', d.id, d.resource_key, d.esketamine, d.dose_mg, d.dosing_weight_kg, d.dose_mg_per_kg,
       d.effective_start, d.effective_end
from clinic.helper_dose d
where d.procedure_id is null and d.nasal and d.encounter_id is null;
comment on view clinic.helper_session_dose is 'Helper, not for reports: the doses of each session.';

create view clinic.helper_session_reading as
select 'Procedure' as session_type, l.target_id as session_id, l.resource_key
from fhir.links l
where l.element = 'Observation.partOf' and l.target_type = 'Procedure'
union all
select 'Procedure', a.target_id, l.resource_key
from fhir.links a
join fhir.medication_administrations m on m.resource_key = a.resource_key
join fhir.links l on l.target_id = m.id and l.target_type = 'MedicationAdministration'
                 and l.element = 'Observation.partOf'
where a.element = 'MedicationAdministration.partOf' and a.target_type = 'Procedure'
union all
select 'Encounter', m.encounter_id, l.resource_key
from fhir.medication_administrations m
join fhir.links l on l.target_id = m.id and l.target_type = 'MedicationAdministration'
                 and l.element = 'Observation.partOf'
union all
select 'MedicationAdministration', m.id, l.resource_key
from fhir.medication_administrations m
join fhir.links l on l.target_id = m.id and l.target_type = 'MedicationAdministration'
                 and l.element = 'Observation.partOf';
comment on view clinic.helper_session_reading is 'Helper, not for reports: Observations that are part of a session or of its doses.';

create view clinic.helper_observation_code as
select o.resource_key, o.code_system as system, o.code
from fhir.observations o
where o.code is not null
union all
select k.resource_key, k.system, k.code
from fhir.codings k
where k.element = 'Observation.code' and k.position >= 0 and k.code is not null;
comment on view clinic.helper_observation_code is 'Helper, not for reports: every coding of Observation.code.';

create view clinic.helper_total as
select o.patient_id, o.id, k.system, k.code, cast(o.value_number as numeric(16, 4)) as total,
       o.effective_from as scored_from
from fhir.observations o
join clinic.helper_observation_code k on k.resource_key = o.resource_key
where coalesce(o.status, '') not in ('entered-in-error', 'cancelled')
  and abs(o.value_number) < 1e9
  and (o.value_unit is null or o.value_unit = '1' or o.value_unit like '{%}')
  and o.effective_from > timestamp with time zone '0001-01-01 00:00:00+00'
  and o.effective_from < timestamp with time zone '9999-12-31 23:59:59.999999+00';
comment on view clinic.helper_total is 'Helper, not for reports: dated points of any scale, by code.';
