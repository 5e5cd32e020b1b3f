import type { History, Statement } from '../../kernel/step/history.ts';
import { isBefore, statementsOf } from '../checks.ts';
import { agenciesIn } from './agency-check-answer.ts';
import { contactDecided, contactOf } from './contacts.ts';
import { referralDecided } from './response.ts';

const isCalledIn = ({ step }: Statement): boolean => step === 'contact' || step === 'referral';

/** The contact or referral whose caller was told: the one that is named, else the last before it. */
function toldOf(told: Statement, history: History): Statement | undefined {
  const named = told.answers['about'];
  if (named !== undefined) return history.find(({ entry }) => entry === named);
  return (
    history.findLast((one) => isCalledIn(one) && isBefore(one, told)) ??
    statementsOf('contact', history).find(({ happenedOn }) => happenedOn === told.happenedOn)
  );
}

/** Of what a statement is: what it names, else as its limits take it. */
const sourceOf: Readonly<Record<string, (statement: Statement, history: History) => Statement | undefined>> = {
  contactDecision: contactDecided,
  triageRating: contactDecided,
  referral: contactOf,
  referralDecision: referralDecided,
  outcomeToReferrer: toldOf,
};

/** What says itself whether the family was told is as it says. What names an entry of which they were not told, or is on it, is not theirs either. */
function follows(statement: Statement, untold: ReadonlySet<string>, history: History): boolean {
  if (statement.answers['familyTold'] !== undefined) return false;
  const named = Object.values(statement.answers).filter((value) => typeof value === 'string' && untold.has(value));
  return named.length > 0 || untold.has(sourceOf[statement.step]?.(statement, history)?.entry ?? '');
}

/** What follows comes after that of which it is: until nothing more is found. */
function withWhatFollows(untold: ReadonlySet<string>, history: History): ReadonlySet<string> {
  const more = history.filter((one) => !untold.has(one.entry) && follows(one, untold, history));
  return more.length === 0 ? untold : withWhatFollows(new Set([...untold, ...more.map(({ entry }) => entry)]), history);
}

/**
 * Entries of which the family was not told, what an agency answered that was asked without their knowing, and what follows from either directly: the decision on
 * such a contact, its rating, the referral that it became, what its caller was told. That it is there at all goes to nobody of theirs.
 */
export function untoldIn(history: History): ReadonlySet<string> {
  const untold = history.filter(({ answers }) => answers['familyTold'] === 'notTold');
  const asked = new Set(untold.filter(({ step }) => step === 'agencyChecks').flatMap(agenciesIn));
  const answered = history.filter((one) => one.step === 'agencyCheckAnswer' && agenciesIn(one).some((agency) => asked.has(agency)));
  return withWhatFollows(new Set([...untold, ...answered].map(({ entry }) => entry)), history);
}
