create view clinic.patient as
select p.id,
       p.id as patient_id,
       p.family_name,
       p.given_name,
       (select i.code
        from fhir.identifiers i
        where i.resource_key = p.resource_key and i.element = 'Patient.identifier' and i.code is not null
        order by case when upper(i.type_code) = 'MR' then 0 else 1 end, i.position
        fetch first 1 row only) as record_number,
       nullif(nullif(p.birth_from, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as born_from,
       nullif(nullif(p.birth_to, timestamp with time zone '0001-01-01 00:00:00+00'),
              timestamp with time zone '9999-12-31 23:59:59.999999+00') as born_before,
       p.gender,
       p.deceased
from fhir.patients p;
comment on view clinic.patient is 'One row for each Patient.';
comment on column clinic.patient.id is 'Patient.id';
comment on column clinic.patient.patient_id is 'Patient.id, as in every other view';
comment on column clinic.patient.family_name is 'Patient.name.family, the first';
comment on column clinic.patient.given_name is 'Patient.name.given, the first';
comment on column clinic.patient.record_number is 'Patient.identifier: the one of type MR, else the first';
comment on column clinic.patient.born_from is 'Patient.birthDate, first instant it may mean';
comment on column clinic.patient.born_before is 'Patient.birthDate, first instant after it';
comment on column clinic.patient.gender is 'Patient.gender';
comment on column clinic.patient.deceased is 'Patient.deceased[x]: a date, or true';
