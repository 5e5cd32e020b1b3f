/** What the newly qualified, their mentors and their managers write. */
export const talked = [
  'The first removal. What she did well, and why it still hurts. Next time: ask for somebody to come along.',
  'How to end a visit that goes wrong. We tried three sentences aloud.',
  'A father who rings every evening. What he is afraid of, and who else could hear him.',
  'Court next week: what the judge wants to know, and what nobody can know.',
  'Sleep, weekends, and a telephone that stays in the drawer.',
] as const;

export const seen = [
  {
    what: 'visit',
    seen: 'She sat on the floor and waited. The boy brought her the car after ten minutes. She did not ask where he sleeps.',
    next: 'Say at the door what you want to see, and why.',
  },
  {
    what: 'conference',
    seen: 'He read out what the girl had said before anybody else spoke. The mother was given no pause.',
    next: 'Leave a silence after what is hard.',
  },
  {
    what: 'directWork',
    seen: 'The drawing was hers, the words were ours. When she stopped asking, the child began to tell.',
    next: 'Two questions fewer.',
  },
] as const;

export const shown = [
  { towards: 'relationships', what: 'Four visits to a girl who did not speak: what changed, and what she chose to show.' },
  { towards: 'analysis', what: 'An assessment with three explanations, and what would make me change my mind.' },
  { towards: 'law', what: 'A statement for court: what is fact, what is opinion, what is not known.' },
  { towards: 'abuse', what: 'A bruise, and the walk to the paediatrician within the hour.' },
  { towards: 'assessment', what: 'A day of this child’s life, told from what five people said.' },
  { towards: 'supervision', what: 'What I brought that I did not want to bring.' },
] as const;

export const plans = [
  'Court; talking with fathers; children who do not speak.',
  'Babies, and what injuries say. To write so that a child can read it later.',
  'To ask the second question. Meetings in which I am the youngest.',
] as const;

export const helps = [
  'Fridays are kept free; the manager sees to it.',
  'A senior worker comes along to both new families until the first review.',
  'Duty days are swapped for visits together until the summer.',
] as const;

export const onTheDay = 'The afternoon was the best training in years. More of it.';
export const later = 'There is no time for it in the week. Nobody asks for it afterwards.';

type CourseWords = {
  readonly title: string;
  readonly topic: string;
  readonly aim: string;
  readonly standard?: string;
  readonly mandatoryFor?: string;
  readonly everyMonths?: number;
  /** Days ago on which it was held; below nought: to come. */
  readonly held: readonly number[];
  readonly places: number;
  readonly agencyPlaces?: number;
  /** Of ten who answered, so many on the day, and so many three months on. */
  readonly good: number;
  readonly used: number;
  /** Days ago on which it ended. */
  readonly ended?: { readonly ago: number; readonly why: string };
};

/** One that everybody liked and that changed nothing; others that worked. What auditors find says the same (`audits.ts`). */
export const courses: readonly CourseWords[] = [
  {
    title: 'Respectful uncertainty',
    topic: 'uncertainty',
    aim: 'Each assessment weighs another explanation, and says what nobody knows.',
    standard: 'assessment',
    held: [214, 186, 165],
    places: 24,
    agencyPlaces: 6,
    good: 9.6,
    used: 1.8,
    ended: {
      ago: 12,
      why: 'Everybody liked it, and assessments are as they were. Instead: two of each team read one assessment together every month.',
    },
  },
  {
    title: 'Seen, heard, understood',
    topic: 'seenAndHeard',
    aim: 'Each child is seen alone where they choose, and what they say changes something.',
    standard: 'seen',
    held: [214, 190, 150],
    places: 20,
    agencyPlaces: 4,
    good: 7.4,
    used: 7.8,
  },
  {
    title: 'A plan that a child can read',
    topic: 'plans',
    aim: 'Each plan says what will be different for the child, by whom and by when.',
    standard: 'plan',
    held: [213, 178],
    places: 18,
    good: 8.1,
    used: 7.1,
  },
  {
    title: 'Safeguarding: the basics',
    topic: 'safeguardingBasics',
    aim: 'Everybody knows what to do today with what worries them.',
    mandatoryFor: 'everybody',
    everyMonths: 24,
    held: [700, 640, 560, 470, 380, 300, 205, 96, -24],
    places: 30,
    good: 7,
    used: 8,
  },
  {
    title: 'Neglect, together',
    topic: 'neglect',
    aim: 'Every agency says the same of a home, in the same words, and acts on it in the same week.',
    held: [88, -19],
    places: 24,
    agencyPlaces: 12,
    good: 8.6,
    used: 0,
  },
];

/** Needs in the words of where they were seen; of staff files the topic alone is told. */
export const needs = {
  staff: ['fathers', 'uncertainty', 'uncertainty', 'domesticAbuse', 'neglect', 'fathers', 'law'],
  auditProgramme: [
    { topic: 'seenAndHeard', need: 'To see a child where the child chooses, and to ask what they want said.' },
    { topic: 'uncertainty', need: 'To write down the other explanation, and what would make it the likelier one.' },
    { topic: 'plans', need: 'To say in a plan what a child will notice.' },
  ],
  caseReview: [
    { topic: 'infants', need: 'To know what an injury to a baby who does not move yet can mean, and whom to ask within the hour.' },
  ],
} as const;
