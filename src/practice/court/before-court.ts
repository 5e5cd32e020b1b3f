/**
 * How far a family is on the way to a court, by the limits that run. The same rules are in the index and the function of the database
 * (`record.before_court`): one more is a migration.
 */
export const beforeCourtRules = [
  'letterBeforeProceedings',
  'preProceedingsMeeting',
  'preProceedingsReview',
  'preProceedingsEnd',
  'careProceedings',
] as const;

/** Each stage, by the limits of which any runs; the last of them says when the stage as a whole should be over. */
export const stagesBeforeCourt = {
  planning: { title: 'Legal planning', rules: ['letterBeforeProceedings'] },
  preProceedings: { title: 'Pre-proceedings', rules: ['preProceedingsMeeting', 'preProceedingsReview', 'preProceedingsEnd'] },
  proceedings: { title: 'Care proceedings', rules: ['careProceedings'] },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly rules: readonly (typeof beforeCourtRules)[number][] }>>;
export type StageBeforeCourt = keyof typeof stagesBeforeCourt;

const stages = Object.keys(stagesBeforeCourt).filter((name): name is StageBeforeCourt => Object.hasOwn(stagesBeforeCourt, name));

/** In which stage a family is of which this limit runs. */
export const stageOf = (rule: string): StageBeforeCourt | undefined =>
  stages.find((stage) => stagesBeforeCourt[stage].rules.some((one) => one === rule));

/** What is done next to meet each limit. */
export const nextBeforeCourt: Readonly<Record<string, string>> = {
  letterBeforeProceedings: 'Send the letter before proceedings',
  preProceedingsMeeting: 'Meet the parents',
  preProceedingsReview: 'Review with the parents',
  preProceedingsEnd: 'End them: to court, or not',
  careProceedings: 'Final hearing',
};
