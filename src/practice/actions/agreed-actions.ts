import { createHash } from 'node:crypto';
import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { Answers, ValueOf } from '../../kernel/field/field.ts';
import type { History } from '../../kernel/step/history.ts';
import { allOf, type AnyStep } from '../../kernel/step/step.ts';
import type { plannedActions } from './planned-actions.ts';
import { action } from './action.ts';
import { openActions } from './open-actions.ts';

type Planned = ValueOf<ReturnType<typeof plannedActions>>[number];
type Recorded = {
  readonly entry: string;
  readonly agreedOn: LocalDate;
  readonly shared: Readonly<Record<string, unknown>>;
  /** What is on record: an action that a plan names again, unchanged, is not agreed a second time. */
  readonly history: History;
};
export type Agreed = { readonly entry: string; readonly answers: Answers<typeof action.fields> };

/** The same form sent twice is the same entries: the ids of what is stated with it follow from its own and their place in it. */
export function idOf(entry: string, field: string, n: number): string {
  const hex = createHash('sha256').update(`${entry} ${field} ${n}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const likeness = {
  whole: ({ what, owner, whoElse, byWhen }: Planned): string => JSON.stringify([what, owner ?? null, whoElse ?? null, byWhen ?? null]),
  butItsDay: ({ what, owner, whoElse }: Planned): string => JSON.stringify([what, owner ?? null, whoElse ?? null]),
  what: ({ what }: Planned): string => what,
} as const;

type Line = { readonly line: Planned; readonly id: string };

/** Which open action each line names again, with another day or owner: the nearest likeness first, each action once. */
function namedAgain(lines: readonly Line[], history: History): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const open = new Map(openActions(history).map((one) => [one.entry, one.answers]));
  for (const like of Object.values(likeness))
    for (const { line, id } of lines) {
      const same = found.has(id) ? undefined : [...open].find(([, answers]) => like(answers) === like(line))?.[0];
      if (same === undefined) continue;
      found.set(id, same);
      open.delete(same);
    }
  return found;
}

/**
 * The actions agreed in an entry that have a day, each to be recorded as one of its own. One that is still open and is named again with another day or owner
 * goes on as the same action: the new one takes its place, and the day that had been agreed before stays on record, kept or passed.
 */
export function agreedIn(step: AnyStep, { entry, agreedOn, shared, history }: Recorded): readonly Agreed[] {
  const known = new Set(allOf(action, history).map(({ answers }) => likeness.whole(answers)));
  const asked = step.asks?.(shared as never) ?? [];
  const agreed = Object.entries(step.fields).filter(([, { kind }]) => kind === 'actions');
  return [...agreed.map(([name]) => ({ name, said: (shared[name] ?? []) as readonly Planned[] })), { name: 'asks', said: asked }].flatMap(
    ({ name, said }) => {
      const lines = said.map((line, n) => ({ line, id: idOf(entry, name, n) }));
      const again = namedAgain(lines, history);
      return lines
        .filter(({ line }) => line.byWhen !== undefined && !known.has(likeness.whole(line)))
        .map(({ line, id }) => {
          const insteadOf = again.get(id);
          return { entry: id, answers: { ...line, agreedOn, agreedIn: entry, ...(insteadOf === undefined ? {} : { insteadOf }) } };
        });
    },
  );
}
