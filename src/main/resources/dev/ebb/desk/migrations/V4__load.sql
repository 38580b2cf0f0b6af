-- A page of the queue is found in the index alone, whatever it is filtered by; but for words, which have one of their own.
drop index cases_queue;
create index cases_queue on cases (priority desc, act_by, alert_id)
  include (tier, stage, region, lever, rules, manager_id, holder)
  where place in ('to-do', 'held');
-- Most regions are small: they are not looked for among all cases.
create index cases_region on cases (region, priority desc, act_by, alert_id) where place in ('to-do', 'held');
