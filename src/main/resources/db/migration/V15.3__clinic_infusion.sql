-- What was done and given in each session, apart from what was seen and scored around it: a database that works out every
-- column of a view it reads from spends most of its time on the latter, and a summary needs only the former.

drop view clinic.infusion;

create view clinic.helper_session_given as
select i.resource_key,
       i.session_type,
       i.session_id,
       i.session_type || '/' || i.session_id as id,
       i.patient_id,
       i.course_id,
       cast(case when i.infusion_number between 0 and 2147483647 and i.infusion_number = floor(i.infusion_number)
                 then i.infusion_number
                 when i.infusion_number is null and i.course_id is not null
                 then 1 + (select count(*)
                           from clinic.helper_session e
                           where e.patient_id = i.patient_id and e.course_id = i.course_id
                             and (e.starts_from < i.starts_from
                               or (e.starts_from = i.starts_from and e.resource_key < i.resource_key)))
            end as integer) as infusion_number,
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
       cast(extract(epoch from coalesce(
                i.ended_at - i.started_at,
                (select case when count(*) = count(d.started_at) and count(*) = count(d.ended_at)
                             then max(d.ended_at) - min(d.started_at) end
                 from clinic.helper_session_dose d
                 where d.session_type = i.session_type and d.session_id = i.session_id))) / 60
            as numeric(12, 2)) as minutes,
       i.status,
       i.status_reason,
       (select case when bool_and(d.esketamine) then 'esketamine'
                    when not bool_or(d.esketamine) then 'ketamine'
                    when count(*) > 0 then 'ketamine and esketamine' end
        from clinic.helper_session_dose d
        where d.session_type = i.session_type and d.session_id = i.session_id) as agent,
       (select cast(case when count(*) = count(d.dose_mg) and abs(sum(d.dose_mg)) < 1e9 then sum(d.dose_mg) end
                    as numeric(16, 4))
        from clinic.helper_session_dose d
        where d.session_type = i.session_type and d.session_id = i.session_id) as dose_mg,
       (select cast(case when min(d.dosing_weight_kg) = max(d.dosing_weight_kg) and abs(max(d.dosing_weight_kg)) < 1e9
                         then max(d.dosing_weight_kg) end as numeric(16, 4))
        from clinic.helper_session_dose d
        where d.session_type = i.session_type and d.session_id = i.session_id) as dosing_weight_kg,
       (select cast(case when count(*) = count(d.dose_mg_per_kg) and abs(sum(d.dose_mg_per_kg)) < 1e9
                         then sum(d.dose_mg_per_kg) end as numeric(16, 4))
        from clinic.helper_session_dose d
        where d.session_type = i.session_type and d.session_id = i.session_id) as dose_mg_per_kg,
       (select cast(case when count(*) = count(d.dose_mg) and min(d.dosing_weight_kg) = max(d.dosing_weight_kg)
                              and sum(d.dose_mg) between 0 and 1000000
                              and max(d.dosing_weight_kg) between 0.001 and 1000000
                         then cast(sum(d.dose_mg) as numeric(30, 10))
                            / cast(max(d.dosing_weight_kg) as numeric(30, 10)) end as numeric(16, 4))
        from clinic.helper_session_dose d
        where d.session_type = i.session_type and d.session_id = i.session_id) as computed_dose_mg_per_kg
from (select s.*,
             nullif(nullif(s.starts_from, timestamp with time zone '0001-01-01 00:00:00+00'),
                    timestamp with time zone '9999-12-31 23:59:59.999999+00') as started_from
      from clinic.helper_session s) i;
comment on view clinic.helper_session_given is 'Helper, not for reports: sessions with what was done and given in each.';

