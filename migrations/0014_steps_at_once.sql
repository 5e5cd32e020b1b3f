-- Who may read a step, as in 0005, without taking the list of steps apart for every row: a step's name is a word, and a word between commas is found or is not.
drop policy reader on record.content;
create policy reader on record.content to sightline_app using (authority = record.authority() and record.actor() is not null and person = any(record.opened()) and not withheld
  and strpos(',' || current_setting('app.steps', true) || ',', ',' || step || ',') > 0);
drop policy reader on record.entry;
create policy reader on record.entry to sightline_app using (authority = record.authority() and record.actor() is not null
  and strpos(',' || current_setting('app.steps', true) || ',', ',' || step || ',') > 0);
