-- How far a run that derives everything again has come: the last record of the last batch whose differences were written. One that was stopped, or
-- whose program was killed, goes on behind it.
alter table record.derivation_run add column reached uuid;
