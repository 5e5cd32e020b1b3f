import { addMonths, date, formatDate, type LocalDate } from '../kernel/calendar/dates.ts';
import type { History, Statement } from '../kernel/step/history.ts';
import type { Problem } from '../kernel/step/outcome.ts';

/** One day of an entry, as its refusals name it. */
export type Named = { readonly field: string; readonly what: string; readonly on: LocalDate | undefined };

/** Nothing is recorded as done on a day that has not come. */
export const notAhead = ({ field, what, on }: Named, today: LocalDate): readonly Problem[] =>
  on !== undefined && on > today ? [{ field, message: `${what} is ${formatDate(on)}: it must be today or in the past` }] : [];

/** For what can only happen to a child who has been born. */
export function notBeforeBirth({ field, what, on }: Named, history: History): readonly Problem[] {
  const { bornOn } = lifeOf(history);
  return on !== undefined && bornOn !== undefined && on < bornOn
    ? [{ field, message: `${what} is ${formatDate(on)}, before the child was born on ${formatDate(bornOn)}` }]
    : [];
}

/** For what cannot happen to a child who has died. */
export function notAfterDeath({ field, what, on }: Named, history: History): readonly Problem[] {
  const { diedOn } = lifeOf(history);
  return on !== undefined && diedOn !== undefined && on > diedOn
    ? [{ field, message: `${what} is ${formatDate(on)}, after the child died on ${formatDate(diedOn)}: correct one of the two` }]
    : [];
}

/** Help may begin before birth, but not a year before it. */
export function notBeforePregnancy({ field, what, on }: Named, history: History): readonly Problem[] {
  const { bornOn } = lifeOf(history);
  return on !== undefined && bornOn !== undefined && on < addMonths(bornOn, -12)
    ? [{ field, message: `${what} is ${formatDate(on)}, more than a year before the child was born on ${formatDate(bornOn)}` }]
    : [];
}

/** The end of something follows its beginning; with no beginning on record nothing is refused. */
export function notBeforeStart({ field, what, on }: Named, history: History, step: string, begun: string): readonly Problem[] {
  const starts = history.filter((statement) => statement.step === step);
  const first = starts[0];
  return on !== undefined && first !== undefined && starts.every((start) => start.happenedOn > on)
    ? [{ field, message: `${what} is ${formatDate(on)}, before ${begun} on ${formatDate(first.happenedOn)}` }]
    : [];
}

type Life = { readonly bornOn?: LocalDate; readonly expectedOn?: LocalDate; readonly diedOn?: LocalDate };

/** Birth and death as the details last recorded say; a period of care that ended in death (E2) ended on the day of it. Told as a death, that is the day. */
export function lifeOf(history: History): Life {
  const known = detailsOf(history);
  const died = history.findLast((one) => one.step === 'childDeath');
  const inCare = history.find((one) => one.step === 'periodOfCareEnd' && one.answers['reason'] === 'E2');
  return {
    ...dayOf(known, 'bornOn'),
    ...dayOf(known, 'expectedOn'),
    ...(inCare === undefined ? {} : { diedOn: inCare.happenedOn }),
    ...dayOf(known, 'diedOn'),
    ...(died === undefined ? {} : { diedOn: died.happenedOn }),
  };
}

/** For limits: a case closed because the child died (RC2) says that it was by then. It does not say on which day, and none is shown. */
export function lifeForLimits(history: History): Life {
  const closed = history.find((one) => one.step === 'closure' && one.answers['reason'] === 'RC2');
  return { ...(closed === undefined ? {} : { diedOn: closed.happenedOn }), ...lifeOf(history) };
}

const details: ReadonlySet<string> = new Set(['personDetails', 'adultDetails']);

/** All details, each as last recorded: a later entry without a date of birth does not take one away. */
export function detailsOf(history: History): Readonly<Record<string, unknown>> {
  const recorded = history.filter((statement) => details.has(statement.step)).sort((a, b) => a.position - b.position);
  return Object.assign({}, ...recorded.map((statement) => statement.answers)) as Record<string, unknown>;
}

