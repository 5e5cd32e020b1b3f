import { createHash } from 'node:crypto';
import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { Answers, ValueOf } from '../../kernel/field/field.ts';
import type { History } from '../../kernel/step/history.ts';
import { allOf, type AnyStep } from '../../kernel/step/step.ts';
import type { plannedActions } from './planned-actions.ts';
import { action } from './action.ts';

type Planned = ValueOf<ReturnType<typeof plannedActions>>[number];
type Recorded = {
  readonly entry: string;
  readonly agreedOn: LocalDate;
  readonly shared: Readonly<Record<string, unknown>>;
  /** What is on record: an action that a plan names again, unchanged, is not agreed a second time. */
  readonly history: History;
};
export type Agreed = { readonly entry: string; readonly answers: Answers<typeof action.fields> };

/** The same form sent twice is the same actions: their ids follow from the entry's and their place in it. */
function idOf(entry: string, field: string, n: number): string {
  const hex = createHash('sha256').update(`${entry} ${field} ${n}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const sameAs = ({ what, owner, whoElse, byWhen }: Planned): string =>
  JSON.stringify([what, owner ?? null, whoElse ?? null, byWhen ?? null]);

/** The actions agreed in an entry that have a day, each to be recorded as one of its own. */
export function agreedIn(step: AnyStep, { entry, agreedOn, shared, history }: Recorded): readonly Agreed[] {
  const known = new Set(allOf(action, history).map(({ answers }) => sameAs(answers)));
  return Object.entries(step.fields)
    .filter(([, { kind }]) => kind === 'actions')
    .flatMap(([name]) => {
      const lines = (shared[name] ?? []) as readonly Planned[];
      return lines
        .map((line, n) => ({ line, id: idOf(entry, name, n) }))
        .filter(({ line }) => line.byWhen !== undefined && !known.has(sameAs(line)))
        .map(({ line, id }) => ({ entry: id, answers: { ...line, agreedOn, agreedIn: entry } }));
    });
}
