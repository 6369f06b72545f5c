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
       cast(case when abs(a.value_number) < 1e9 then a.value_number
                 when a.value_number is null and a.system = 'http://loinc.org' then
                     case a.code when 'LA6568-5' then 0 when 'LA6569-3' then 1 when 'LA6570-1' then 2
                                 when 'LA6571-9' then 3 end
            end as numeric(16, 4)) as answer_value,
       a.value_text as answer_text,
       a.value_boolean as answer_boolean,
       q.status
from clinic.helper_answer a
join fhir.questionnaire_responses q on q.resource_key = a.resource_key
where coalesce(q.status, '') <> 'entered-in-error';
comment on view clinic.answer is 'One row for each answer of a QuestionnaireResponse, at any depth.';
comment on column clinic.answer.response_id is 'QuestionnaireResponse.id';
comment on column clinic.answer.seq is 'answers, from 0; QuestionnaireResponse.item.answer in the order of the document';
comment on column clinic.answer.patient_id is 'QuestionnaireResponse.subject';
comment on column clinic.answer.instrument is 'phq9, gad7, madrs, qids, bdi or cssrs, by QuestionnaireResponse.questionnaire';
comment on column clinic.answer.questionnaire_url is 'QuestionnaireResponse.questionnaire without its version';
comment on column clinic.answer.authored_at is 'QuestionnaireResponse.authored, when written with a time';
comment on column clinic.answer.authored_from is 'QuestionnaireResponse.authored, first instant it may mean';
comment on column clinic.answer.link_id is 'QuestionnaireResponse.item.linkId as written';
comment on column clinic.answer.loinc_code is 'QuestionnaireResponse.item.linkId without its slash, when it is a LOINC code';
comment on column clinic.answer.answer_system is 'QuestionnaireResponse.item.answer.valueCoding.system';
comment on column clinic.answer.answer_code is 'QuestionnaireResponse.item.answer.valueCoding.code';
comment on column clinic.answer.answer_value is 'points; QuestionnaireResponse.item.answer.value[x] when a number; 0 to 3 for LA6568-5, LA6569-3, LA6570-1, LA6571-9';
comment on column clinic.answer.answer_text is 'QuestionnaireResponse.item.answer.value[x] when text or a date';
comment on column clinic.answer.answer_boolean is 'QuestionnaireResponse.item.answer.valueBoolean';
comment on column clinic.answer.status is 'QuestionnaireResponse.status';
