-- What the retention desk keeps. Times are timestamptz; "business" times are the customers' time, in which deadlines
-- fall, all others are the wall clock's. Money is in minor units.

-- Random bytes that must be the same in all instances and after every restart.
create table secrets (
  name text primary key,
  value bytea not null
);

-- Up to where each partition has been taken over; written with the rows it gave rise to.
create table feed_offsets (
  topic text not null,
  partition int not null,
  next_offset bigint not null,
  primary key (topic, partition)
);

-- What the desk needs of a profile.
create table customers (
  customer_id text primary key,
  customer_hash bytea not null,
  valid_at timestamptz not null,
  activated_on date,
  status text,
  payment text,
  plan text,
  monthly_fee bigint,
  region text,
  household text,
  manager_id text,
  opt_out boolean not null,
  profile jsonb not null
);
create index customers_hash on customers (customer_hash);
create index customers_household on customers (household) where household is not null;

-- One row a case: what the job said last, and how far the desk is with it.
create table cases (
  alert_id text primary key,
  customer_id text not null,
  customer_hash bytea not null,
  feed_partition int not null,
  feed_offset bigint not null,
  revision int not null,
  state text not null,
  reason text,
  opened_at timestamptz not null,            -- business
  told_at timestamptz not null,              -- business
  seen_at timestamptz not null,
  risk double precision not null,
  priority double precision not null,
  arpu bigint,
  tier text,
  stage text,
  region text,
  manager_id text,
  lever int,
  playbook text,
  channel text,
  act_by timestamptz not null,               -- business
  contact_from timestamptz,                  -- business
  rules text[] not null,
  why_en text,
  why_zh text,
  words tsvector not null,
  message jsonb not null,                    -- whole, with the customer's id masked
  -- The desk's own.
  place text not null check (place in ('to-do', 'held', 'put-off', 'answered', 'ended')),
  holder text,
  held_at timestamptz,
  due_at timestamptz,                        -- business; when what was put off comes back
  attempts int not null default 0,
  last_attempt_at timestamptz,               -- business
  last_outcome text,
  last_outcome_at timestamptz,               -- business
  settled_at timestamptz,                    -- before this, messages of the job may not know the last outcome yet
  turns bigint not null default 0            -- grows with all that the desk does to the case
) with (toast_tuple_target = 512);
create index cases_queue on cases (priority desc, act_by, alert_id) where place in ('to-do', 'held');
create index cases_to_do on cases (priority desc, act_by, alert_id) where place = 'to-do';
create index cases_managed on cases (manager_id, priority desc, act_by, alert_id) where place = 'to-do';
create index cases_held on cases (holder) where holder is not null;
create index cases_put_off on cases (due_at) where place = 'put-off';
create index cases_customer on cases (customer_id, opened_at desc);
create index cases_hash on cases (customer_hash);
create index cases_words on cases using gin (words);
create index cases_rules on cases using gin (rules);
create index cases_seen on cases (seen_at) where place <> 'ended';
create index cases_opened on cases (opened_at);

-- What the job said of a case, but for daily repeats.
create table case_news (
  alert_id text not null,
  feed_partition int not null,
  feed_offset bigint not null,
  revision int not null,
  at timestamptz not null,                   -- business
  state text not null,
  reason text,
  risk double precision not null,
  rules text[] not null,
  primary key (alert_id, feed_partition, feed_offset)
);

-- What agents did, and what is to be sent to the job of it: a row is undone before release_at or sent after it.
create table outcomes (
  id text primary key,
  seq bigint generated always as identity,
  alert_id text not null,
  customer_id text not null,
  kind text not null,
  reason text,
  due_at timestamptz,                        -- business
  note text,
  agent text not null,
  at timestamptz not null,                   -- business
  recorded_at timestamptz not null,
  release_at timestamptz not null,
  sent_at timestamptz,
  turn bigint not null,                      -- of the case, after this outcome
  before jsonb                               -- of the case, for undoing; null where that cannot be
);
create index outcomes_unsent on outcomes (seq) where sent_at is null;
create index outcomes_case on outcomes (alert_id, seq);
create index outcomes_agent on outcomes (agent, seq);
create index outcomes_at on outcomes (at);

-- Cases that nobody may work, by hash alone: they are counted and compared, never shown.
create table withheld (
  alert_id text primary key,
  customer_hash bytea not null,
  feed_partition int not null,
  feed_offset bigint not null,
  revision int not null,
  state text not null,
  reason text not null,
  playbook text,
  rules text[] not null,
  opened_at timestamptz not null,            -- business
  told_at timestamptz not null               -- business
);
create index withheld_opened on withheld (opened_at);

create table stages (
  customer_id text primary key,
  stage text not null,
  since timestamptz not null,
  reason text not null
);

create table exits (
  customer_id text primary key,
  customer_hash bytea not null,
  at timestamptz not null,                   -- business
  how text not null,
  cause text not null,
  known_by text not null,
  arpu bigint not null,
  tier text not null,
  exit jsonb not null                        -- whole, with the customer's id masked
);
create index exits_hash on exits (customer_hash);
create index exits_at on exits (at);

-- Calls to those who have left.
create table win_backs (
  customer_id text not null,
  due_on date not null,
  playbook text not null,
  result text,                               -- reached, returned, declined, unreached, wrong; null: still to be made
  agent text,
  done_at timestamptz,
  note text,
  primary key (customer_id, due_on)
);
create index win_backs_due on win_backs (due_on) where result is null;

create table kpis (
  key text primary key,
  day date not null,
  cohort date,
  tier text,
  region text,
  revision int not null,
  figures jsonb not null
);
create index kpis_day on kpis (day);

-- Who works here.
create table accounts (
  login text primary key,
  name text not null,
  password_hash text not null,
  role text not null check (role in ('agent', 'lead', 'admin')),
  manager_id text,                           -- as account manager, in customers' profiles
  created_at timestamptz not null,
  disabled_at timestamptz
);

create table sessions (
  token_hash bytea primary key,
  login text not null references accounts on delete cascade,
  csrf text not null,
  created_at timestamptz not null,
  used_at timestamptz not null
);
create index sessions_login on sessions (login);

-- Failed sign-ins, by account and by address.
create table sign_in_failures (
  subject text not null,
  at timestamptz not null
);
create index sign_in_failures_subject on sign_in_failures (subject, at);

create table api_tokens (
  token_hash bytea primary key,
  name text not null unique,
  scopes text[] not null,
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  used_at timestamptz
);

create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject text,
  detail text
);
create index audit_at on audit (at);
create index audit_subject on audit (subject);

create table webhooks (
  id text primary key,
  url text not null,
  secret bytea not null,
  created_by text not null,
  created_at timestamptz not null
);

create table deliveries (
  id text primary key,
  webhook_id text not null references webhooks on delete cascade,
  event text not null,
  body text not null,
  created_at timestamptz not null,
  attempts int not null default 0,
  next_at timestamptz,                       -- null: delivered or given up
  delivered_at timestamptz,
  failure text
);
create index deliveries_next on deliveries (next_at) where next_at is not null;
create index deliveries_dead on deliveries (created_at) where next_at is null and delivered_at is null;
