-- Lists ask for both populations at once: on a plan or looked after. Their indexes say the same, now and for a past instant.
drop index record.standing_then;
create index standing_then on record.standing (authority, team, known_to) where on_plan_since is not null or looked_after_since is not null;
create index standing_in_lists on record.standing (authority, team) where known_to = 'infinity' and (on_plan_since is not null or looked_after_since is not null);
