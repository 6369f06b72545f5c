create view clinic.flag as
select f.id,
       f.patient_id,
       f.code_system,
       f.code,
       f.code_text,
       f.period_start as raised_at,
       nullif(nullif(f.period_from, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as raised_from,
       f.period_end as ended_at,
       nullif(nullif(f.period_to, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as ended_before,
       (select l.target_type || '/' || l.target_id
        from fhir.links l
        where l.resource_key = f.resource_key and l.element = 'Flag.author'
          and l.target_type is not null and l.target_id is not null
        order by l.position
        fetch first 1 row only) as author,
       (select l.target_id
        from fhir.links l
        where l.resource_key = f.resource_key and l.element = 'Flag.encounter'
          and l.target_type = 'Encounter'
        order by l.position
        fetch first 1 row only) as visit_id,
       f.status
from fhir.flags f
where coalesce(f.status, '') <> 'entered-in-error';
comment on view clinic.flag is 'One row for each Flag: what whoever treats the patient must know.';
comment on column clinic.flag.id is 'Flag.id';
comment on column clinic.flag.patient_id is 'Flag.subject';
comment on column clinic.flag.code_system is 'Flag.code, first coding';
comment on column clinic.flag.code is 'Flag.code, first coding: such as suicidality';
comment on column clinic.flag.code_text is 'Flag.code.text, else its first display';
comment on column clinic.flag.raised_at is 'Flag.period.start, when written with a time';
comment on column clinic.flag.raised_from is 'Flag.period, first instant it may mean';
comment on column clinic.flag.ended_at is 'Flag.period.end, when written with a time';
comment on column clinic.flag.ended_before is 'Flag.period, first instant after it; empty when open';
comment on column clinic.flag.author is 'Flag.author: Device/<id>, Organization/<id>, Patient/<id>, Practitioner/<id> or PractitionerRole/<id>';
comment on column clinic.flag.visit_id is 'Flag.encounter, an Encounter id';
comment on column clinic.flag.status is 'Flag.status: active or inactive';
