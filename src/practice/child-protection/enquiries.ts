import type { LocalDate } from '../../kernel/calendar/dates.ts';
import { addWorkingDays } from '../../kernel/calendar/working-days.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { isBefore } from '../checks.ts';

/** What one section 47 enquiry consists of: the discussions that started it and the entries of its start, in order. */
export type Enquiry = readonly Statement[];

/** Working Together: the initial conference is within 15 working days. A discussion within them is about the same enquiry. */
const limitInWorkingDays = 15;

export const initiated = (discussion: Statement): boolean => discussion.answers['enquiriesInitiated'] === true;

const begins = (one: Statement): boolean => one.step === 'section47Enquiry' || (one.step === 'strategyDiscussion' && initiated(one));
const concludes = (one: Statement): boolean => one.step === 'section47Outcome' || one.step === 'initialConference';

/** An entry of a start belongs to the discussion before it however late it was made, unless that discussion's enquiry has one already. */
function isOfAnother(next: Statement, enquiry: Enquiry): boolean {
  const last = enquiry.at(-1);
  const hasStart = next.step === 'strategyDiscussion' || enquiry.some(({ step }) => step === 'section47Enquiry');
  return last === undefined || (hasStart && next.happenedOn > addWorkingDays(last.happenedOn, limitInWorkingDays));
}

const known = new WeakMap<History, readonly Enquiry[]>();

/** The enquiries that a history tells, in order. A conference or a recorded outcome ends one; what begins after that is another. */
export function enquiriesOf(history: History): readonly Enquiry[] {
  const before = known.get(history);
  if (before !== undefined) return before;
  const enquiries: Statement[][] = [];
  let isConcluded = true;
  for (const one of history) {
    if (concludes(one)) isConcluded = true;
    if (!begins(one)) continue;
    const last = enquiries.at(-1);
    if (last === undefined || isConcluded || isOfAnother(one, last)) enquiries.push([one]);
    else last.push(one);
    isConcluded = false;
  }
  known.set(history, enquiries);
  return enquiries;
}

/** The enquiry that an entry is part of; a discussion that started nothing is part of the one then under way. */
export const enquiryOf = (statement: Statement, history: History): Enquiry | undefined =>
  enquiriesOf(history).find((enquiry) => enquiry.includes(statement)) ??
  enquiriesOf(history).findLast((enquiry) => enquiry.some((one) => one.happenedOn <= statement.happenedOn));

/** The enquiry that an outcome is of: the one that it names (by any entry of it), else the last one begun before it. */
function enquiryConcluded(outcome: Statement, history: History): Enquiry | undefined {
  const named = outcome.answers['enquiry'];
  const isOfIt = (one: Statement): boolean => (named === undefined ? isBefore(one, outcome) : one.entry === named);
  return enquiriesOf(history).findLast((enquiry) => enquiry.some(isOfIt));
}

/** Concluded without a conference: what the enquiry began no longer waits for one. */
export function concludedWithoutConference(outcome: Statement, history: History, start?: Statement): LocalDate | undefined {
  if (outcome.answers['outcome'] === 'conference') return undefined;
  const concluded = enquiryConcluded(outcome, history);
  return start === undefined || (concluded !== undefined && enquiryOf(start, history) === concluded) ? outcome.happenedOn : undefined;
}
