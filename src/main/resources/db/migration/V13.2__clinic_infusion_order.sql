create view clinic.infusion_order as
select o.id,
       o.patient_id,
       (select l.target_id
        from fhir.links l
        where l.resource_key = o.resource_key and l.element = 'MedicationRequest.basedOn' and l.target_type = 'CarePlan'
        order by l.position
        fetch first 1 row only) as course_id,
       (select l.target_id
        from fhir.links l
        where l.resource_key = o.resource_key and l.element = 'MedicationRequest.priorPrescription'
          and l.target_type = 'MedicationRequest'
        order by l.position
        fetch first 1 row only) as revised_order_id,
       nullif(nullif(o.authored_from, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as ordered_from,
       cast(case when o.infusions_ordered between 0 and 2147483647 and o.infusions_ordered = floor(o.infusions_ordered)
                 then o.infusions_ordered end as integer) as infusions_ordered,
       o.status
from fhir.medication_requests o
where coalesce(o.status, '') not in ('entered-in-error', 'cancelled')
  and exists (select 1
              from fhir.links l
              join clinic.helper_course c on c.id = l.target_id
              where l.resource_key = o.resource_key and l.element = 'MedicationRequest.basedOn'
                and l.target_type = 'CarePlan');
comment on view clinic.infusion_order is 'One row for each MedicationRequest that is based on a treatment course.';
comment on column clinic.infusion_order.id is 'MedicationRequest.id';
comment on column clinic.infusion_order.patient_id is 'MedicationRequest.subject';
comment on column clinic.infusion_order.course_id is 'MedicationRequest.basedOn, a CarePlan id';
comment on column clinic.infusion_order.revised_order_id is 'MedicationRequest.priorPrescription, the id of the order that this one revises';
comment on column clinic.infusion_order.ordered_from is 'MedicationRequest.authoredOn, first instant it may mean';
comment on column clinic.infusion_order.infusions_ordered is 'sessions; MedicationRequest.dosageInstruction.timing.repeat.count';
comment on column clinic.infusion_order.status is 'MedicationRequest.status';
