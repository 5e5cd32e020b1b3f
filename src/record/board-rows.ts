import { dayInEngland } from '../kernel/calendar/dates.ts';
import { instantInEngland } from '../kernel/calendar/instants.ts';
import type { BoardLine, Standing } from '../kernel/derivation/derivation.ts';
import { canonical } from './derive.ts';

/** A row of `record.board`, with its line as it is derived. */
export type BoardRow = { readonly person: string; readonly team: string | null; readonly worker: string | null; readonly line: BoardLine };

/** What is kept for the boards of `$2` in `$1`. */
export const boardRowsQuery = `
  select person, team, worker, jsonb_strip_nulls(jsonb_build_object('nameKey', name_key, 'since', since, 'marks', to_jsonb(marks), 'moments', to_jsonb(moments),
    'dues', to_jsonb(dues), 'dueMoments', to_jsonb(due_moments))) as line
  from record.board where authority = $1 and person = any($2::uuid[])`;

/** A line as one that is derived later has it: what has passed by then is dropped, and instants are written as `Date.toISOString` does. */
export function boardLineFrom(line: BoardLine, from: Date): BoardLine {
  const start = instantInEngland(dayInEngland(from), '00:00').getTime();
  const passed = (moments: readonly string[]): number => moments.filter((at) => Date.parse(at) <= start).length;
  const yetToCome = (moments: readonly string[]) => moments.slice(passed(moments)).map((at) => new Date(at).toISOString());
  const width = line.dues.length / (line.dueMoments.length + 1);
  return {
    ...line,
    marks: line.marks.slice(passed(line.moments)),
    moments: yetToCome(line.moments),
    dues: line.dues.slice(passed(line.dueMoments) * width),
    dueMoments: yetToCome(line.dueMoments),
  };
}

/** Whether a row of the boards, which may have been written days ago, says what is derived now. */
export function isSameOnBoards(
  row: BoardRow | undefined,
  { team, worker }: Standing,
  derived: BoardLine | null,
  now = new Date(),
): boolean {
  if (row === undefined || derived === null) return row === undefined && derived === null;
  const isWhose = row.team === (team ?? null) && row.worker === (worker ?? null);
  return isWhose && canonical(boardLineFrom(row.line, now)) === canonical(boardLineFrom(derived, now));
}
