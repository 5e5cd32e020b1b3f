/** What a course is about and a need is of: by these words the one is found for the other. */
export const topics = {
  seenAndHeard: 'Seeing and hearing the child',
  uncertainty: 'Respectful uncertainty: questioning, challenging, analysing',
  plans: 'Plans that say what will be different',
  recording: 'Recording that the child can read later',
  neglect: 'Neglect',
  domesticAbuse: 'Domestic abuse and coercive control',
  exploitation: 'Exploitation and harm outside the home',
  infants: 'Babies, and injuries to those who do not move',
  fathers: 'Fathers, and men in the home',
  disabledChildren: 'Disabled children',
  parents: 'Working with parents: mental health, substances, learning disability',
  law: 'Law, thresholds and court',
  sharing: 'Sharing information, and working with other agencies',
  safeguardingBasics: 'Safeguarding: the basics',
  staffSafety: 'Safety at work, and lone visits',
  supervising: 'Supervising and managing',
  other: 'Something else',
} as const;

export type Topic = keyof typeof topics;

const known: Readonly<Record<string, string>> = topics;
export const topicWords = (topic: unknown): string => known[String(topic)] ?? 'A topic that is asked no more';
