-- Whoever has a restricted record open sees to whom it is restricted.
drop policy reader on record.restriction;
create policy reader on record.restriction to sightline_app using (authority = record.authority() and (reader = record.actor() or record.actor() is not null and person = any(record.opened())));
