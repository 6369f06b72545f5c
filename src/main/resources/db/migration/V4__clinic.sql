-- The clinic's own words over the typed tables: views for reports and for the clinical calculations.
--
-- They hide what was entered in error, not done or cancelled. Numbers are in the unit that ends the column's name;
-- another unit is converted by an exact factor (UCUM) or the column is empty: it is never passed through.
-- *_at is an instant, filled only when the record has a time of day; *_from and *_before are the half-open range of
-- instants that a partial date may mean, empty when open or absent.
-- Numbers are divided as numeric(30, 10), within bounds that hold everything real: H2 divides a numeric without scale
-- to a hundred thousand digits.
-- "position >= 0" says nothing; it leads H2 to the primary key of codings before it has any statistics.
-- An infusion_id is a reference, Procedure/<id> or Encounter/<id>: a nasal session has no Procedure of its own.
-- Helpers come first. They carry the keys that let both databases use their indexes; reports leave them alone.

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
                               when 'ug/g' then g.dose_per_kg_value end as dose_mg_per_kg
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
       d.dosing_weight_kg, d.dose_mg_per_kg
from fhir.links l
join clinic.helper_dose d on d.resource_key = l.resource_key
where l.element = 'MedicationAdministration.partOf' and l.target_type = 'Procedure' and d.procedure_id = l.target_id
  -- Named twice, such as with and without a version, it was still given once.
  and not exists (select 1
                  from fhir.links e
                  where e.resource_key = l.resource_key and e.element = l.element and e.target_type = l.target_type
                    and e.target_id = l.target_id and e.position < l.position)
union all
select 'Encounter', d.encounter_id, d.resource_key, d.esketamine, d.dose_mg, d.dosing_weight_kg, d.dose_mg_per_kg
from clinic.helper_dose d
where d.procedure_id is null and d.nasal
union all
select 'MedicationAdministration', d.id, d.resource_key, d.esketamine, d.dose_mg, d.dosing_weight_kg, d.dose_mg_per_kg
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

create view clinic.helper_total as
select o.patient_id, o.id, k.system, k.code, o.value_number as total, o.effective_from as scored_from
from fhir.observations o
join fhir.codings k on k.resource_key = o.resource_key
where k.element = 'Observation.code'
  and coalesce(o.status, '') not in ('entered-in-error', 'cancelled')
  and o.value_number is not null
  and (o.value_unit is null or o.value_unit = '1' or o.value_unit like '{%}')
  and o.effective_from > timestamp with time zone '0001-01-01 00:00:00+00'
  and o.effective_from < timestamp with time zone '9999-12-31 23:59:59.999999+00';
comment on view clinic.helper_total is 'Helper, not for reports: dated points of any scale, by code.';

