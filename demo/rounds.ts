import type { LocalDate } from '../src/kernel/calendar/dates.ts';
import type { NewEntry } from '../src/record/contract.ts';
import { idFrom } from './chance.ts';
import type { DemoEntry, DemoFamily } from './telling.ts';

/** All that one person recorded about a family at one sitting. */
export type Round = {
  readonly recordedBy: string;
  readonly recordedOn: LocalDate;
  /** ISO instant, in office hours. */
  readonly recordedAt: string;
  readonly entries: readonly Omit<NewEntry, 'wording'>[];
};

/** A family's entries in the order in which they were recorded, with the positions that corrections name. */
export function roundsOf({ entries }: Pick<DemoFamily, 'entries'>): readonly Round[] {
  const ordered = entries
    .map((entry, told) => ({ entry, told }))
    .sort((a, b) => (a.entry.recordedOn < b.entry.recordedOn ? -1 : a.entry.recordedOn > b.entry.recordedOn ? 1 : a.told - b.told))
    .map(({ entry }) => entry);
  const positions = positionsOf(ordered);
  const sittings: DemoEntry[][] = [];
  for (const entry of ordered) {
    const last = sittings.at(-1);
    const before = last?.[0];
    if (last !== undefined && before?.recordedOn === entry.recordedOn && before.recordedBy === entry.recordedBy) last.push(entry);
    else sittings.push([entry]);
  }
  const sat = new Map<LocalDate, number>();
  return sittings.flatMap((sitting) => {
    const [first] = sitting;
    if (first === undefined) return [];
    const { recordedOn, recordedBy } = first;
    const turn = sat.get(recordedOn) ?? 0;
    sat.set(recordedOn, turn + 1);
    return [{ recordedBy, recordedOn, recordedAt: instantOf(first, turn), entries: sitting.map((each) => stated(each, positions)) }];
  });
}

/** Between nine and five, each sitting of a day after the one before. */
function instantOf({ entry, recordedOn }: DemoEntry, turn: number): string {
  const minutes = 9 * 60 + (Number.parseInt(idFrom('sitting', entry).slice(0, 4), 16) % 60) + Math.min(turn, 6) * 65;
  return `${recordedOn}T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00Z`;
}

/** `entry person` → position in that person's chain. */
function positionsOf(ordered: readonly DemoEntry[]): ReadonlyMap<string, number> {
  const lengths = new Map<string, number>();
  const positions = new Map<string, number>();
  for (const { entry, about } of ordered)
    for (const { person } of about) {
      const position = (lengths.get(person) ?? 0) + 1;
      lengths.set(person, position);
      positions.set(`${entry} ${person}`, position);
    }
  return positions;
}

function stated(
  { entry, step, happenedOn, shared, about, corrects, because }: DemoEntry,
  positions: ReadonlyMap<string, number>,
): Round['entries'][number] {
  return {
    entry,
    step,
    happenedOn,
    shared,
    about: about.map(({ person, answers }) => {
      const position = corrects === undefined ? undefined : positions.get(`${corrects} ${person}`);
      return {
        person,
        answers,
        ...(position === undefined ? {} : { corrects: position }),
        ...(because === undefined ? {} : { reason: because }),
      };
    }),
  };
}
