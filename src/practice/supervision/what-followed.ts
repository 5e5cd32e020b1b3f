import { addDays, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { allOf } from '../../kernel/step/step.ts';
import { action } from '../actions/action.ts';
import { actionProgress } from '../actions/action-progress.ts';

export type ActionState = 'done' | 'doneLate' | 'open' | 'late' | 'withdrawn';

/** What was agreed in an entry, and how it stands on a day. */
export type AgreedAction = { readonly entry: string; readonly what: string; readonly state: ActionState };

export function agreedActionsOf(history: History, agreedIn: string, today: LocalDate): readonly AgreedAction[] {
  const progress = allOf(actionProgress, history);
  return allOf(action, history)
    .filter(({ answers }) => answers.agreedIn === agreedIn)
    .map(({ entry, answers: { what, byWhen = '9999-12-31' } }) => {
      const end = progress.findLast(({ answers }) => answers.action === entry && answers.how !== 'begun');
      if (end === undefined) return { entry, what, state: byWhen < today ? 'late' : 'open' };
      if (end.answers.how === 'withdrawn') return { entry, what, state: 'withdrawn' };
      return { entry, what, state: end.happenedOn > byWhen ? 'doneLate' : 'done' };
    });
}

/** Talk about the child, and what follows of itself from it: no change in what is done for them. */
const talk: ReadonlySet<string> = new Set([
  'caseDiscussion',
  'caseNote',
  'action',
  'actionProgress',
  'lateReason',
  'documentReleased',
  'caseFileAuditOutcome',
  'chairsAudit',
  'concernAnswer',
]);

/** Four weeks, after which the child is discussed again. */
const within = 28;

/** What was decided of a child in supervision, and what then happened on the record: computed, with the entries that say so. */
export type Followed = {
  readonly entry: string;
  readonly on: LocalDate;
  readonly decided: string | undefined;
  readonly actions: readonly AgreedAction[];
  /** What was done for the child up to the next discussion, and within four weeks at most. */
  readonly since: readonly Statement[];
};

/** Of each discussion in supervision; the latest first. */
export function whatFollowed(history: History, today: LocalDate): readonly Followed[] {
  const discussions = history.filter(({ step }) => step === 'caseDiscussion');
  return discussions
    .map(({ entry, happenedOn, answers: { decided } }, n) => {
      const until = [addDays(happenedOn, within), discussions[n + 1]?.happenedOn ?? today, today].toSorted()[0] ?? today;
      return {
        entry,
        on: happenedOn,
        decided: typeof decided === 'string' ? decided : undefined,
        actions: agreedActionsOf(history, entry, today),
        since: history.filter((one) => one.happenedOn > happenedOn && one.happenedOn <= until && !talk.has(one.step)),
      };
    })
    .toReversed();
}

/** Whether something was done because of it, as far as the record can say: an action that was done, or anything done for the child. */
export const isFollowed = ({ actions, since }: Followed): boolean =>
  actions.length > 0 ? actions.some(({ state }) => state === 'done' || state === 'doneLate') : since.length > 0;