create view clinic.dose as
select d.id,
       d.patient_id,
       d.infusion_id,
       d.encounter_id as visit_id,
       d.request_id as order_id,
       case when d.esketamine then 'esketamine' else 'ketamine' end as agent,
       d.agent_text,
       d.route_code,
       d.effective_start as started_at,
       d.effective_end as ended_at,
       nullif(nullif(d.effective_from, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as given_from,
       nullif(nullif(d.effective_to, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as given_before,
       d.dose_mg,
       d.dosing_weight_kg,
       d.dose_mg_per_kg,
       case when d.dose_mg between 0 and 1000000 and d.dosing_weight_kg between 0.001 and 1000000
            then round(cast(d.dose_mg as numeric(30, 10)) / cast(d.dosing_weight_kg as numeric(30, 10)), 4)
       end as computed_dose_mg_per_kg,
       d.rate_value,
       d.rate_unit,
       case d.rate_unit when 'mg/min' then d.rate_value
                        when 'g/min' then d.rate_value * 1000
                        when 'ug/min' then d.rate_value * 0.001
                        when 'mg/s' then d.rate_value * 60
                        when 'mg/h' then case when d.rate_value between 0 and 1000000
                                              then round(cast(d.rate_value as numeric(30, 10)) / 60, 6) end
       end as rate_mg_per_min,
       case d.rate_unit when 'mL/h' then d.rate_value
                        when 'ml/h' then d.rate_value
                        when 'L/h' then d.rate_value * 1000
                        when 'mL/min' then d.rate_value * 60
                        when 'ml/min' then d.rate_value * 60 end as rate_ml_per_h,
       case d.rate_unit when 'mg/kg/h' then d.rate_value
                        when 'mg/kg/min' then d.rate_value * 60
                        when 'ug/kg/h' then d.rate_value * 0.001
                        when 'ug/kg/min' then d.rate_value * 0.06 end as rate_mg_per_kg_per_h,
       d.volume_ml,
       d.device_count,
       d.lot_number,
       d.status
from clinic.helper_dose d;
comment on view clinic.dose is 'One row for each MedicationAdministration of ketamine or esketamine.';
comment on column clinic.dose.id is 'MedicationAdministration.id';
comment on column clinic.dose.patient_id is 'MedicationAdministration.subject';
comment on column clinic.dose.infusion_id is 'The session: MedicationAdministration.partOf, for a nasal dose its context; clinic.infusion.id';
comment on column clinic.dose.visit_id is 'MedicationAdministration.context, an Encounter id';
comment on column clinic.dose.order_id is 'MedicationAdministration.request, a MedicationRequest id';
comment on column clinic.dose.agent is 'ketamine or esketamine, from MedicationAdministration.medicationCodeableConcept: by code, else by text';
comment on column clinic.dose.agent_text is 'MedicationAdministration.medicationCodeableConcept.text, else its first display';
comment on column clinic.dose.route_code is 'MedicationAdministration.dosage.route, first coding: 47625008 intravenous, 46713006 nasal (SNOMED CT)';
comment on column clinic.dose.started_at is 'MedicationAdministration.effective[x], start, when written with a time';
comment on column clinic.dose.ended_at is 'MedicationAdministration.effectivePeriod.end, when written with a time';
comment on column clinic.dose.given_from is 'MedicationAdministration.effective[x], first instant it may mean';
comment on column clinic.dose.given_before is 'MedicationAdministration.effective[x], first instant after it';
comment on column clinic.dose.dose_mg is 'mg; MedicationAdministration.dosage.dose, converted from g and ug';
comment on column clinic.dose.dosing_weight_kg is 'kg; MedicationAdministration.dosage.extension(dosing-weight), converted from g and [lb_av]';
comment on column clinic.dose.dose_mg_per_kg is 'mg/kg as recorded; MedicationAdministration.dosage.extension(dose-per-kg)';
comment on column clinic.dose.computed_dose_mg_per_kg is 'mg/kg; dose_mg divided by dosing_weight_kg, four decimals';
comment on column clinic.dose.rate_value is 'in rate_unit, as recorded; MedicationAdministration.dosage.rateQuantity.value';
comment on column clinic.dose.rate_unit is 'UCUM; MedicationAdministration.dosage.rateQuantity.code';
comment on column clinic.dose.rate_mg_per_min is 'mg/min; MedicationAdministration.dosage.rateQuantity when it is mass by time';
comment on column clinic.dose.rate_ml_per_h is 'mL/h; MedicationAdministration.dosage.rateQuantity when it is volume by time';
comment on column clinic.dose.rate_mg_per_kg_per_h is 'mg/kg/h; MedicationAdministration.dosage.rateQuantity when it is mass by weight and time';
comment on column clinic.dose.volume_ml is 'mL; MedicationAdministration.dosage.dose when it was recorded as a volume, whose strength nobody knows here';
comment on column clinic.dose.device_count is 'nasal devices of 28 mg; MedicationAdministration.dosage.extension(device-count)';
comment on column clinic.dose.lot_number is 'MedicationAdministration.extension(lot-number)';
comment on column clinic.dose.status is 'MedicationAdministration.status';

create view clinic.score as
select s.id,
       s.patient_id,
       s.instrument,
       case when s.value_unit is null or s.value_unit = '1' or s.value_unit like '{%}' then s.value_number end as total,
       s.effective_start as scored_at,
       nullif(nullif(s.effective_from, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as scored_from,
       nullif(nullif(s.effective_to, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as scored_before,
       coalesce(s.timepoint_code, (select q.timepoint_code from fhir.questionnaire_responses q where q.id = s.response_id))
           as timepoint,
       s.response_id,
       coalesce((select l.target_id
                 from fhir.links l
                 where l.resource_key = s.resource_key and l.element = 'Observation.basedOn'
                   and l.target_type = 'CarePlan'
                 order by l.position
                 fetch first 1 row only),
                (select l.target_id
                 from fhir.questionnaire_responses q
                 join fhir.links l on l.resource_key = q.resource_key
                                  and l.element = 'QuestionnaireResponse.basedOn' and l.target_type = 'CarePlan'
                 where q.id = s.response_id
                 order by l.position
                 fetch first 1 row only)) as course_id,
       coalesce((select 'Procedure/' || p.session_id
                 from fhir.links l
                 join clinic.helper_infusion p on p.session_id = l.target_id
                 where l.resource_key = s.resource_key and l.element = 'Observation.partOf'
                   and l.target_type = 'Procedure'
                 order by l.position
                 fetch first 1 row only),
                (select 'Procedure/' || p.session_id
                 from fhir.questionnaire_responses q
                 join fhir.links l on l.resource_key = q.resource_key
                                  and l.element = 'QuestionnaireResponse.partOf' and l.target_type = 'Procedure'
                 join clinic.helper_infusion p on p.session_id = l.target_id
                 where q.id = s.response_id
                 order by l.position
                 fetch first 1 row only)) as infusion_id,
       s.encounter_id as visit_id,
       s.status
from (select o.*,
             (select min(case k.code when '44261-6' then 'phq9' when '70274-6' then 'gad7' when '89209-1' then 'bdi'
                                     when 'madrs-total' then 'madrs' when 'qids-sr16-total' then 'qids' end)
              from fhir.codings k
              where k.resource_key = o.resource_key and k.element = 'Observation.code' and k.position >= 0
                and ((k.system = 'http://loinc.org' and k.code in ('44261-6', '70274-6', '89209-1'))
                  or (k.system = 'https://fhir.dripline.example/CodeSystem/ketamine-treatment'
                      and k.code in ('madrs-total', 'qids-sr16-total')))) as instrument,
             (select l.target_id
              from fhir.links l
              where l.resource_key = o.resource_key and l.element = 'Observation.derivedFrom'
                and l.target_type = 'QuestionnaireResponse'
              order by l.position
              fetch first 1 row only) as response_id
      from fhir.observations o
      where coalesce(o.status, '') not in ('entered-in-error', 'cancelled')) s
where s.instrument is not null;
comment on view clinic.score is 'One row for each Observation that is the total of a mood scale.';
comment on column clinic.score.id is 'Observation.id';
comment on column clinic.score.patient_id is 'Observation.subject';
comment on column clinic.score.instrument is 'phq9, gad7, madrs, qids or bdi, by Observation.code';
comment on column clinic.score.total is 'points of the instrument; Observation.valueQuantity in {score}, or valueInteger';
comment on column clinic.score.scored_at is 'Observation.effective[x], when written with a time';
comment on column clinic.score.scored_from is 'Observation.effective[x], first instant it may mean';
comment on column clinic.score.scored_before is 'Observation.effective[x], first instant after it';
comment on column clinic.score.timepoint is 'Observation.extension(assessment-timepoint-ext), else that of the response';
comment on column clinic.score.response_id is 'Observation.derivedFrom, a QuestionnaireResponse id';
comment on column clinic.score.course_id is 'Observation.basedOn, else that of the response: a CarePlan id';
comment on column clinic.score.infusion_id is 'Observation.partOf, else that of the response; clinic.infusion.id';
comment on column clinic.score.visit_id is 'Observation.encounter, an Encounter id';
comment on column clinic.score.status is 'Observation.status';

create view clinic.infusion as
select i.session_type || '/' || i.session_id as id,
       i.patient_id,
       i.course_id,
       coalesce(i.infusion_number,
                case when i.course_id is not null then
                    1 + (select count(*)
                         from clinic.helper_session e
                         where e.patient_id = i.patient_id and e.course_id = i.course_id
                           and (e.starts_from < i.starts_from
                             or (e.starts_from = i.starts_from and e.resource_key < i.resource_key)))
                end) as infusion_number,
       i.encounter_id as visit_id,
       case when i.session_type = 'Procedure' then i.session_id end as procedure_id,
       case when i.session_type = 'Procedure' then
           (select k.code from fhir.codings k
            where k.resource_key = i.resource_key and k.element = 'Procedure.code'
            order by k.position
            fetch first 1 row only) end as procedure_code,
       i.started_at,
       i.ended_at,
       i.started_from,
       round(extract(epoch from (i.ended_at - i.started_at)) / 60, 2) as minutes,
       i.status,
       i.status_reason,
       (select case when bool_and(d.esketamine) then 'esketamine'
                    when not bool_or(d.esketamine) then 'ketamine'
                    when count(*) > 0 then 'ketamine and esketamine' end
        from clinic.helper_session_dose d
        where d.session_type = i.session_type and d.session_id = i.session_id) as agent,
       (select case when count(*) = count(d.dose_mg) then sum(d.dose_mg) end
        from clinic.helper_session_dose d
        where d.session_type = i.session_type and d.session_id = i.session_id) as dose_mg,
       (select case when min(d.dosing_weight_kg) = max(d.dosing_weight_kg) then max(d.dosing_weight_kg) end
        from clinic.helper_session_dose d
        where d.session_type = i.session_type and d.session_id = i.session_id) as dosing_weight_kg,
       (select case when count(*) = count(d.dose_mg_per_kg) then sum(d.dose_mg_per_kg) end
        from clinic.helper_session_dose d
        where d.session_type = i.session_type and d.session_id = i.session_id) as dose_mg_per_kg,
       (select case when count(*) = count(d.dose_mg) and min(d.dosing_weight_kg) = max(d.dosing_weight_kg)
                         and sum(d.dose_mg) between 0 and 1000000
                         and max(d.dosing_weight_kg) between 0.001 and 1000000
                    then round(cast(sum(d.dose_mg) as numeric(30, 10))
                             / cast(max(d.dosing_weight_kg) as numeric(30, 10)), 4) end
        from clinic.helper_session_dose d
        where d.session_type = i.session_type and d.session_id = i.session_id) as computed_dose_mg_per_kg,
       (select max(c.value_number)
        from clinic.helper_session_reading r
        join fhir.observations o on o.resource_key = r.resource_key
        join fhir.components c on c.resource_key = r.resource_key
        where r.session_type = i.session_type and r.session_id = i.session_id
          and coalesce(o.status, '') not in ('entered-in-error', 'cancelled')
          and c.system = 'http://loinc.org' and c.code = '8480-6'
          and c.value_unit = 'mm[Hg]') as highest_systolic_mmhg,
       (select max(c.value_number)
        from clinic.helper_session_reading r
        join fhir.observations o on o.resource_key = r.resource_key
        join fhir.components c on c.resource_key = r.resource_key
        where r.session_type = i.session_type and r.session_id = i.session_id
          and coalesce(o.status, '') not in ('entered-in-error', 'cancelled')
          and c.system = 'http://loinc.org' and c.code = '8462-4'
          and c.value_unit = 'mm[Hg]') as highest_diastolic_mmhg,
       (select max(o.value_number)
        from clinic.helper_session_reading r
        join fhir.observations o on o.resource_key = r.resource_key
        join fhir.codings k on k.resource_key = r.resource_key
        where r.session_type = i.session_type and r.session_id = i.session_id
          and coalesce(o.status, '') not in ('entered-in-error', 'cancelled')
          and k.element = 'Observation.code' and k.system = 'http://loinc.org' and k.code = '8867-4'
          and (o.value_unit in ('/min', '1/min') or o.value_unit like '{%}/min')) as highest_heart_rate_per_min,
       (select min(o.value_number)
        from clinic.helper_session_reading r
        join fhir.observations o on o.resource_key = r.resource_key
        join fhir.codings k on k.resource_key = r.resource_key
        where r.session_type = i.session_type and r.session_id = i.session_id
          and coalesce(o.status, '') not in ('entered-in-error', 'cancelled')
          and k.element = 'Observation.code' and k.system = 'http://loinc.org' and k.code in ('2708-6', '59408-5')
          and o.value_unit = '%') as lowest_spo2_percent,
       (select t.total from clinic.helper_total t
        where t.patient_id = i.patient_id and t.system = 'http://loinc.org' and t.code = '44261-6'
          and t.scored_from <= i.started_from
        order by t.scored_from desc, t.id
        fetch first 1 row only) as phq9_before,
       (select t.scored_from from clinic.helper_total t
        where t.patient_id = i.patient_id and t.system = 'http://loinc.org' and t.code = '44261-6'
          and t.scored_from <= i.started_from
        order by t.scored_from desc, t.id
        fetch first 1 row only) as phq9_before_from,
       (select t.total from clinic.helper_total t
        where t.patient_id = i.patient_id and t.system = 'http://loinc.org' and t.code = '44261-6'
          and t.scored_from > i.started_from
        order by t.scored_from, t.id
        fetch first 1 row only) as phq9_after,
       (select t.scored_from from clinic.helper_total t
        where t.patient_id = i.patient_id and t.system = 'http://loinc.org' and t.code = '44261-6'
          and t.scored_from > i.started_from
        order by t.scored_from, t.id
        fetch first 1 row only) as phq9_after_from,
       (select t.total from clinic.helper_total t
        where t.patient_id = i.patient_id and t.system = 'https://fhir.dripline.example/CodeSystem/ketamine-treatment'
          and t.code = 'madrs-total'
          and t.scored_from <= i.started_from
        order by t.scored_from desc, t.id
        fetch first 1 row only) as madrs_before,
       (select t.scored_from from clinic.helper_total t
        where t.patient_id = i.patient_id and t.system = 'https://fhir.dripline.example/CodeSystem/ketamine-treatment'
          and t.code = 'madrs-total'
          and t.scored_from <= i.started_from
        order by t.scored_from desc, t.id
        fetch first 1 row only) as madrs_before_from,
       (select t.total from clinic.helper_total t
        where t.patient_id = i.patient_id and t.system = 'https://fhir.dripline.example/CodeSystem/ketamine-treatment'
          and t.code = 'madrs-total'
          and t.scored_from > i.started_from
        order by t.scored_from, t.id
        fetch first 1 row only) as madrs_after,
       (select t.scored_from from clinic.helper_total t
        where t.patient_id = i.patient_id and t.system = 'https://fhir.dripline.example/CodeSystem/ketamine-treatment'
          and t.code = 'madrs-total'
          and t.scored_from > i.started_from
        order by t.scored_from, t.id
        fetch first 1 row only) as madrs_after_from
from (select s.*,
             nullif(nullif(s.starts_from, timestamp with time zone '0001-01-01 00:00:00+00'),
                    timestamp with time zone '9999-12-31 23:59:59.999999+00') as started_from
      from clinic.helper_session s) i;
comment on view clinic.infusion is 'One row for each session: an infusion (Procedure), or the esketamine of one visit (MedicationAdministrations of one Encounter).';
comment on column clinic.infusion.id is 'Procedure/<id>; of a nasal session Encounter/<id>, or MedicationAdministration/<id> when no encounter is known';
comment on column clinic.infusion.patient_id is 'Procedure.subject or MedicationAdministration.subject';
comment on column clinic.infusion.course_id is 'Procedure.basedOn, a CarePlan id; else the course of the patient whose period holds the start';
comment on column clinic.infusion.infusion_number is 'Procedure.extension(infusion-number) as recorded; else the place of the session in its course by start';
comment on column clinic.infusion.visit_id is 'Procedure.encounter or MedicationAdministration.context, an Encounter id';
comment on column clinic.infusion.procedure_id is 'Procedure.id; empty for a nasal session';
comment on column clinic.infusion.procedure_code is 'Procedure.code, first coding; empty for a nasal session';
comment on column clinic.infusion.started_at is 'Procedure.performedPeriod.start when written with a time; nasal: the first device';
comment on column clinic.infusion.ended_at is 'Procedure.performedPeriod.end when written with a time; nasal: the end of the last device';
comment on column clinic.infusion.started_from is 'Procedure.performed[x] or MedicationAdministration.effective[x], first instant it may mean';
comment on column clinic.infusion.minutes is 'min; ended_at minus started_at, two decimals';
comment on column clinic.infusion.status is 'Procedure.status; nasal: in-progress, stopped, on-hold, completed, the first that any device has';
comment on column clinic.infusion.status_reason is 'Procedure.statusReason';
comment on column clinic.infusion.agent is 'ketamine, esketamine or both, from the doses of the session';
comment on column clinic.infusion.dose_mg is 'mg; sum over MedicationAdministration.dosage.dose, empty when one of them is in no unit of mass';
comment on column clinic.infusion.dosing_weight_kg is 'kg; MedicationAdministration.dosage.extension(dosing-weight), empty when the doses disagree';
comment on column clinic.infusion.dose_mg_per_kg is 'mg/kg as recorded; sum over MedicationAdministration.dosage.extension(dose-per-kg)';
comment on column clinic.infusion.computed_dose_mg_per_kg is 'mg/kg; dose_mg divided by dosing_weight_kg, four decimals';
comment on column clinic.infusion.highest_systolic_mmhg is 'mm[Hg]; highest of all readings before, during and after: Observation.component(8480-6)';
comment on column clinic.infusion.highest_diastolic_mmhg is 'mm[Hg]; highest of all readings before, during and after: Observation.component(8462-4)';
comment on column clinic.infusion.highest_heart_rate_per_min is '/min; highest of all readings: Observation.valueQuantity of 8867-4';
comment on column clinic.infusion.lowest_spo2_percent is '%; lowest of all readings: Observation.valueQuantity of 2708-6 or 59408-5';
comment on column clinic.infusion.phq9_before is 'PHQ-9 points; the patient''s last total not later than the start, however old';
comment on column clinic.infusion.phq9_before_from is 'when phq9_before was taken, first instant it may mean';
comment on column clinic.infusion.phq9_after is 'PHQ-9 points; the patient''s first total after the start, however late';
comment on column clinic.infusion.phq9_after_from is 'when phq9_after was taken, first instant it may mean';
comment on column clinic.infusion.madrs_before is 'MADRS points; the patient''s last total not later than the start, however old';
comment on column clinic.infusion.madrs_before_from is 'when madrs_before was taken, first instant it may mean';
comment on column clinic.infusion.madrs_after is 'MADRS points; the patient''s first total after the start, however late';
comment on column clinic.infusion.madrs_after_from is 'when madrs_after was taken, first instant it may mean';

create view clinic.vital_sign as
select v.id,
       v.patient_id,
       v.kind,
       v.effective_start as measured_at,
       nullif(nullif(v.effective_from, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as measured_from,
       v.phase_code as phase,
       case when v.kind = 'bp' then
           (select max(c.value_number) from fhir.components c
            where c.resource_key = v.resource_key and c.system = 'http://loinc.org' and c.code = '8480-6'
              and c.value_unit = 'mm[Hg]') end as systolic_mmhg,
       case when v.kind = 'bp' then
           (select max(c.value_number) from fhir.components c
            where c.resource_key = v.resource_key and c.system = 'http://loinc.org' and c.code = '8462-4'
              and c.value_unit = 'mm[Hg]') end as diastolic_mmhg,
       case when v.kind in ('hr', 'rr')
                 and (v.value_unit in ('/min', '1/min') or v.value_unit like '{%}/min') then v.value_number
            when v.kind = 'spo2' and v.value_unit = '%' then v.value_number
            when v.kind = 'weight' and v.value_unit = 'kg' then v.value_number
            when v.kind = 'weight' and v.value_unit = 'g' then v.value_number * 0.001
            when v.kind = 'weight' and v.value_unit = '[lb_av]' then v.value_number * 0.45359237
            when v.kind = 'height' and v.value_unit = 'cm' then v.value_number
            when v.kind = 'height' and v.value_unit = 'm' then v.value_number * 100
            when v.kind = 'height' and v.value_unit = '[in_i]' then v.value_number * 2.54
            when v.kind = 'temp' and v.value_unit = 'Cel' then v.value_number
            when v.kind = 'temp' and v.value_unit = '[degF]' and v.value_number between -1000000 and 1000000
                then round((cast(v.value_number as numeric(30, 10)) - 32) * 5 / 9, 2)
       end as value_number,
       case v.kind when 'hr' then '/min' when 'rr' then '/min' when 'spo2' then '%' when 'weight' then 'kg'
                   when 'height' then 'cm' when 'temp' then 'Cel' end as value_unit,
       coalesce((select 'Procedure/' || p.session_id
                 from fhir.links l
                 join clinic.helper_infusion p on p.session_id = l.target_id
                 where l.resource_key = v.resource_key and l.element = 'Observation.partOf'
                   and l.target_type = 'Procedure'
                 order by l.position
                 fetch first 1 row only),
                (select d.infusion_id
                 from fhir.links l
                 join clinic.helper_dose d on d.id = l.target_id
                 where l.resource_key = v.resource_key and l.element = 'Observation.partOf'
                   and l.target_type = 'MedicationAdministration'
                 order by l.position
                 fetch first 1 row only)) as infusion_id,
       (select l.target_id
        from fhir.links l
        where l.resource_key = v.resource_key and l.element = 'Observation.partOf'
          and l.target_type = 'MedicationAdministration'
        order by l.position
        fetch first 1 row only) as administration_id,
       v.encounter_id as visit_id,
       v.status
from (select o.*,
             (select min(case k.code when '85354-9' then 'bp' when '8867-4' then 'hr' when '2708-6' then 'spo2'
                                     when '59408-5' then 'spo2' when '9279-1' then 'rr' when '29463-7' then 'weight'
                                     when '8302-2' then 'height' when '8310-5' then 'temp' end)
              from fhir.codings k
              where k.resource_key = o.resource_key and k.element = 'Observation.code' and k.position >= 0
                and k.system = 'http://loinc.org'
                and k.code in ('85354-9', '8867-4', '2708-6', '59408-5', '9279-1', '29463-7', '8302-2', '8310-5'))
                 as kind
      from fhir.observations o
      where coalesce(o.status, '') not in ('entered-in-error', 'cancelled')) v
where v.kind is not null;
comment on view clinic.vital_sign is 'One row for each Observation that is a vital sign.';
comment on column clinic.vital_sign.id is 'Observation.id';
comment on column clinic.vital_sign.patient_id is 'Observation.subject';
comment on column clinic.vital_sign.kind is 'bp, hr, spo2, rr, weight, height or temp, by Observation.code';
comment on column clinic.vital_sign.measured_at is 'Observation.effective[x], when written with a time';
comment on column clinic.vital_sign.measured_from is 'Observation.effective[x], first instant it may mean';
comment on column clinic.vital_sign.phase is 'pre, during or post as recorded; Observation.extension(monitoring-phase-ext)';
comment on column clinic.vital_sign.systolic_mmhg is 'mm[Hg]; Observation.component(8480-6).valueQuantity of a bp';
comment on column clinic.vital_sign.diastolic_mmhg is 'mm[Hg]; Observation.component(8462-4).valueQuantity of a bp';
comment on column clinic.vital_sign.value_number is 'in value_unit; Observation.valueQuantity, converted from g, [lb_av], m, [in_i], [degF]; empty for a bp';
comment on column clinic.vital_sign.value_unit is 'UCUM, the same for all of a kind: /min (hr, rr), % (spo2), kg (weight), cm (height), Cel (temp)';
comment on column clinic.vital_sign.infusion_id is 'Observation.partOf, a Procedure or the session of an administration; clinic.infusion.id';
comment on column clinic.vital_sign.administration_id is 'Observation.partOf, a MedicationAdministration id';
comment on column clinic.vital_sign.visit_id is 'Observation.encounter, an Encounter id';
comment on column clinic.vital_sign.status is 'Observation.status';

create view clinic.answer as
select q.id as response_id,
       a.position as seq,
       q.patient_id,
       case when q.questionnaire_url like '%/Questionnaire/phq-9' then 'phq9'
            when q.questionnaire_url like '%/Questionnaire/gad-7' then 'gad7'
            when q.questionnaire_url like '%/Questionnaire/madrs-total' then 'madrs'
            when q.questionnaire_url like '%/Questionnaire/qids-sr16-total' then 'qids'
            when q.questionnaire_url like '%/Questionnaire/bdi-ii-total' then 'bdi'
            when q.questionnaire_url like '%/Questionnaire/c-ssrs-screener' then 'cssrs' end as instrument,
       q.questionnaire_url,
       q.authored_start as authored_at,
       nullif(nullif(q.authored_from, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as authored_from,
       a.link_id,
       case when regexp_like(a.link_id, '^/?[0-9]{1,7}-[0-9]$') then trim(leading '/' from a.link_id) end as loinc_code,
       a.system as answer_system,
       case when a.value_number is null then a.code end as answer_code,
       coalesce(a.value_number,
                case when a.system = 'http://loinc.org' then
                    case a.code when 'LA6568-5' then 0 when 'LA6569-3' then 1 when 'LA6570-1' then 2
                                when 'LA6571-9' then 3 end
                end) as answer_value,
       a.value_text as answer_text,
       a.value_boolean as answer_boolean,
       q.status
from fhir.answers a
join fhir.questionnaire_responses q on q.resource_key = a.resource_key
where coalesce(q.status, '') <> 'entered-in-error';
comment on view clinic.answer is 'One row for each answer of a QuestionnaireResponse, at any depth.';
comment on column clinic.answer.response_id is 'QuestionnaireResponse.id';
comment on column clinic.answer.seq is 'place of the answer in the document, from 0';
comment on column clinic.answer.patient_id is 'QuestionnaireResponse.subject';
comment on column clinic.answer.instrument is 'phq9, gad7, madrs, qids, bdi or cssrs, by QuestionnaireResponse.questionnaire';
comment on column clinic.answer.questionnaire_url is 'QuestionnaireResponse.questionnaire without its version';
comment on column clinic.answer.authored_at is 'QuestionnaireResponse.authored, when written with a time';
comment on column clinic.answer.authored_from is 'QuestionnaireResponse.authored, first instant it may mean';
comment on column clinic.answer.link_id is 'QuestionnaireResponse.item.linkId as written';
comment on column clinic.answer.loinc_code is 'QuestionnaireResponse.item.linkId without its slash, when it is a LOINC code';
comment on column clinic.answer.answer_system is 'QuestionnaireResponse.item.answer.valueCoding.system';
comment on column clinic.answer.answer_code is 'QuestionnaireResponse.item.answer.valueCoding.code';
comment on column clinic.answer.answer_value is 'points: QuestionnaireResponse.item.answer.value[x] when a number; 0 to 3 for LA6568-5, LA6569-3, LA6570-1, LA6571-9';
comment on column clinic.answer.answer_text is 'QuestionnaireResponse.item.answer.value[x] when text or a date';
comment on column clinic.answer.answer_boolean is 'QuestionnaireResponse.item.answer.valueBoolean';
comment on column clinic.answer.status is 'QuestionnaireResponse.status';

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
       round(extract(epoch from (e.resolved_at - e.occurred_start)) / 60, 2) as minutes,
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
comment on column clinic.adverse_event.minutes is 'min; resolved_at minus onset_at, two decimals';
comment on column clinic.adverse_event.severity is 'AdverseEvent.severity: mild, moderate or severe';
comment on column clinic.adverse_event.serious is 'AdverseEvent.seriousness; empty when nobody said';
comment on column clinic.adverse_event.outcome is 'AdverseEvent.outcome';
comment on column clinic.adverse_event.infusion_id is 'AdverseEvent.suspectEntity.instance, a Procedure or the session of an administration; clinic.infusion.id';
comment on column clinic.adverse_event.administration_id is 'AdverseEvent.suspectEntity.instance, a MedicationAdministration id';
comment on column clinic.adverse_event.visit_id is 'AdverseEvent.encounter, an Encounter id';

create view clinic.course as
select c.id,
       c.patient_id,
       c.course_number,
       c.phase_code as phase,
       c.planned_infusions,
       (select count(*) from clinic.helper_session s
        where s.patient_id = c.patient_id and s.course_id = c.id and s.status = 'completed') as infusions_done,
       c.status,
       nullif(nullif(c.period_from, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as started_from,
       nullif(nullif(c.period_to, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as ended_before,
       (select l.target_id
        from fhir.links l
        where l.resource_key = c.resource_key and l.element = 'CarePlan.addresses' and l.target_type = 'Condition'
        order by l.position
        fetch first 1 row only) as diagnosis_id
from clinic.helper_course c;
comment on view clinic.course is 'One row for each CarePlan that is a treatment course.';
comment on column clinic.course.id is 'CarePlan.id';
comment on column clinic.course.patient_id is 'CarePlan.subject';
comment on column clinic.course.course_number is 'CarePlan.extension(course-number)';
comment on column clinic.course.phase is 'induction, consolidation or maintenance; CarePlan.extension(course-phase)';
comment on column clinic.course.planned_infusions is 'sessions; CarePlan.extension(planned-infusions)';
comment on column clinic.course.infusions_done is 'sessions of the course in clinic.infusion with status completed';
comment on column clinic.course.status is 'CarePlan.status';
comment on column clinic.course.started_from is 'CarePlan.period.start, first instant it may mean';
comment on column clinic.course.ended_before is 'CarePlan.period.end, first instant after it; empty when open';
comment on column clinic.course.diagnosis_id is 'CarePlan.addresses, a Condition id';
