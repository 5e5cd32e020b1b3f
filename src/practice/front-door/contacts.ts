import type { History, Statement } from '../../kernel/step/history.ts';
import { isBefore, statementsOf } from '../checks.ts';

/** The contact that a decision, a rating or a check is about: the one that it names, else the last by its day. */
export function contactDecided(about: Statement, history: History): Statement | undefined {
  const contacts = statementsOf('contact', history);
  const named = about.answers['contact'];
  if (named !== undefined) return contacts.find((one) => one.entry === named);
  return contacts.findLast((one) => isBefore(one, about)) ?? contacts.find((one) => one.happenedOn === about.happenedOn);
}

/** The contact from which a referral came: the one that it names, else the last by its day, unless an earlier referral came of it. */
export function contactOf(referral: Statement, history: History): Statement | undefined {
  const named = referral.answers['contact'];
  if (named !== undefined) return statementsOf('contact', history).find((one) => one.entry === named);
  const contact = statementsOf('contact', history).findLast((one) => one.happenedOn <= referral.happenedOn);
  const isTaken = statementsOf('referral', history).some(
    (one) => one.entry !== referral.entry && contact !== undefined && isBefore(contact, one) && isBefore(one, referral),
  );
  return isTaken ? undefined : contact;
}

/** Members of the public, the child, and whoever gives no name; all others are professionals. */
export const isProfessional = (source: unknown): boolean => typeof source === 'string' && !/^1[A-D]$|^9$|^10$/.test(source);

/** Nobody can be told who is not known. */
export const isNobodyKnown = (source: unknown): boolean => source === '9' || source === '10';

const decides: ReadonlySet<string> = new Set(['referralDecision', 'strategyDiscussion']);

/** Contacts on which nothing has been decided. */
export const undecidedIn = (history: History): readonly Statement[] =>
  statementsOf('contact', history).filter(
    (contact) =>
      !history.some(
        (one) =>
          (decides.has(one.step) && isBefore(contact, one)) ||
          (one.step === 'contactDecision' && contactDecided(one, history)?.entry === contact.entry),
      ),
  );

/** How soon somebody must act on a contact: its last rating. */
export const ratingOf = (contact: Statement, history: History): Statement | undefined =>
  statementsOf('triageRating', history).findLast((one) => contactDecided(one, history)?.entry === contact.entry);
