/** What auditors found standard by standard, where it was so and where it was not. `recordSays`: what was on the form before they read. */
export const findings = [
  {
    standard: 'seen',
    recordSays: 'Seen alone in five of the last six visits',
    good: 'What she says is in each note, and twice it changed what was done next.',
    bad: 'Twice "alone" was in the car with his brother.',
  },
  {
    standard: 'assessment',
    recordSays: 'Assessment authorised, of this year',
    good: 'A day of this child’s life can be told from it.',
    bad: 'It is about the mother. Nobody who reads it would know the child in a playground.',
  },
  {
    standard: 'plan',
    recordSays: 'Seven actions, all with a day',
    good: 'Each action says what the child will notice.',
    bad: 'Five of seven actions are things that we do. None says what will be different.',
  },
  {
    standard: 'progress',
    recordSays: 'Four actions done in time, one late',
    good: 'Done, and it is said what came of it.',
    bad: '"Done" is a letter that was sent. What came of it is not there.',
  },
  {
    standard: 'oversight',
    recordSays: 'Discussed in supervision two times in three months',
    good: 'The manager asked what else could explain it, and the answer is on record.',
    bad: 'The same sentence three times.',
  },
  {
    standard: 'recording',
    recordSays: 'Nine of ten entries within two days',
    good: 'The child could follow it later.',
    bad: 'The two that were late are the two that mattered.',
  },
] as const;

export const strengths = [
  'The worker went back when the story did not fit.',
  'He is known, and it shows.',
  'Both parents are asked the same questions.',
  'The school’s view is there in its own words, with who said it.',
] as const;
type Change = { readonly toChange: string; readonly action: string };
export const toChange: readonly [Change, ...Change[]] = [
  { toChange: 'The plan says nothing about nights.', action: 'Plan for nights with the carer and the child' },
  { toChange: 'Nobody has met the father.', action: 'Meet the father, or write down why not' },
  { toChange: 'The assessment is of last year: what has changed is not in it.', action: 'Bring the assessment up to date' },
  { toChange: 'She is seen, and her words change nothing.', action: 'Take what she said to the next meeting, first' },
] as const;
/** With whom the auditor spoke, and what they said. */
export const spoken = [
  { spokenWith: ['practitioner'], heard: 'She read it with me and agreed.' },
  { spokenWith: ['practitioner', 'carer'], heard: 'The carer says that reviews are in time, and that nobody tells her what came of them.' },
  { spokenWith: ['practitioner', 'child'], heard: 'He says that the worker listens, and that the plan is for his mum.' },
  { spokenWith: ['practitioner'], heard: 'He knew what was missing before I said it.' },
] as const;
export const moderated = [
  'One had not seen the school’s letter; with it both came to this.',
  'Both agreed on what was found, and not on how much it weighs. The lower grade stands.',
] as const;
export const unsafe = {
  worry:
    'Since three weeks the child sleeps at a flat that nobody has seen; the last two notes call it "the aunt’s" and there is no aunt on record.',
  answer:
    'Seen at five at the flat, alone and with the grown-ups there. She is the mother’s cousin; checks were done the same evening and are on record. The child is safe there tonight; the plan is changed.',
} as const;
