import type { History } from '../kernel/step/history.ts';
import { adviserOf, steps } from '../practice/pathway.ts';
import { questionsOf } from './finding-words.ts';
import type { KeptFinding, NamedForReturn, OwnFindings } from '../record/returns.ts';

/** Steps in which the record names somebody who answers for a part of it: besides those that the returns tell. */
export const namingSteps: readonly string[] = [
  'reviewingOfficerNamed',
  'personalAdviserNamed',
  'pathwayPlan',
  'initialConference',
  'reviewConference',
  'lookedAfterReview',
];

const member = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Whom a record names: the reviewing officer and the chair of the last conference, and the personal adviser. Pure. */
export function namedIn(history: History): readonly NamedForReturn[] {
  const last = (step: string, field: string): string | undefined =>
    member(history.findLast((one) => one.step === step && member(one.answers[field]) !== undefined)?.answers[field]);
  const chaired = history.findLast(({ step, answers }) => conferences.has(step) && member(answers['chair']) !== undefined);
  const officers = [last('reviewingOfficerNamed', 'officer'), member(chaired?.answers['chair'])];
  const adviser = adviserOf(history);
  return [
    ...[...new Set(officers)].flatMap((one) => (one === undefined ? [] : [{ member: one, place: 'officer' } as const])),
    ...(adviser === undefined ? [] : [{ member: adviser, place: 'adviser' } as const]),
  ];
}

const conferences = new Set(['initialConference', 'reviewConference']);

/** What each of them records themselves: of the rest the worker hears. */
const recordedBy = { officer: ['lookedAfterReview', 'initialConference', 'reviewConference'], adviser: ['careLeaverContact'] } as const;

const columnsOf = (names: readonly string[]): ReadonlySet<string> => {
  const asking = steps.filter(({ name }) => names.includes(name));
  return new Set([...questionsOf(asking, 'cin').keys(), ...questionsOf(asking, 'ssda903').keys()]);
};
const theirs = { officer: columnsOf(recordedBy.officer), adviser: columnsOf(recordedBy.adviser) };

/** Whether a finding waits for whoever stands in this place to the child. */
export const waitsFor = (place: OwnFindings['place'], { fields }: Pick<KeptFinding, 'fields'>): boolean =>
  place !== 'officer' && place !== 'adviser' ? true : fields.some((field) => theirs[place].has(field));
