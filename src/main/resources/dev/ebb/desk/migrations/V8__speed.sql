-- The figures of a span are found in the index alone, without the cases' rows.
drop index cases_opened;
create index cases_began on cases (opened_at) include (alert_id, state, playbook, customer_hash, rules);
create index case_news_saved on case_news (alert_id) where state = 'saved';

-- Few are protected or have opted out: calls to the departed do not look for them among all.
create index case_news_stops on case_news (alert_id, at) where reason = 'legal-stop';
create index withheld_stops on withheld (customer_hash, told_at) where reason = 'legal-stop';
create index customers_opted_out on customers (customer_id) where opt_out;
create index win_backs_next on win_backs ((coalesce(again_on, due_on))) where result is null;

-- What is due for one webhook is not looked for among what others have kept waiting.
alter table deliveries add column resent_at timestamptz;  -- by hand; from then on its age counts
drop index deliveries_next;
create index deliveries_next on deliveries (webhook_id, next_at, id) where next_at is not null;
