-- What the interface for programs and the sign-in elsewhere need.

alter table webhooks add column events text[] not null default '{}';

alter table deliveries add column alert_id text not null default '';
create index deliveries_newest on deliveries (created_at desc, id);
create index deliveries_case on deliveries (alert_id);

-- Who signs in elsewhere is known by issuer and subject, and has no password here.
alter table accounts alter column password_hash drop not null;
alter table accounts add column issuer text;
alter table accounts add column subject text;
create unique index accounts_subject on accounts (issuer, subject) where subject is not null;