create view clinic.infusion as
select i.id,
       i.patient_id,
       i.course_id,
       i.infusion_number,
       i.visit_id,
       i.procedure_id,
       i.procedure_code,
       i.started_at,
       i.ended_at,
       i.started_from,
       i.minutes,
       i.status,
       i.status_reason,
       i.agent,
       i.dose_mg,
       i.dosing_weight_kg,
       i.dose_mg_per_kg,
       i.computed_dose_mg_per_kg,
       (select cast(max(c.value_number) as numeric(16, 4))
        from clinic.helper_session_reading r
        join fhir.observations o on o.resource_key = r.resource_key
        join fhir.components c on c.resource_key = r.resource_key
        where r.session_type = i.session_type and r.session_id = i.session_id
          and coalesce(o.status, '') not in ('entered-in-error', 'cancelled')
          and c.system = 'http://loinc.org' and c.code = '8480-6'
          and c.value_unit = 'mm[Hg]' and abs(c.value_number) < 1e9) as highest_systolic_mmhg,
       (select cast(max(c.value_number) as numeric(16, 4))
        from clinic.helper_session_reading r
        join fhir.observations o on o.resource_key = r.resource_key
        join fhir.components c on c.resource_key = r.resource_key
        where r.session_type = i.session_type and r.session_id = i.session_id
          and coalesce(o.status, '') not in ('entered-in-error', 'cancelled')
          and c.system = 'http://loinc.org' and c.code = '8462-4'
          and c.value_unit = 'mm[Hg]' and abs(c.value_number) < 1e9) as highest_diastolic_mmhg,
       (select cast(max(o.value_number) as numeric(16, 4))
        from clinic.helper_session_reading r
        join fhir.observations o on o.resource_key = r.resource_key
        join clinic.helper_observation_code k on k.resource_key = r.resource_key
        where r.session_type = i.session_type and r.session_id = i.session_id
          and coalesce(o.status, '') not in ('entered-in-error', 'cancelled')
          and k.system = 'http://loinc.org' and k.code = '8867-4'
          and (o.value_unit in ('/min', '1/min') or o.value_unit like '{%}/min')
          and abs(o.value_number) < 1e9) as highest_heart_rate_per_min,
       (select cast(min(o.value_number) as numeric(16, 4))
        from clinic.helper_session_reading r
        join fhir.observations o on o.resource_key = r.resource_key
        join clinic.helper_observation_code k on k.resource_key = r.resource_key
        where r.session_type = i.session_type and r.session_id = i.session_id
          and coalesce(o.status, '') not in ('entered-in-error', 'cancelled')
          and k.system = 'http://loinc.org' and k.code in ('2708-6', '59408-5')
          and o.value_unit = '%' and abs(o.value_number) < 1e9) as lowest_spo2_percent,
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
from clinic.helper_session_given i;
comment on view clinic.infusion is 'One row for each session: an infusion (Procedure), or the esketamine of one visit (MedicationAdministrations of one Encounter).';
comment on column clinic.infusion.id is 'Procedure/<Procedure.id>; of a nasal session Encounter/<id>, or MedicationAdministration/<id> when no encounter is known';
comment on column clinic.infusion.patient_id is 'Procedure.subject or MedicationAdministration.subject';
comment on column clinic.infusion.course_id is 'Procedure.basedOn, a CarePlan id; else the course of the patient whose period holds the start';
comment on column clinic.infusion.infusion_number is 'sessions, from 1; Procedure.extension(infusion-number) as recorded; when absent, the place of the session in its course by start';
comment on column clinic.infusion.visit_id is 'Procedure.encounter or MedicationAdministration.context, an Encounter id';
comment on column clinic.infusion.procedure_id is 'Procedure.id; empty for a nasal session';
comment on column clinic.infusion.procedure_code is 'Procedure.code, first coding; empty for a nasal session';
comment on column clinic.infusion.started_at is 'Procedure.performedPeriod.start when written with a time; nasal: the first device';
comment on column clinic.infusion.ended_at is 'Procedure.performedPeriod.end when written with a time; nasal: the end of the last device';
comment on column clinic.infusion.started_from is 'Procedure.performed[x] or MedicationAdministration.effective[x], first instant it may mean';
comment on column clinic.infusion.minutes is 'min; ended_at minus started_at; when Procedure.performedPeriod lacks either, MedicationAdministration.effectivePeriod of the doses, first start to last end, empty unless each dose has both';
comment on column clinic.infusion.status is 'Procedure.status; nasal: in-progress, stopped, on-hold, completed, the first that any device has';
comment on column clinic.infusion.status_reason is 'Procedure.statusReason';
comment on column clinic.infusion.agent is 'ketamine, esketamine or both; MedicationAdministration.medicationCodeableConcept of its doses';
comment on column clinic.infusion.dose_mg is 'mg; sum over MedicationAdministration.dosage.dose, empty when one of them is in no unit of mass';
comment on column clinic.infusion.dosing_weight_kg is 'kg; MedicationAdministration.dosage.extension(dosing-weight), empty when the doses disagree';
comment on column clinic.infusion.dose_mg_per_kg is 'mg/kg as recorded; sum over MedicationAdministration.dosage.extension(dose-per-kg)';
comment on column clinic.infusion.computed_dose_mg_per_kg is 'mg/kg; MedicationAdministration.dosage: dose_mg divided by dosing_weight_kg';
comment on column clinic.infusion.highest_systolic_mmhg is 'mm[Hg]; highest of all readings before, during and after: Observation.component(8480-6)';
comment on column clinic.infusion.highest_diastolic_mmhg is 'mm[Hg]; highest of all readings before, during and after: Observation.component(8462-4)';
comment on column clinic.infusion.highest_heart_rate_per_min is '/min; highest of all readings: Observation.valueQuantity of 8867-4';
comment on column clinic.infusion.lowest_spo2_percent is '%; lowest of all readings: Observation.valueQuantity of 2708-6 or 59408-5';
comment on column clinic.infusion.phq9_before is 'PHQ-9 points; Observation.value[x] of 44261-6: the patient''s last total not later than the start, however old';
comment on column clinic.infusion.phq9_before_from is 'Observation.effective[x] of phq9_before, first instant it may mean';
comment on column clinic.infusion.phq9_after is 'PHQ-9 points; Observation.value[x] of 44261-6: the patient''s first total after the start, however late';
comment on column clinic.infusion.phq9_after_from is 'Observation.effective[x] of phq9_after, first instant it may mean';
comment on column clinic.infusion.madrs_before is 'MADRS points; Observation.value[x] of madrs-total: the patient''s last total not later than the start, however old';
comment on column clinic.infusion.madrs_before_from is 'Observation.effective[x] of madrs_before, first instant it may mean';
comment on column clinic.infusion.madrs_after is 'MADRS points; Observation.value[x] of madrs-total: the patient''s first total after the start, however late';
comment on column clinic.infusion.madrs_after_from is 'Observation.effective[x] of madrs_after, first instant it may mean';
