-- What calls to the departed must heed.

-- The newest message withheld as, or closed with, a legal stop, whatever the case was withheld for first; business time.
alter table withheld add column stopped_at timestamptz;
update withheld set stopped_at = told_at where reason = 'legal-stop';
create index withheld_hash on withheld (customer_hash);

-- Names an exit in addresses and in the audit log, and, once it is erased, nobody.
alter table exits add column id text not null default gen_random_uuid()::text;
create unique index exits_id on exits (id);
