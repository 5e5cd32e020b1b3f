/** One line of an agency’s chronology: how many days before today, and how many days later it was told to whom. */
type Line = {
  readonly ago: number;
  readonly what: string;
  readonly at?: string;
  readonly concern?: string;
  readonly told?: string;
  readonly toldAfter?: number;
  readonly did?: string;
  readonly isDecision?: true;
};

const ours = 'Children’s social care';

/** Four agencies of an invented child: each held a part of it. */
export const chronologies: Readonly<Record<string, readonly Line[]>> = {
  'General practice': [
    { ago: 520, what: 'Registered with her mother. No father is named on the form.' },
    { ago: 431, what: 'Was not brought to the immunisation.', concern: 'missed appointment', did: 'A letter was sent.' },
    {
      ago: 396,
      at: '10:20',
      what: 'Bruise on the cheek, said to be from a toy. She does not crawl yet.',
      concern: 'injury',
      told: 'Health visiting',
      toldAfter: 21,
      did: 'To be looked at again at the immunisation.',
    },
    {
      ago: 372,
      what: 'Was not brought again.',
      concern: 'missed appointment',
      did: 'Taken off the recall list after two letters.',
      isDecision: true,
    },
    {
      ago: 288,
      what: 'Mother asks for something to sleep; says that she is alone with the children at night.',
      concern: 'mother’s health',
    },
    { ago: 241, what: 'Mother’s prescription is repeated by telephone.', isDecision: true },
  ],
  'Health visiting': [
    { ago: 508, what: 'New birth visit: warm, tidy, the mother tired. The father is asleep upstairs and is not met.' },
    { ago: 389, what: 'Developmental review by telephone.', did: 'Back to the universal service.', isDecision: true },
    { ago: 352, what: 'Home visit: no answer. The curtains are drawn.', concern: 'missed appointment', told: ours, toldAfter: 40 },
    { ago: 262, what: 'Weighed at the clinic: she has dropped two centiles.', concern: 'neglect', did: 'To be weighed again in a month.' },
    { ago: 234, what: 'Not weighed again. The clinic was closed that week.', isDecision: true },
  ],
  Police: [
    {
      ago: 405,
      at: '23:40',
      what: 'Neighbours call: shouting and something broken. Two children asleep upstairs.',
      concern: 'domestic abuse',
      told: ours,
      toldAfter: 6,
      did: 'No crime recorded; notification sent.',
    },
    {
      ago: 330,
      what: 'The father is arrested for an assault in another county.',
      concern: 'domestic abuse',
      did: 'The home county was not asked.',
    },
    { ago: 301, what: 'Bail to the family’s address. Nobody asks who lives there.', isDecision: true },
    {
      ago: 247,
      at: '02:15',
      what: 'Second call by neighbours. The mother says at the door that all is well.',
      concern: 'domestic abuse',
      told: ours,
      toldAfter: 33,
      did: 'Risk assessed as standard.',
      isDecision: true,
    },
  ],
  'Early years setting': [
    {
      ago: 318,
      what: 'Her brother begins. He says that “daddy broke the door”.',
      concern: 'domestic abuse',
      did: 'Written in the book of worries.',
    },
    { ago: 276, what: 'Brother has a bruise on the arm, and says that he fell.', concern: 'injury', did: 'The mother was asked.' },
    { ago: 255, what: 'Meeting of the setting on its worries: to go on watching.', isDecision: true },
    {
      ago: 218,
      what: 'Brother is absent for eight days. The mother texts that he is ill.',
      concern: 'missed appointment',
      told: 'Health visiting',
      toldAfter: 9,
    },
  ],
};

export const findings = [
  {
    finding: 'Injuries to babies who cannot move were weighed by each agency alone.',
    why: 'Each explanation was likely by itself, and no form asked whether there had been another.',
    recommendation: 'Every agency: an injury to a baby who cannot move is a referral on the same day, whatever the explanation.',
    measure: 'Of 20 babies with an injury, drawn at random, all were referred on the day.',
    action: 'Put it into the procedures of every agency, with the telephone number',
  },
  {
    finding: 'A child who is not brought was told of as an appointment that was missed.',
    why: 'Letters end a task: after two of them nobody owned the question why.',
    recommendation:
      'Practices and clinics tell the health visitor of the second appointment to which a child was not brought, within a week.',
    measure: 'Of 30 children not brought twice, of how many the health visitor was told within a week.',
    action: 'A search each Friday in every practice',
  },
  {
    finding: 'Nobody met the father.',
    why: 'He was asleep, or at work, or the visit was about feeding. Each time that was true.',
    recommendation: 'Whoever lives with a baby is met by name, and it is written when they were not.',
    measure: 'Of 40 plans, in how many is every adult of the home met and named.',
    action: 'A line for it in the plan, and in the agenda of supervision',
  },
] as const;
