import { formatDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import { addWorkingDays } from '../../kernel/calendar/working-days.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import type { Offer } from '../../kernel/step/offers.ts';
import { isOf } from '../../kernel/step/step.ts';
import { agencyCheckAnswer } from '../front-door/agency-check-answer.ts';
import { agencyChecks, checkedAgencies } from '../front-door/agency-checks.ts';
import { contact } from '../front-door/contact.ts';
import { contactOf } from '../front-door/contacts.ts';
import { referral } from '../front-door/referral.ts';
import { workerNow } from '../workforce/allocation.ts';

type Agency = keyof typeof checkedAgencies;
type Report = { readonly from: Statement; readonly words: string };

/** Since the last assessment was authorised: what came before has been weighed. */
const sinceAssessed = (history: History): History =>
  history.slice(history.findLastIndex(({ step }) => step === 'assessmentAuthorisation') + 1);

const nameOf = (agency: Agency): string => checkedAgencies[agency].split(':')[0] ?? '';

/**
 * An assessment is given to the family. What was said by somebody who must not be known to them as its source, or in checks of which they were not told, is
 * written into it by nobody but the worker.
 */
const mayBeKnown = ({ answers }: Statement): boolean => answers['familyTold'] !== 'notTold';

const worries = (history: History): readonly Report[] =>
  sinceAssessed(history).flatMap((one) => (isOf(contact, one) && mayBeKnown(one) ? [{ from: one, words: one.answers.worry }] : []));

function answersGiven(history: History, agency?: Agency): readonly Report[] {
  const recent = sinceAssessed(history);
  if (!recent.filter(({ step }) => step === agencyChecks.name).every(mayBeKnown)) return [];
  return recent.flatMap((one) =>
    isOf(agencyCheckAnswer, one) && one.answers.known !== undefined && (agency === undefined || one.answers.agencies.includes(agency))
      ? [{ from: one, words: `${one.answers.agencies.map(nameOf).join(', ')}: ${one.answers.known}` }]
      : [],
  );
}

const asWords = (reports: readonly Report[]): Offer<string> | undefined => {
  const from = reports.at(-1)?.from;
  return from && { value: reports.map((one) => `${formatDate(one.from.happenedOn)}: ${one.words}`).join('\n'), from };
};

/** What an agency that was asked knows, in its words. */
export const saidBy = (history: History, agency: Agency): Offer<string> | undefined => asWords(answersGiven(history, agency));

/** What was reported, as it was said: a report, and not yet a finding. */
export const reportedToUs = (history: History): Offer<string> | undefined => asWords(worries(history));

/** Why it became a referral, in the words of whoever accepted it. */
const referralReasons = (history: History): readonly Report[] =>
  sinceAssessed(history).flatMap((one) => {
    const came = isOf(referral, one) ? contactOf(one, history) : undefined;
    return isOf(referral, one) && one.answers.reason !== undefined && (came === undefined || mayBeKnown(came))
      ? [{ from: one, words: `Referral: ${one.answers.reason}` }]
      : [];
  });

/** What was reported, why it is a referral and what each agency answered, day by day: what those who meet begin with. */
export function knownToThoseWhoMeet(history: History): Offer<string> | undefined {
  const all = [...worries(history), ...referralReasons(history), ...answersGiven(history)];
  return asWords(all.toSorted((one, other) => one.from.happenedOn.localeCompare(other.from.happenedOn)));
}

/** The first lines of evidence are what was reported. What it speaks for, and how far it can be relied on, is weighed by whoever assesses. */
export function reportsToWeigh(history: History) {
  const reports = [...worries(history), ...answersGiven(history)];
  const from = reports.at(-1)?.from;
  return from && { value: reports.map((one) => ({ what: one.words, entry: one.from.entry, kind: 'report' as const })), from };
}

/**
 * What an agency that did not answer may know is asked again, by whoever has the case and by the next working day: a child who may be at significant harm
 * does not wait for it longer (Working Together 2023, chapter 3). With its day it stands among what they have to do.
 */
export function askedAgain(history: History, today: LocalDate) {
  const gone = unanswered(history);
  const owner = workerNow(history);
  const [byWhen, measure] = [addWorkingDays(today, 1), 'Their answer is on record'];
  return (
    gone && {
      from: gone.from,
      value: gone.value.map(({ what }) => ({ what: `${what}: ask again`, ...(owner && { owner: owner.value }), byWhen, measure })),
    }
  );
}

/** An agency that did not answer may know what nobody here knows. */
export function unanswered(history: History) {
  const gone = sinceAssessed(history).filter((one) => isOf(agencyCheckAnswer, one) && one.answers.answer === 'notReturned');
  const from = gone.at(-1);
  const lines = gone.flatMap((one) =>
    isOf(agencyCheckAnswer, one)
      ? one.answers.agencies.map((agency) => ({ what: `What is known to: ${nameOf(agency)}`, how: 'Asked again by the social worker' }))
      : [],
  );
  return from && { value: lines, from };
}
