type Told = {
  readonly who: string;
  readonly setting: string;
  readonly words: string;
  readonly toldAfter: number;
  readonly response?: string;
  readonly reasons?: string;
  readonly outcome?: string;
  readonly why?: string;
};

/** Invented: nobody here is anybody. */
export const allegations: readonly Told[] = [
  {
    who: 'A teaching assistant of year 4',
    setting: 'school',
    words: '“He held my arm and it went red.”',
    toldAfter: 1,
    response: 'meeting',
    reasons: 'A mark was seen by two adults, and the child’s account is clear.',
    outcome: 'substantiated',
    why: 'Two adults saw it, and the account never changed.',
  },
  {
    who: 'A volunteer coach of a swimming club',
    setting: 'sport',
    words: 'Messages to two girls late at night, found by a mother.',
    toldAfter: 4,
    response: 'meeting',
    reasons: 'The messages were seen; the club has no rule on them.',
    outcome: 'substantiated',
    why: 'The messages, and what the coach said of them.',
  },
  {
    who: 'A night worker of a children’s home',
    setting: 'home',
    words: '“She locked the kitchen.”',
    toldAfter: 0,
    response: 'lowLevel',
    reasons: 'The kitchen is locked at eleven by a rule of the home, which it will look at again.',
  },
  {
    who: 'A foster carer',
    setting: 'fostering',
    words: '“He shouts and I hide.”',
    toldAfter: 1,
    response: 'meeting',
    reasons: 'Said twice, to two people, a week apart.',
    outcome: 'unsubstantiated',
    why: 'Not enough either way. The standard of care is looked at by itself.',
  },
  {
    who: 'A driver of a school taxi',
    setting: 'transport',
    words: 'Left a boy of seven alone in the car.',
    toldAfter: 2,
    response: 'employer',
    reasons: 'Nobody disputes it; the contractor looks into why.',
  },
  {
    who: 'A nursery worker',
    setting: 'earlyYears',
    words: 'A bruise that a parent photographed.',
    toldAfter: 1,
    response: 'meeting',
    reasons: 'Nobody can say when the bruise came.',
  },
  { who: 'A youth worker of a church', setting: 'faith', words: 'Alone with a girl in the vestry, against the rule.', toldAfter: 1 },
];
