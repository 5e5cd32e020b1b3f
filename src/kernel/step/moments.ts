import type { LocalDate } from '../calendar/dates.ts';
import type { History, Statement } from './history.ts';
import type { Moment } from './timescale.ts';

/** A statement that is a moment of a clock, on the day that counts. */
export type Happened = { readonly statement: Statement; readonly on: LocalDate; readonly at?: string };

/** A history as the clocks ask it: by step, and each moment worked out once however many clocks it meets or ends. */
export type Told = {
  readonly history: History;
  readonly byStep: ReadonlyMap<string, readonly Statement[]>;
  readonly known: Map<Moment, readonly Happened[]>;
};

export const tell = (history: History): Told => ({ history, byStep: Map.groupBy(history, ({ step }) => step), known: new Map() });

/** When a moment happened, earliest first. A moment whose function does not take the start is the same for every start. */
export function momentsOf(moment: Moment, told: Told, start?: Statement): readonly Happened[] {
  if (moment.on !== undefined && moment.on.length > 2) return worked(moment, told, start);
  const known = told.known.get(moment);
  if (known !== undefined) return known;
  const found = worked(moment, told);
  told.known.set(moment, found);
  return found;
}

function worked(moment: Moment, { history, byStep }: Told, start?: Statement): readonly Happened[] {
  const found: Happened[] = [];
  for (const statement of byStep.get(moment.step) ?? []) {
    const on = moment.on === undefined ? statement.happenedOn : moment.on(statement, history, start);
    const at = moment.at?.(statement, start);
    if (on !== undefined) found.push({ statement, on, ...(at === undefined ? {} : { at }) });
  }
  return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/**
 * The earliest of what follows the start. A step that meets its own clock must be another entry: of a later day, or of the same day where
 * both say when and this is the later.
 */
export const firstAfter = (moment: Moment, start: Statement, from: LocalDate, told: Told): Happened | undefined => {
  const began = moment.at?.(start);
  return momentsOf(moment, told, start).find(({ statement, on, at }) => {
    if (on < from || (statement.entry === start.entry && moment.itself !== true)) return false;
    return moment.itself === true || statement.step !== start.step || on > from || (began !== undefined && at !== undefined && at > began);
  });
};
