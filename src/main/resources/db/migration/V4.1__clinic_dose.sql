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
       cast(case when abs(d.dose_mg) < 1e9 then d.dose_mg end as numeric(16, 4)) as dose_mg,
       cast(case when abs(d.dosing_weight_kg) < 1e9 then d.dosing_weight_kg end as numeric(16, 4)) as dosing_weight_kg,
       cast(case when abs(d.dose_mg_per_kg) < 1e9 then d.dose_mg_per_kg end as numeric(16, 4)) as dose_mg_per_kg,
       cast(case when d.dose_mg between 0 and 1000000 and d.dosing_weight_kg between 0.001 and 1000000
                 then cast(d.dose_mg as numeric(30, 10)) / cast(d.dosing_weight_kg as numeric(30, 10)) end
            as numeric(16, 4)) as computed_dose_mg_per_kg,
       cast(case when abs(d.rate_value) < 1e9 then d.rate_value end as numeric(16, 6)) as rate_value,
       d.rate_unit,
       cast(case when abs(d.rate_mg_per_min) < 1e9 then d.rate_mg_per_min end as numeric(16, 6)) as rate_mg_per_min,
       cast(case when abs(d.rate_ml_per_h) < 1e9 then d.rate_ml_per_h end as numeric(16, 6)) as rate_ml_per_h,
       cast(case when abs(d.rate_mg_per_kg_per_h) < 1e9 then d.rate_mg_per_kg_per_h end as numeric(16, 6))
           as rate_mg_per_kg_per_h,
       cast(case when abs(d.volume_ml) < 1e9 then d.volume_ml end as numeric(16, 4)) as volume_ml,
       cast(case when d.device_count between 0 and 2147483647 and d.device_count = floor(d.device_count)
                 then d.device_count end as integer) as device_count,
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
comment on column clinic.dose.computed_dose_mg_per_kg is 'mg/kg; MedicationAdministration.dosage: dose_mg divided by dosing_weight_kg';
comment on column clinic.dose.rate_value is 'in rate_unit, as recorded; MedicationAdministration.dosage.rateQuantity.value';
comment on column clinic.dose.rate_unit is 'UCUM; MedicationAdministration.dosage.rateQuantity.code';
comment on column clinic.dose.rate_mg_per_min is 'mg/min; MedicationAdministration.dosage.rateQuantity when it is mass by time';
comment on column clinic.dose.rate_ml_per_h is 'mL/h; MedicationAdministration.dosage.rateQuantity when it is volume by time';
comment on column clinic.dose.rate_mg_per_kg_per_h is 'mg/kg/h; MedicationAdministration.dosage.rateQuantity when it is mass by weight and time';
comment on column clinic.dose.volume_ml is 'mL; MedicationAdministration.dosage.dose when it was recorded as a volume, whose strength nobody knows here';
comment on column clinic.dose.device_count is 'nasal devices of 28 mg; MedicationAdministration.dosage.extension(device-count)';
comment on column clinic.dose.lot_number is 'MedicationAdministration.extension(lot-number)';
comment on column clinic.dose.status is 'MedicationAdministration.status';
