-- The audit log is read newest first: all of it, what somebody did, or what is of some kind.
drop index audit_at;
create index audit_at on audit (at, id);
create index audit_actor on audit (actor, at, id);
create index audit_action on audit (action, at, id);

-- When the customer is next not to be disturbed; the next case is found in the index alone, also where many cannot be
-- called now. Business time.
alter table cases add column contact_until timestamptz;
update cases set contact_until = (message #>> '{recommended,contactUntil}')::timestamptz where place <> 'ended';
create index cases_to_do on cases (priority desc, act_by, alert_id) include (contact_from, contact_until)
  where place = 'to-do';
