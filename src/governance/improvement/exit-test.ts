import { addMonths, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';

/** Six months, unless the recommendation says otherwise. */
const usual = 6;

/**
 * Whether an improvement may be closed: judged met, and judged met again when it had held for as long as was agreed, with nothing less in between. Time alone closes
 * nothing: somebody independent must have looked again at its end.
 */
export type Exit =
  | { readonly kind: 'notMet'; readonly judged?: string }
  | { readonly kind: 'holding'; readonly since: LocalDate; readonly lookAgainFrom: LocalDate; readonly months: number }
  | { readonly kind: 'sustained'; readonly since: LocalDate; readonly shownOn: LocalDate; readonly months: number };

/** What was judged of a recommendation, in the order of days. */
export const judgementsOf = (recommendation: Statement, history: History): History =>
  history.filter(({ step, answers }) => step === 'improvementProgress' && answers['recommendation'] === recommendation.entry);

export function exitOf(recommendation: Statement, history: History): Exit {
  const judged = judgementsOf(recommendation, history);
  const lastShort = judged.findLastIndex(({ answers }) => answers['judged'] !== 'met');
  const run = judged.slice(lastShort + 1);
  const [first] = run;
  const last = judged.at(-1)?.answers['judged'];
  if (first === undefined) return { kind: 'notMet', ...(typeof last === 'string' ? { judged: last } : {}) };
  const asked = recommendation.answers['sustainedFor'];
  const months = typeof asked === 'number' ? asked : usual;
  const end = addMonths(first.happenedOn, months);
  const shown = run.find(({ happenedOn }) => happenedOn >= end);
  return shown === undefined
    ? { kind: 'holding', since: first.happenedOn, lookAgainFrom: end, months }
    : { kind: 'sustained', since: first.happenedOn, shownOn: shown.happenedOn, months };
}
