/** What members of staff do because of a chapter that they read, what they find unclear, and what agencies say of a section. Nothing in it is of a real place. */
export const followed = [
  'I ask the school to every strategy discussion, and write down who was asked and did not come.',
  'I write a visit up before the next one, in the car if I must.',
  'I say in the plan what will be different for the child, and by when.',
  'I ask before I share, unless asking puts a child at risk, and write down which it was.',
  'I take two explanations to supervision, and what speaks against mine.',
  'I ring the referrer on the day, also where nothing comes of it.',
  'I see each child alone, and write why where I did not.',
  'I read the last plan with the parents before the review, and not at it.',
] as const;

export const unclear = [
  'Who asks the midwife when the mother is booked in another county?',
  'What counts as seen alone with a baby of six weeks?',
  'Whether a call in the night begins the five days.',
] as const;

type Said = {
  readonly chapter: string;
  readonly section: string;
  readonly agency: string;
  readonly by: 'schools' | 'health' | 'police' | 'probation' | 'visiting';
  readonly comment: string;
  readonly ago: number;
  /** Days until it was answered; absent: it waits. */
  readonly after?: number;
  readonly outcome?: 'amended' | 'explained' | 'notTaken';
  readonly answer?: string;
};

export const comments: readonly Said[] = [
  {
    chapter: 'child-protection',
    section: 'strategy-discussion',
    agency: 'education',
    by: 'schools',
    comment: 'We are told at nine that a discussion is at ten. Nobody who knows the child can come out of a lesson by then.',
    ago: 310,
    after: 60,
    outcome: 'amended',
    answer: 'From the next edition schools are asked by two in the afternoon for the next morning, unless the child is in danger now.',
  },
  {
    chapter: 'child-protection',
    section: 'not-brought',
    agency: 'health',
    by: 'visiting',
    comment: 'Two appointments missed are told of, and it is not said to whom where the family has no worker.',
    ago: 240,
    after: 131,
    outcome: 'amended',
    answer: 'To the front door: the section says so from the next edition. It took us too long to answer.',
  },
  {
    chapter: 'front-door',
    section: 'telling-the-referrer',
    agency: 'police',
    by: 'police',
    comment: 'A named answer to each of forty notifications a day helps nobody. One list a day would be read.',
    ago: 150,
    after: 44,
    outcome: 'explained',
    answer: 'Notifications are answered by one list; what an officer refers by name is answered by name.',
  },
  {
    chapter: 'courts',
    section: 'court-reports',
    agency: 'probation',
    by: 'probation',
    comment: 'We should see the whole report, and not the part about our client.',
    ago: 120,
    after: 30,
    outcome: 'notTaken',
    answer: 'The court decides who sees it. Ask its leave; we shall not object.',
  },
  {
    chapter: 'working-together',
    section: 'sharing-information',
    agency: 'education',
    by: 'schools',
    comment: 'Two schools were told that consent is always needed. The section should say in its first line that it is not.',
    ago: 19,
  },
];
