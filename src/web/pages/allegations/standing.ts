import { addMonths, formatDate } from '../../../kernel/calendar/dates.ts';
import type { History } from '../../../kernel/step/history.ts';
import { allegationOutcomes, allegationSettings } from '../../../practice/pathway.ts';

const settingWords: ReadonlyMap<string, string> = new Map(Object.entries(allegationSettings));
const outcomeWords: ReadonlyMap<string, string> = new Map(Object.entries(allegationOutcomes));
const closed: Readonly<Record<string, string>> = {
  lowLevel: 'A low-level concern, for the employer',
  notOurs: 'Passed to another authority',
  noFurther: 'Nothing more is to be done',
};

const lastOf = (step: string, history: History) => history.findLast((one) => one.step === step);

export const settingOf = (history: History): string => settingWords.get(String(lastOf('allegation', history)?.answers['setting'])) ?? '';

/** The first word of an outcome: "Substantiated". */
export const outcomeOf = (code: unknown): string => (outcomeWords.get(String(code)) ?? String(code)).split(':')[0] ?? '';

/** Where an allegation stands, in a few words. */
export function standsAt(history: History): string {
  const outcome = lastOf('allegationOutcome', history);
  if (outcome !== undefined) return `${outcomeOf(outcome.answers['outcome'])}, ${formatDate(outcome.happenedOn)}`;
  const considered = lastOf('allegationConsideration', history);
  if (considered === undefined) return 'Waits to be considered';
  const end = closed[String(considered.answers['response'])];
  if (end !== undefined) return `${end}, ${formatDate(considered.happenedOn)}`;
  const open = openEnquiries(history).length;
  return open === 0 ? 'The threshold is met' : `The threshold is met; ${open} of its enquiries not ended`;
}

/** The enquiries of the strands, each with its end if it has one. */
export function enquiriesIn(history: History) {
  const ends = new Map(history.filter(({ step }) => step === 'allegationEnquiryEnd').map((one) => [one.answers['enquiry'], one]));
  return history.filter(({ step }) => step === 'allegationEnquiry').map((begun) => ({ begun, end: ends.get(begun.entry) }));
}

const openEnquiries = (history: History) => enquiriesIn(history).filter(({ end }) => end === undefined);

/** How long it took from being told to the outcome: of how many within so many months. */
export function concludedWithin(histories: readonly History[], months: number): { readonly n: number; readonly of: number } {
  const ended = histories.flatMap((history) => {
    const [told, outcome] = [lastOf('allegation', history), lastOf('allegationOutcome', history)];
    return told === undefined || outcome === undefined ? [] : [{ told: told.happenedOn, on: outcome.happenedOn }];
  });
  return { n: ended.filter(({ told, on }) => on <= addMonths(told, months)).length, of: ended.length };
}
