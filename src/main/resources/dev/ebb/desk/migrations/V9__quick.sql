-- Searching reads the words of many cases: they stay in the cases' rows. Only what is in the queue is searched.
alter table cases alter column words set storage main;
drop index cases_words;
create index cases_words on cases using gin (words) with (fastupdate = off) where place in ('to-do', 'held');
drop index cases_rules;
create index cases_rules on cases using gin (rules) where place in ('to-do', 'held');

-- An agent's own: held ones and those of the customers they manage.
drop index cases_managed;
create index cases_managed on cases (manager_id, priority desc, act_by, alert_id) where place in ('to-do', 'held');

-- Few cases are of the high tiers.
create index cases_tier on cases (tier, priority desc, act_by, alert_id) where place in ('to-do', 'held');
drop index cases_to_do;

-- The figures of a span are found in indexes alone; a case counts for its first playbook.
drop index cases_began;
create index cases_began on cases (opened_at)
  include (alert_id, state, playbook, first_playbook, customer_hash, rules);
drop index outcomes_at;
create index outcomes_at on outcomes (at) include (agent, kind, alert_id);

-- Which rows need not be looked at is written down by vacuuming; cases change all day.
alter table cases set (autovacuum_vacuum_scale_factor = 0.05);
