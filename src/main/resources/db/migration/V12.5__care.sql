-- The frame of a treatment: responsibility, teams, goals, and what is not tolerated.

create table fhir.episodes_of_care (
  resource_key bigint       not null primary key,
  id           varchar(64)  not null,
  version      bigint       not null,
  updated_at   timestamp(6) with time zone not null,
  patient_id   varchar(64),
  status       varchar(512),
  period_from  timestamp(6) with time zone not null default timestamp with time zone '9999-12-31 23:59:59.999999+00',
  period_to    timestamp(6) with time zone not null default timestamp with time zone '0001-01-01 00:00:00+00'
);
comment on column fhir.episodes_of_care.status is 'EpisodeOfCare.status';
comment on column fhir.episodes_of_care.period_from is 'EpisodeOfCare.period: first instant it may mean; 9999 when absent';
comment on column fhir.episodes_of_care.period_to is 'EpisodeOfCare.period: first instant after it; year 1 when absent, 9999 when open';
create unique index episodes_of_care_id on fhir.episodes_of_care (id);
create index episodes_of_care_patient on fhir.episodes_of_care (patient_id, resource_key);
create index episodes_of_care_updated on fhir.episodes_of_care (updated_at, resource_key);
create index episodes_of_care_patient_period_from on fhir.episodes_of_care (patient_id, period_from, resource_key);
create index episodes_of_care_period_from on fhir.episodes_of_care (period_from, resource_key);
create index episodes_of_care_patient_period_to on fhir.episodes_of_care (patient_id, period_to, resource_key);
create index episodes_of_care_period_to on fhir.episodes_of_care (period_to, resource_key);

create table fhir.care_teams (
  resource_key bigint       not null primary key,
  id           varchar(64)  not null,
  version      bigint       not null,
  updated_at   timestamp(6) with time zone not null,
  patient_id   varchar(64),
  status       varchar(512),
  period_from  timestamp(6) with time zone not null default timestamp with time zone '9999-12-31 23:59:59.999999+00',
  period_to    timestamp(6) with time zone not null default timestamp with time zone '0001-01-01 00:00:00+00'
);
comment on column fhir.care_teams.status is 'CareTeam.status';
comment on column fhir.care_teams.period_from is 'CareTeam.period: first instant it may mean; 9999 when absent';
comment on column fhir.care_teams.period_to is 'CareTeam.period: first instant after it; year 1 when absent, 9999 when open';
create unique index care_teams_id on fhir.care_teams (id);
create index care_teams_patient on fhir.care_teams (patient_id, resource_key);
create index care_teams_updated on fhir.care_teams (updated_at, resource_key);
create index care_teams_patient_period_from on fhir.care_teams (patient_id, period_from, resource_key);
create index care_teams_period_from on fhir.care_teams (period_from, resource_key);
create index care_teams_patient_period_to on fhir.care_teams (patient_id, period_to, resource_key);
create index care_teams_period_to on fhir.care_teams (period_to, resource_key);

create table fhir.allergy_intolerances (
  resource_key bigint       not null primary key,
  id           varchar(64)  not null,
  version      bigint       not null,
  updated_at   timestamp(6) with time zone not null,
  patient_id   varchar(64),
  criticality  varchar(512),
  allergy_type varchar(512)
);
comment on column fhir.allergy_intolerances.criticality is 'AllergyIntolerance.criticality';
comment on column fhir.allergy_intolerances.allergy_type is 'AllergyIntolerance.type';
create unique index allergy_intolerances_id on fhir.allergy_intolerances (id);
create index allergy_intolerances_patient on fhir.allergy_intolerances (patient_id, resource_key);
create index allergy_intolerances_updated on fhir.allergy_intolerances (updated_at, resource_key);

create table fhir.goals (
  resource_key     bigint       not null primary key,
  id               varchar(64)  not null,
  version          bigint       not null,
  updated_at       timestamp(6) with time zone not null,
  patient_id       varchar(64),
  lifecycle_status varchar(512)
);
comment on column fhir.goals.lifecycle_status is 'Goal.lifecycleStatus';
create unique index goals_id on fhir.goals (id);
create index goals_patient on fhir.goals (patient_id, resource_key);
create index goals_updated on fhir.goals (updated_at, resource_key);
