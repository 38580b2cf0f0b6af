-- The audit log is read newest first: all of it, what somebody did, or what is of some kind.
drop index audit_at;
create index audit_at on audit (at, id);
create index audit_actor on audit (actor, at, id);
create index audit_action on audit (action, at, id);
