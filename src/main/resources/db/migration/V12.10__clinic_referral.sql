create view clinic.referral as
select r.id,
       r.patient_id,
       (select l.target_type || '/' || l.target_id
        from fhir.links l
        where l.resource_key = r.resource_key and l.element = 'ServiceRequest.requester'
          and l.target_type is not null and l.target_id is not null
        order by l.position
        fetch first 1 row only) as requester,
       (select i.code
        from fhir.identifiers i
        where i.resource_key = r.resource_key and i.element = 'ServiceRequest.identifier'
        order by case when upper(i.type_code) = 'PLAC' then 0 else 1 end, i.position
        fetch first 1 row only) as placer_number,
       r.authored_start as authored_at,
       nullif(nullif(r.authored_from, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as authored_from,
       nullif(nullif(r.authored_to, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as authored_before,
       r.priority,
       r.reason_text,
       (select l.target_id
        from fhir.links l
        where l.resource_key = r.resource_key and l.element = 'ServiceRequest.reasonReference'
          and l.target_type = 'Condition'
        order by l.position
        fetch first 1 row only) as diagnosis_id,
       r.status
from fhir.service_requests r
where coalesce(r.status, '') not in ('entered-in-error', 'revoked')
  and (exists (select 1
               from fhir.codings k
               where k.resource_key = r.resource_key and k.element = 'ServiceRequest.code' and k.position >= 0
                 and k.system = 'http://snomed.info/sct' and k.code in ('183524004', '308477009'))
    or exists (select 1
               from fhir.links l
               join clinic.helper_course c on c.resource_key = l.resource_key
               where l.target_type = 'ServiceRequest' and l.target_id = r.id));
comment on view clinic.referral is 'One row for each ServiceRequest that refers a patient to psychiatry, or that a treatment course names.';
comment on column clinic.referral.id is 'ServiceRequest.id';
comment on column clinic.referral.patient_id is 'ServiceRequest.subject';
comment on column clinic.referral.requester is 'ServiceRequest.requester: Practitioner/<id>, PractitionerRole/<id> or Organization/<id>';
comment on column clinic.referral.placer_number is 'ServiceRequest.identifier: the one of type PLAC, else the first';
comment on column clinic.referral.authored_at is 'ServiceRequest.authoredOn, when written with a time';
comment on column clinic.referral.authored_from is 'ServiceRequest.authoredOn, first instant it may mean';
comment on column clinic.referral.authored_before is 'ServiceRequest.authoredOn, first instant after it';
comment on column clinic.referral.priority is 'ServiceRequest.priority';
comment on column clinic.referral.reason_text is 'ServiceRequest.reasonCode, text or first display';
comment on column clinic.referral.diagnosis_id is 'ServiceRequest.reasonReference, a Condition id';
comment on column clinic.referral.status is 'ServiceRequest.status';
