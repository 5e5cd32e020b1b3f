import { date } from '../../kernel/field/date.ts';
import type { ValueOf } from '../../kernel/field/field.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { rows } from '../../kernel/field/rows.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import type { Offer } from '../../kernel/step/offers.ts';

export const actionColumns = {
  what: text('What is done', { lines: 2, required: 'An action that is not said is done by nobody' }),
  owner: link('By whom', 'member'),
  whoElse: text('Or by whom else', { longest: 200 }),
  byWhen: date('By when'),
  measure: text('How we shall know', { longest: 400 }),
} as const;

/**
 * A plan is actions: what, by whom, by when, and how anybody will know that it has helped. When the form is recorded, each line with a day becomes an
 * action of its own, in its owner's day until it is done.
 */
export const plannedActions = (label: string) => ({ ...rows(label, actionColumns, { line: 'Action' }), kind: 'actions' });

/** What was agreed on a visit or a call: actions of their own as in a meeting, behind one touch. It is no plan: no review goes through it. */
export const agreedActions = { ...plannedActions('Agreed actions'), folded: true } as const;

type Actions = ValueOf<ReturnType<typeof plannedActions>>;

const isActions = (value: unknown): value is Actions =>
  Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null && 'what' in row);

/** The actions as they were last agreed, to be gone through one by one: by discussion, plan, conference or review. */
export function lastActions(history: History): Offer<Actions> | undefined {
  const from: Statement | undefined = history.findLast(({ answers }) => isActions(answers['actions']));
  const value = from?.answers['actions'];
  return from !== undefined && isActions(value) ? { value, from } : undefined;
}
