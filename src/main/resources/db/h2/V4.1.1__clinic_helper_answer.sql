-- A row for each of the listed answers.
create view clinic.helper_answer as
select a.resource_key, cast(n.number as integer) as position,
       a.link_id[n.number + 1] as link_id, a.system[n.number + 1] as system, a.code[n.number + 1] as code,
       cast(a.value_number[n.number + 1] as decfloat) as value_number,
       a.value_text[n.number + 1] as value_text, a.value_boolean[n.number + 1] as value_boolean
from fhir.answers a
join system_range(0, 999999) as n (number) on n.number < cardinality(a.link_id);
comment on view clinic.helper_answer is 'Helper, not for reports: every answer of a QuestionnaireResponse.';
