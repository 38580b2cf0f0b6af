-- What calls to the departed must heed.

-- The newest message withheld as, or closed with, a legal stop, whatever the case was withheld for first; business time.
alter table withheld add column stopped_at timestamptz;
update withheld set stopped_at = told_at where reason = 'legal-stop';
