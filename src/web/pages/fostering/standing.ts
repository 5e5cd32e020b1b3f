import { addDays, formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { History } from '../../../kernel/step/history.ts';
import { fosterDecisions, fosterKinds } from '../../../practice/pathway.ts';

const kindWords: ReadonlyMap<string, string> = new Map(Object.entries(fosterKinds));
const decisionWords: ReadonlyMap<string, string> = new Map(Object.entries(fosterDecisions));

/** For how many, of which ages, children may be placed with carers on a day. */
export type Terms = { readonly places: number; readonly youngest: number | undefined; readonly eldest: number | undefined };

const numberIn = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const placing = ['approved', 'changed', 'temporary', 'extended'];
/** For how many weeks somebody is approved who is not assessed yet (Care Planning Regulations 2010 regs 24 and 25). */
const weeksFor: Readonly<Record<string, number>> = { temporary: 16, extended: 8 };

const lastApproval = (history: History) => history.findLast(({ step }) => step === 'fosterCarerApproval');

/** Approved before assessment is approved for one child by name, and for no other. */
export const isForOneChild = (history: History): boolean => Object.hasOwn(weeksFor, String(lastApproval(history)?.answers['decision']));

export const kindOf = (history: History): string =>
  kindWords.get(String(history.find(({ step }) => step === 'fosterCarerEnquiry')?.answers['kind'])) ?? '';

/** What the decisions of the decision maker say together: a change says what is otherwise. Undefined: nobody may be placed. */
export function termsOn(history: History, day: LocalDate): Terms | undefined {
  const until = history.filter(({ happenedOn }) => happenedOn <= day);
  if (until.some(({ step }) => step === 'fosterCarerApprovalEnd')) return undefined;
  const decided = until.filter(({ step }) => step === 'fosterCarerApproval');
  if (!placing.includes(String(decided.at(-1)?.answers['decision']))) return undefined;
  const last = decided.at(-1);
  const weeks = weeksFor[String(last?.answers['decision'])];
  if (last !== undefined && weeks !== undefined && day > addDays(last.happenedOn, 7 * weeks)) return undefined;
  const said = (name: string) => decided.map(({ answers }) => numberIn(answers[name])).findLast((one) => one !== undefined);
  const exempt = until
    .filter(({ step, answers }) => step === 'fosterExemption' && String(answers['until']) >= day)
    .map(({ answers }) => numberIn(answers['places']) ?? 0);
  return { places: Math.max(said('places') ?? 0, ...exempt), youngest: said('youngest'), eldest: said('eldest') };
}

export function termsWords(terms: Terms | undefined): string {
  if (terms === undefined) return 'Nobody may be placed';
  const { places, youngest, eldest } = terms;
  const ages = youngest === undefined && eldest === undefined ? '' : `, aged ${youngest ?? 0} to ${eldest ?? 17}`;
  return `${places}${ages}`;
}

/** Whether a child of an age may be placed, by terms and by who lives there already. */
export const hasPlaceFor = (terms: Terms | undefined, used: number, age: number): boolean =>
  terms !== undefined && terms.places > used && age >= (terms.youngest ?? 0) && age <= (terms.eldest ?? 17);

/** Concerns that are not ended: they stand beside a free place. */
export function openConcerns(history: History): number {
  const ended = new Set(history.filter(({ step }) => step === 'fosterConcernEnd').map(({ answers }) => answers['concern']));
  return history.filter(({ step, entry }) => step === 'fosterConcern' && !ended.has(entry)).length;
}

export function lastDecision(history: History): string {
  const last = history.findLast(({ step }) => step === 'fosterCarerApproval' || step === 'fosterCarerApprovalEnd');
  if (last === undefined) return 'Not decided yet';
  const words = last.step === 'fosterCarerApprovalEnd' ? 'Approval ended' : (decisionWords.get(String(last.answers['decision'])) ?? '');
  return `${words.split(/[:(]/)[0]?.trim() ?? ''}, ${formatDate(last.happenedOn)}`;
}
