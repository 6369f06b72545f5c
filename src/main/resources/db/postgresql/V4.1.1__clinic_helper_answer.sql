-- A row for each of the listed answers.
create view clinic.helper_answer as
select a.resource_key, cast(n.number - 1 as integer) as position, n.link_id, n.system, n.code,
       cast(n.value_number as numeric) as value_number, n.value_text, n.value_boolean
from fhir.answers a
cross join unnest(a.link_id, a.system, a.code, a.value_number, a.value_text, a.value_boolean) with ordinality
     as n (link_id, system, code, value_number, value_text, value_boolean, number);
comment on view clinic.helper_answer is 'Helper, not for reports: every answer of a QuestionnaireResponse.';