function dayOf<K extends string>(answers: Readonly<Record<string, unknown>>, name: K): { readonly [key in K]?: LocalDate } {
  const value = answers[name];
  return typeof value === 'string' ? ({ [name]: date(value) } as { [key in K]: LocalDate }) : {};
}

/** Known here as somebody's relative alone: whoever was ever a child here stays one, with the record of their childhood. */
export const isAdultAlone = (history: History): boolean =>
  history.some(({ step }) => step === 'adultDetails') && !history.some(({ step }) => step === 'personDetails');

/** Statements of a step, in the order in which they happened. */
export const statementsOf = (step: string, history: History): readonly Statement[] =>
  history.filter((statement) => statement.step === step);

/** Those that had happened by the end of a day. */
export const upTo = (step: string, history: History, day: LocalDate): readonly Statement[] =>
  statementsOf(step, history).filter(({ happenedOn }) => happenedOn <= day);

/** The numbers that these answer to one question, added up. */
export const sumOf = (all: readonly Statement[], question: string): number =>
  all.reduce((sum, { answers }) => sum + (typeof answers[question] === 'number' ? answers[question] : 0), 0);

/** Of what was asked, that to which no answer on record is: an answer names what it answers. */
export const unanswered = <T extends Pick<Statement, 'entry'>>(
  asked: readonly T[],
  history: History,
  { step, question }: { readonly step: string; readonly question: string },
): readonly T[] => {
  const answered = new Set(statementsOf(step, history).map(({ answers }) => answers[question]));
  return asked.filter(({ entry }) => !answered.has(entry));
};

/** Did it come before? On one day, what was recorded first came first. */
export const isBefore = (one: Statement, other: Statement): boolean =>
  one.happenedOn < other.happenedOn || (one.happenedOn === other.happenedOn && one.position < other.position);

/** The day from which something counts for a limit: what was done before the limit begins, as it should be, counts on its first day. */
export const countedFrom = (start: Statement, { happenedOn }: Statement): LocalDate =>
  happenedOn > start.happenedOn ? happenedOn : start.happenedOn;

/** The child protection plan that had last begun by the end of a day, whether or not it still runs. */
export const planBegunBy = (day: LocalDate, history: History): Statement | undefined =>
  statementsOf('childProtectionPlan', history).findLast((plan) => plan.happenedOn <= day);

/**
 * Does an end, which may name what it ends, end what began with this entry? An end that names one ends that one alone. One that names none, on the
 * very day on which something began, ends it only if it was recorded afterwards: one thing often begins on the day another ends.
 */
export function endsWhat(end: Statement, begun: Statement, named: unknown): boolean {
  return named === undefined ? isBefore(begun, end) : named === begun.entry;
}

/** Does the end of a plan, or of the case, end this plan? */
export const isEndOf = (end: Statement, begun: Statement): boolean =>
  endsWhat(end, begun, end.step === 'childProtectionPlanEnd' ? end.answers['plan'] : undefined);

const endsPlans: ReadonlySet<string> = new Set(['childProtectionPlanEnd', 'closure']);

/** Was a child protection plan open on a day (the days of its start and end included)? */
export function planOpenOn(history: History, day: LocalDate): boolean {
  const began = planBegunBy(day, history);
  return began !== undefined && !history.some((end) => endsPlans.has(end.step) && end.happenedOn < day && isEndOf(end, began));
}

/** Independent of the case: not the worker to whom the child was allocated on that day. */
export function notOwnWorker(
  { field, member, on }: { readonly field: string; readonly member: string; readonly on: LocalDate },
  history: History,
): readonly Problem[] {
  const allocation = statementsOf('allocation', history).findLast(
    (one) => one.happenedOn <= on && (one.answers['role'] ?? 'lead') === 'lead',
  );
  return allocation?.answers['worker'] === member
    ? [{ field, message: 'Reviewing officer is the child’s own worker: it must be somebody independent of the case' }]
    : [];
}

/** From which age to which, where both are told: refused at `eldest`. */
export const agesInOrder = (youngest: number | undefined, eldest: number | undefined): readonly Problem[] =>
  youngest !== undefined && eldest !== undefined && youngest > eldest
    ? [{ field: 'eldest', message: `From ${youngest} to ${eldest}: the second must be the higher` }]
    : [];
