-- What the lead's page needs. Times are the wall clock's unless they are marked as business time.

alter table outcomes add column asked text;  -- of who declined for want of it: what they asked for
create index outcomes_claims on outcomes (agent, recorded_at) where kind = 'claimed';

-- The rules' topic, as far as the job has let it in; what was taken back has no row.
create table published_rules (
  id text primary key,
  text text not null,
  version int not null,
  status text not null check (status in ('active', 'shadow', 'off')),
  title_en text not null,
  title_zh text not null,
  feed_offset bigint not null
);

-- Rules stopped and started again. A stop is decided when it is asked for, a start by somebody else.
create table rule_steps (
  id bigint generated always as identity primary key,
  rule text not null,
  status text not null check (status in ('active', 'shadow', 'off')),  -- that the rule is to have
  status_before text not null,
  reason text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  expires_at timestamptz,                    -- of a request that nobody has decided; null: needs nobody
  decision text check (decision in ('done', 'refused', 'withdrawn', 'expired')),
  decided_by text,
  decided_at timestamptz,
  published_at timestamptz,                  -- when Kafka had it
  check (decision is distinct from 'done' or status = 'off' or decided_by <> asked_by)
);
create unique index rule_steps_open on rule_steps (rule) where decision is null;
create index rule_steps_unsent on rule_steps (id) where decision = 'done' and published_at is null;
create index rule_steps_rule on rule_steps (rule, id);

-- What a lead allows the team; null: no limit. One row.
create table team_limits (
  one boolean primary key default true check (one),
  open_cases int check (open_cases between 1 and 200),
  new_per_hour int check (new_per_hour between 1 and 200)
);
insert into team_limits default values;

-- Calls to the departed are tried more than once, and never again by who does not want them.
alter table win_backs add column attempts int not null default 0;
alter table win_backs add column again_on date;
alter table win_backs add column taken_at timestamptz;
create index win_backs_customer on win_backs (customer_id);
create table never_call (
  customer_hash bytea primary key,
  agent text not null,
  at timestamptz not null
);
