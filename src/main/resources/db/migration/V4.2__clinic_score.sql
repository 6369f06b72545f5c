create view clinic.score as
select s.id,
       s.patient_id,
       s.instrument,
       cast(case when (s.value_unit is null or s.value_unit = '1' or s.value_unit like '{%}')
                      and abs(s.value_number) < 1e9
                 then s.value_number end as numeric(16, 4)) as total,
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
              from clinic.helper_observation_code k
              where k.resource_key = o.resource_key
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
