-- Children on a register (practice/registers.ts): placed here by others, on a long stay, privately fostered, under special guardianship, waiting for adoption. What lists know of
-- them says so in codes; a column says it where an index can answer it. It follows from what is there, in rows of the past too.
alter table record.standing add column on_register boolean not null generated always as (jsonb_exists(state, 'registers')) stored;
create index standing_on_register on record.standing (authority, person) where known_to = 'infinity' and on_register;
grant select (on_register) on record.standing to sightline_app;
