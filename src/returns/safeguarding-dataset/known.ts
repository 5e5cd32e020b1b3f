import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { derivation, periodAt, statementsOf, type PeriodOfCare } from '../../practice/pathway.ts';
import { endOfProtection } from '../cin-census/build/protection.ts';
import { episodeOn, episodesOfNeed } from '../cin-census/build/episodes-of-need.ts';
import { detailIn } from '../details.ts';
import type { Said } from '../ssda903/build/built-row.ts';

/** A child whose record is restricted to named people stands in the dataset by number: without names, addresses and postcodes. */
export type About = { readonly history: History; readonly isRestricted: boolean };

const isLead = ({ answers }: Statement): boolean => (answers['role'] ?? 'lead') === 'lead';

/** What is asked of a child again and again, as known on a day; undefined: nobody whom this authority has a number for. */
export function knownOf({ history, isRestricted }: About, on: LocalDate) {
  const detail = detailIn(history);
  const number = detail('laChildId');
  if (number === undefined) return undefined;
  const told = history.filter(({ happenedOn }) => happenedOn <= on);
  const all = (step: string): readonly Statement[] => statementsOf(step, told);
  const allocations = all('allocation').filter(isLead);
  const needs = episodesOfNeed(told);
  const heldOn = (day: LocalDate) => allocations.findLast(({ happenedOn }) => happenedOn <= day);
  return {
    told,
    on,
    isRestricted,
    all,
    detail,
    needs,
    id: [String(number.answers['laChildId']), number] satisfies Said,
    /** Whoever led the case on a day, and their team. */
    worker: (day: LocalDate): Said => [heldOn(day)?.answers['worker'], heldOn(day)],
    team: (day: LocalDate): Said => [heldOn(day)?.answers['team'], heldOn(day)],
    /** The referral of the episode of need in which a day lies. */
    referral: (day: LocalDate): Said => referralSaid(episodeOn(day, needs)?.referral),
    /** What stands for a whole period of care: the entry that began it. */
    careOf: (day: LocalDate): Said => careSaid(periodAt(told, day)),
    plans: all('childProtectionPlan').map((begun) => ({ begun, end: endOfProtection(begun, told) })),
    dueDates: dueDatesIn(told),
  };
}
export type Known = NonNullable<ReturnType<typeof knownOf>>;

const referralSaid = (referral: Statement | undefined): Said => [referral?.entry, referral];
export const careSaid = (period: PeriodOfCare | undefined): Said => [period?.start.entry, period?.start];

/** The child protection plan that ran on a day: on the day of its end too. */
export const planOn = ({ plans }: Known, day: LocalDate) =>
  plans.findLast(({ begun, end }) => begun.happenedOn <= day && (end === undefined || end.happenedOn >= day));

/** By which day each review was due: the limit that it met. Reckoned once, where somebody asks. */
function dueDatesIn(told: History): () => ReadonlyMap<string, LocalDate> {
  let known: ReadonlyMap<string, LocalDate> | undefined;
  return () =>
    (known ??= new Map(
      derivation
        .clocks(told)
        .flatMap(({ rule, metBy, dueOn }) => (metBy !== undefined && /review/i.test(rule) ? [[metBy, dueOn] as const] : [])),
    ));
}

/** What an entry itself says, and that it says so. */
export const answer = (one: Statement | undefined, name: string): Said => [one?.answers[name], one];
export const day = (one: Statement | undefined): Said => [one?.happenedOn, one];
export const entry = (one: Statement | undefined): Said => [one?.entry, one];

/** The end that names what it ends, or is the first after it that names none and comes before the next begins. */
export function endNaming(begun: Statement, named: string, ends: readonly Statement[], next: Statement | undefined): Statement | undefined {
  return ends.find(({ answers, happenedOn }) =>
    answers[named] === undefined
      ? happenedOn >= begun.happenedOn && (next === undefined || happenedOn <= next.happenedOn)
      : answers[named] === begun.entry,
  );
}
