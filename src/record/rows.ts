import type { LocalDate } from '../kernel/calendar/dates.ts';
import type { Clock } from '../kernel/step/clock.ts';
import type { Line } from '../kernel/step/history.ts';
import type { Standing } from './contract.ts';

/** A row of `record.clock`, as the driver gives it. */
export type ClockRow = {
  readonly person: string;
  readonly rule: string;
  readonly version: string;
  readonly started_by: string;
  readonly started_on: LocalDate;
  readonly due_on: LocalDate;
  readonly due_at: string | null;
  readonly met_by: string | null;
  readonly met_on: LocalDate | null;
  readonly met_at: string | null;
  readonly ended_on: LocalDate | null;
  readonly ended_because: string | null;
  readonly late_reason: string | null;
  readonly not_in_source: boolean;
};

/** An instant as `Date.toISOString` writes it. */
export const instant = (column: string, name = column): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "${name}"`;

export const clockColumns = [
  'person, rule, version, started_by, started_on, due_on, met_by, met_on, ended_on, ended_because, late_reason, not_in_source',
  instant('due_at'),
  instant('met_at'),
].join(', ');

export function asClock(row: ClockRow): Clock {
  return {
    rule: row.rule,
    version: row.version,
    startedBy: row.started_by,
    startedOn: row.started_on,
    dueOn: row.due_on,
    ...(row.due_at === null ? {} : { dueAt: row.due_at }),
    ...(row.met_by === null ? {} : { metBy: row.met_by }),
    ...(row.met_on === null ? {} : { metOn: row.met_on }),
    ...(row.met_at === null ? {} : { metAt: row.met_at }),
    ...(row.ended_on === null ? {} : { endedOn: row.ended_on }),
    ...(row.ended_because === null ? {} : { endedBecause: row.ended_because }),
    ...(row.late_reason === null ? {} : { lateReason: row.late_reason }),
    notInSource: row.not_in_source,
  };
}

/** One line of a chain with its entry and content. */
export type LineRow = {
  readonly person: string;
  readonly position: number;
  readonly entry: string;
  readonly step: string;
  readonly happened_on: LocalDate;
  readonly recorded_at: string;
  readonly recorded_by: string;
  readonly reason: string | null;
  /** The shared words are withheld; `answers` are the child's own. */
  readonly withheld?: true;
  readonly stated_at: string | null;
  readonly source: string | null;
  readonly corrects: number | null;
  readonly tombstone: boolean;
  readonly shared: Readonly<Record<string, unknown>> | null;
  readonly answers: Readonly<Record<string, unknown>> | null;
};

/** How the source of a statement begins that was moved here from another person's record: who first recorded it follows. */
export const movedSource = 'moved:';

/** Who recorded it, who moved it here, or from which file it came. */
export function origin(recordedBy: string, source: string | undefined): Pick<Line, 'recordedBy' | 'movedBy' | 'source'> {
  if (source?.startsWith(movedSource) === true) return { recordedBy: source.slice(movedSource.length), movedBy: recordedBy };
  return source === undefined ? { recordedBy } : { recordedBy, source };
}

/** The lines of a chain that still have words: what was destroyed by law says nothing any more. */
export const asLines = (rows: readonly LineRow[]): readonly Line[] => rows.filter(({ shared }) => shared !== null).map(asLine);

export function asLine(row: LineRow): Line {
  return {
    entry: row.entry,
    step: row.step,
    position: row.position,
    happenedOn: row.happened_on,
    recordedAt: row.recorded_at,
    ...origin(row.recorded_by, row.source ?? undefined),
    ...(row.stated_at === null ? {} : { statedAt: row.stated_at }),
    ...(row.corrects === null ? {} : { corrects: row.corrects }),
    tombstone: row.tombstone,
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.withheld === undefined ? {} : { withheld: row.withheld }),
    answers: { ...row.shared, ...row.answers },
  };
}

/** A line as a session sees it: of a step that it may not read there is the position alone; of what is withheld or destroyed, no words. */
export type SeenRow = Omit<LineRow, 'step'> & { readonly step: string | null };

/** @returns whether the session may read the whole of the line */
export const isWhole = (row: SeenRow): row is LineRow => row.step !== null && row.shared !== null && row.withheld === undefined;

/** The chains of `$2` in `$1` as known at `$3` (null: now), without what was moved to another record. Each look-up is on a whole key: see `record.append`. */
export const chainsQuery = `
  select l.person, l.position, l.entry, e.step, e.happened_on, l.recorded_at, e.recorded_by, e.stated_at, e.source, l.corrects, l.tombstone, c.reason, c.shared, c.answers
  from unnest($2::uuid[]) p(person)
  cross join lateral (select * from record.ledger l where l.authority = $1 and l.person = p.person and not l.moved and ($3::timestamptz is null or l.recorded_at <= $3) offset 0) l
  left join lateral (select * from record.entry e where e.authority = $1 and e.entry = l.entry limit 1) e on true
  left join lateral (select * from record.content c where c.authority = $1 and c.person = l.person and c.entry = l.entry limit 1) c on true
  order by l.person, l.position`;

/** The clocks of `$2` in `$1` as known at `$3` (null: now). */
export const clocksQuery = `
  select ${clockColumns} from record.clock where authority = $1 and person = any($2::uuid[])
    and (case when $3::timestamptz is null then known_to = 'infinity' else known_from <= $3 and known_to > $3 end)
  order by person, due_on, rule, started_by`;

/** Rows by the person they are about, in the order in which they came. */
export function byPerson<R extends { readonly person: string }>(rows: readonly R[]): ReadonlyMap<string, readonly R[]> {
  return Map.groupBy(rows, (row) => row.person);
}

export type StateRow = { readonly person: string; readonly state: Standing };
