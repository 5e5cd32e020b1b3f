import type { Database } from '../platform/database.ts';
import { asOwnerOf } from './verify.ts';

type Row = {
  readonly position: number | null;
  readonly has_before: boolean;
  readonly has_entry: boolean;
  readonly same_instant: boolean | null;
  readonly has_content: boolean;
  readonly same_content: boolean | null;
  readonly same_hash: boolean | null;
  readonly tip: number;
  readonly head: number | null;
  readonly same_tip: boolean | null;
};

/** The same comparisons as record.verify, one by one, for the one line that did not hold. */
const query = `
  with line as (select * from record.ledger where authority = $1 and person = $2 and position = $3),
  before as (select hash from record.ledger where authority = $1 and person = $2 and position = $3 - 1),
  tip as (select position, hash from record.ledger where authority = $1 and person = $2 order by position desc limit 1)
  select l.position, $3 = 1 or exists (select from before) as has_before, e.entry is not null as has_entry, e.recorded_at = l.recorded_at as same_instant,
    c.entry is not null or exists (select from record.erasure x where x.authority = $1 and x.entry = l.entry and x.person = $2)
      or l.moved and exists (select from record.moved_line m where m.authority = $1 and m.entry = l.entry and m.person = $2) as has_content,
    c.entry is null or c.step = e.step and l.content_hash = record.seal(c.salt, c.shared, c.answers, c.reason) as same_content,
    l.hash = sha256(coalesce((select hash from before), '\\x00') || record.line(l.authority, l.person, l.position, l.entry, e.step, e.wording, e.happened_on,
      l.recorded_at, e.recorded_by, e.stated_at, e.source, l.corrects, l.tombstone, l.content_hash)) as same_hash,
    coalesce((select position from tip), 0) as tip, h.position as head, h.hash = (select hash from tip) as same_tip
  from (select 1) one left join line l on true
  left join record.entry e on e.authority = $1 and e.entry = l.entry
  left join record.content c on c.authority = $1 and c.entry = l.entry and c.person = $2
  left join record.head h on h.authority = $1 and h.person = $2`;

function inWords(row: Row): string {
  if (row.position === null)
    return `the chain ends at position ${row.tip}, though ${row.head ?? 0} were recorded: what followed was removed`;
  if (!row.has_before) return 'the line before it was removed';
  if (!row.has_entry) return 'the entry that this line stands for was removed';
  if (row.same_instant === false) return 'the time at which it was recorded was changed';
  if (!row.has_content) return 'the words or answers were removed, and no erasure of them is noted';
  if (row.same_content === false) return 'the words or answers were changed after they had been recorded';
  if (row.same_hash === false)
    return 'what it says of itself (step, date, author, source, or what it corrects), or the line before it, was changed after it had been recorded';
  if (row.head === null || row.head < row.position) return 'this line was added past the door through which entries are recorded';
  return row.same_tip === false ? 'the chain was written anew: its end is not the one that was kept' : 'it does not hold';
}

/** Why a link that `verify` named does not hold, in words that hold nothing of the record. */
export async function whyBroken(
  owner: Database,
  authority: number,
  { person, position }: { readonly person: string; readonly position: number },
): Promise<string> {
  const { rows } = await asOwnerOf(owner, authority, (sql) => sql.query<Row>(query, [authority, person, position]));
  const [row] = rows;
  return row === undefined ? 'it does not hold' : inWords(row);
}
