-- A step holds once the desk has read back that the job lets its record in; a start is of the text that was asked for.
alter table rule_steps add column taken_at timestamptz;      -- when it was read back and let in
update rule_steps set taken_at = published_at;
alter table rule_steps add column version int;               -- of the rule that is asked to be started
alter table rule_steps add column text_digest text;          -- of its text, as it was asked for
alter table rule_steps drop constraint rule_steps_decision_check;
alter table rule_steps add constraint rule_steps_decision_check
  check (decision in ('done', 'refused', 'withdrawn', 'expired', 'overtaken'));
drop index rule_steps_unsent;
create index rule_steps_untaken on rule_steps (id) where decision = 'done' and taken_at is null;

-- What working cases is worth: each case counts for the group and the playbook that it was drawn for.
alter table withheld add column arm text check (arm in ('treated', 'held-out'));  -- null: never drawn
alter table cases add column first_playbook text;
