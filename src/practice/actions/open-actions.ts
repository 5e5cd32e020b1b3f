import type { History } from '../../kernel/step/history.ts';
import { allOf } from '../../kernel/step/step.ts';
import { statementsOf } from '../checks.ts';
import { action } from './action.ts';

/** The actions that are still to be done: neither ended, nor agreed again under another day. */
export function openActions(history: History) {
  const all = allOf(action, history);
  const replaced = all.map(({ answers }) => answers.insteadOf);
  const ended = statementsOf('actionProgress', history).flatMap(({ answers }) => (answers['how'] === 'begun' ? [] : [answers['action']]));
  const over = new Set<unknown>([...replaced, ...ended]);
  return all.filter(({ entry }) => !over.has(entry));
}
