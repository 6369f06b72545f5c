create view clinic.vital_sign as
select v.id,
       v.patient_id,
       v.kind,
       v.effective_start as measured_at,
       nullif(nullif(v.effective_from, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as measured_from,
       v.phase_code as phase,
       cast(case when v.kind = 'bp' then
                     (select max(c.value_number) from fhir.components c
                      where c.resource_key = v.resource_key and c.system = 'http://loinc.org' and c.code = '8480-6'
                        and c.value_unit = 'mm[Hg]' and abs(c.value_number) < 1e9)
            end as numeric(16, 4)) as systolic_mmhg,
       cast(case when v.kind = 'bp' then
                     (select max(c.value_number) from fhir.components c
                      where c.resource_key = v.resource_key and c.system = 'http://loinc.org' and c.code = '8462-4'
                        and c.value_unit = 'mm[Hg]' and abs(c.value_number) < 1e9)
            end as numeric(16, 4)) as diastolic_mmhg,
       cast(case when v.kind in ('hr', 'rr')
                      and (v.value_unit in ('/min', '1/min') or v.value_unit like '{%}/min') then v.reading
                 when v.kind = 'spo2' and v.value_unit = '%' then v.reading
                 when v.kind = 'weight' and v.value_unit = 'kg' then v.reading
                 when v.kind = 'weight' and v.value_unit = 'g' then v.reading * 0.001
                 when v.kind = 'weight' and v.value_unit = '[lb_av]' then v.reading * 0.45359237
                 when v.kind = 'height' and v.value_unit = 'cm' then v.reading
                 when v.kind = 'height' and v.value_unit = 'm' then v.reading * 100
                 when v.kind = 'height' and v.value_unit = '[in_i]' then v.reading * 2.54
                 when v.kind = 'temp' and v.value_unit = 'Cel' then v.reading
                 when v.kind = 'temp' and v.value_unit = '[degF]' and v.reading between -1000000 and 1000000
                     then round((cast(v.reading as numeric(30, 10)) - 32) * 5 / 9, 2)
            end as numeric(16, 4)) as value_number,
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
             case when abs(o.value_number) < 1e9 then o.value_number end as reading,
             (select min(case k.code when '85354-9' then 'bp' when '8867-4' then 'hr' when '2708-6' then 'spo2'
                                     when '59408-5' then 'spo2' when '9279-1' then 'rr' when '29463-7' then 'weight'
                                     when '8302-2' then 'height' when '8310-5' then 'temp' end)
              from clinic.helper_observation_code k
              where k.resource_key = o.resource_key
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
comment on column clinic.vital_sign.value_unit is 'UCUM after conversion of Observation.valueQuantity, the same for all of a kind: /min (hr, rr), % (spo2), kg (weight), cm (height), Cel (temp)';
comment on column clinic.vital_sign.infusion_id is 'Observation.partOf, a Procedure or the session of an administration; clinic.infusion.id';
comment on column clinic.vital_sign.administration_id is 'Observation.partOf, a MedicationAdministration id';
comment on column clinic.vital_sign.visit_id is 'Observation.encounter, an Encounter id';
comment on column clinic.vital_sign.status is 'Observation.status';
