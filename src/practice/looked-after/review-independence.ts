import { formatDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { PlaceInLine } from '../../kernel/derivation/line-of-a-case.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import { isBefore } from '../checks.ts';
import { periodAt } from './care.ts';

/** What ties somebody to a case, so that regulation 46(2) forbids them to review it. */
export const ties = {
  worker: 'they are or were the child’s worker in this period of care',
  plans: 'they wrote the child’s care plan or placement plan',
  adviser: 'they are or were the young person’s personal adviser in this period of care',
  managed: 'they authorised or decided something in the management of the case',
  lineOrBudget: 'they manage the case or its workers, or control its money',
} as const;
export type Tie = keyof typeof ties;

/** What the line of management says against somebody, whatever they have written in the record. */
export const places = {
  worker: 'they have the case, or work in it',
  manager: 'they manage the team that has the case, or the team of its worker',
  head: 'they answer for every team, and for the money spent on the case',
} as const satisfies Readonly<Record<PlaceInLine, string>>;

type Tied = { readonly tie: Tie; readonly on: LocalDate };

const plans: ReadonlySet<string> = new Set(['carePlan', 'placementPlan', 'pathwayPlan', 'personalEducationPlan']);
/** Whoever gives the case to a worker, discusses it with them or decides in it is in its line. */
const management: ReadonlySet<string> = new Set([
  'allocation',
  'caseDiscussion',
  'assessmentAuthorisation',
  'carerDecision',
  'outOfAreaPlacement',
  'endOfCareApproval',
  'decisionToIssue',
  'gateOverride',
]);

/** What the record itself says against somebody as reviewing officer on a day: of this period of care, as the law looks at the case and not at the past. */
export function tiesOf(
  history: History,
  officer: string,
  on: LocalDate,
  since: LocalDate | undefined = periodAt(history, on)?.startedOn,
): readonly Tied[] {
  const found = history.flatMap((one): readonly Tied[] => {
    const { step, happenedOn, recordedBy } = one;
    if (happenedOn > on) return [];
    const named = namedIn(one);
    if (named?.member === officer) return isYetTheirs(history, one, since) ? [{ tie: named.tie, on: happenedOn }] : [];
    if (since === undefined || happenedOn < since || recordedBy !== officer) return [];
    if (plans.has(step)) return [{ tie: 'plans', on: happenedOn }];
    return management.has(step) ? [{ tie: 'managed', on: happenedOn }] : [];
  });
  return [...new Map(found.map((one) => [one.tie, one])).values()];
}

/** Whom an entry names for the child, as what: until another is named as the same. */
function namedIn({ step, answers }: Statement): { readonly tie: Tie; readonly as: string; readonly member: unknown } | undefined {
  const { worker, role = 'lead', adviser } = answers;
  if (step === 'allocation') return { tie: 'worker', as: `worker: ${String(role)}`, member: worker };
  const isAdviser = (step === 'personalAdviserNamed' || step === 'pathwayPlan') && adviser !== undefined;
  return isAdviser ? { tie: 'adviser', as: 'adviser', member: adviser } : undefined;
}

/** Allocated or named within this period of care, or before it and nobody else yet by its first day. */
function isYetTheirs(history: History, named: Statement, since: LocalDate | undefined): boolean {
  const next = history.find((one) => namedIn(one)?.as === namedIn(named)?.as && isBefore(named, one));
  return next === undefined || (since !== undefined && next.happenedOn > since);
}

const law = 'Care Planning Regulations 2010 reg 46(2)';

/** The line of management leaves no room either, when somebody is named. */
export const notInLine = (field: string, place: PlaceInLine): readonly Problem[] => [
  { field, message: `Reviewing officer: ${places[place]}. Name somebody independent of the case (${law})` },
];

/** A condition that holds a decision back, with what was found. */
export const becauseOf = (found: string, problems: readonly Problem[]): readonly Problem[] =>
  problems.map((problem) => ({ ...problem, message: `In the chair: ${found}. ${problem.message}` }));

/** Nobody is named who is tied to the case: the regulation knows no exception. */
export function notTied(
  { field, member, on }: { readonly field: string; readonly member: string; readonly on: LocalDate },
  history: History,
): readonly Problem[] {
  return tiesOf(history, member, on)
    .slice(0, 1)
    .map(({ tie, on: since }) => ({
      field,
      message: `Reviewing officer: ${ties[tie]} (${formatDate(since)}). Name somebody independent of the case (${law})`,
    }));
}
