-- Children are allocated by managers, who are asked themselves whether it is more than is protected: whether an induction runs is told to nobody else.
drop function record.is_inducted(uuid);
