-- A finding is told since the day from which it stands, and not since the day on which it was first looked for: what was kept of the latter is found again.
truncate record.return_checked;
