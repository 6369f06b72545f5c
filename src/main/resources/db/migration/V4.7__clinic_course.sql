create view clinic.course as
select c.id,
       c.patient_id,
       cast(case when c.course_number between 0 and 2147483647 and c.course_number = floor(c.course_number)
                 then c.course_number end as integer) as course_number,
       c.phase_code as phase,
       cast(case when c.planned_infusions between 0 and 2147483647
                      and c.planned_infusions = floor(c.planned_infusions)
                 then c.planned_infusions end as integer) as planned_infusions,
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
comment on column clinic.course.course_number is 'courses of the patient, from 1; CarePlan.extension(course-number)';
comment on column clinic.course.phase is 'induction, consolidation or maintenance; CarePlan.extension(course-phase)';
comment on column clinic.course.planned_infusions is 'sessions; CarePlan.extension(planned-infusions)';
comment on column clinic.course.infusions_done is 'sessions; those of the course in clinic.infusion with status completed: Procedure.status or MedicationAdministration.status';
comment on column clinic.course.status is 'CarePlan.status';
comment on column clinic.course.started_from is 'CarePlan.period.start, first instant it may mean';
comment on column clinic.course.ended_before is 'CarePlan.period.end, first instant after it; empty when open';
comment on column clinic.course.diagnosis_id is 'CarePlan.addresses, a Condition id';
