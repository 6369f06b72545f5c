create view clinic.earlier_treatment as
select m.id,
       m.patient_id,
       'drug' as kind,
       (select min(k.code)
        from fhir.codings k
        where k.resource_key = m.resource_key and k.element = 'MedicationStatement.medicationCodeableConcept' and k.position >= 0
          and k.system = 'http://www.nlm.nih.gov/research/umls/rxnorm') as agent_rxcui,
       m.agent_text,
       (select l.target_id
        from fhir.links l
        where l.resource_key = m.resource_key and l.element = 'MedicationStatement.reasonReference'
          and l.target_type = 'Condition'
        order by l.position
        fetch first 1 row only) as diagnosis_id,
       cast(case when m.max_dose_period_unit = 'd' and m.max_dose_period_value = 1 and abs(m.max_dose_value) < 1e6
                 then case m.max_dose_unit when 'mg' then m.max_dose_value
                                           when 'g' then m.max_dose_value * 1000
                                           when 'ug' then m.max_dose_value * 0.001 end
            end as numeric(16, 4)) as max_daily_dose_mg,
       nullif(nullif(m.effective_from, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as started_from,
       nullif(nullif(m.effective_to, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as ended_before,
       m.trial_adequate as adequate,
       m.trial_outcome_code as outcome,
       m.status
from fhir.medication_statements m
where coalesce(m.status, '') not in ('entered-in-error', 'not-taken')
  and (m.trial_adequate is not null or m.trial_outcome_code is not null);
comment on view clinic.earlier_treatment is 'One row for each MedicationStatement that is a trial of an antidepressant.';
comment on column clinic.earlier_treatment.id is 'MedicationStatement.id';
comment on column clinic.earlier_treatment.patient_id is 'MedicationStatement.subject';
comment on column clinic.earlier_treatment.kind is 'drug: what MedicationStatement.medication[x] can name';
comment on column clinic.earlier_treatment.agent_rxcui is 'MedicationStatement.medicationCodeableConcept in RxNorm';
comment on column clinic.earlier_treatment.agent_text is 'MedicationStatement.medicationCodeableConcept.text, else its first display';
comment on column clinic.earlier_treatment.diagnosis_id is 'MedicationStatement.reasonReference, a Condition id';
comment on column clinic.earlier_treatment.max_daily_dose_mg is 'mg/d; MedicationStatement.dosage.maxDosePerPeriod over one day, converted from g and ug';
comment on column clinic.earlier_treatment.started_from is 'MedicationStatement.effective[x], first instant it may mean';
comment on column clinic.earlier_treatment.ended_before is 'MedicationStatement.effective[x], first instant after it; empty when open';
comment on column clinic.earlier_treatment.adequate is 'MedicationStatement.extension(trial-adequate): dose and duration sufficed';
comment on column clinic.earlier_treatment.outcome is 'MedicationStatement.extension(trial-outcome), first coding';
comment on column clinic.earlier_treatment.status is 'MedicationStatement.status';
