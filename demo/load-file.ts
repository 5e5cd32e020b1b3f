import type { FileKind } from '../src/kernel/step/file-kind.ts';
import { appendPast } from '../src/record/append-past.ts';
import { asOwnerOf } from '../src/record/verify.ts';
import { sittingsOf, type Loading } from './load-family.ts';
import type { DemoEntry } from './telling.ts';

/** A file that is nobody's child record: of a member of staff, of audits, of a body. Told as a family is, from its first entry on. */
export type DemoFile = {
  readonly file: string;
  readonly kind: FileKind;
  readonly title: string;
  /** Whom a staff file is about, or whose audits these are. */
  readonly subject?: string;
  readonly entries: readonly DemoEntry[];
};

/** One file, whole or not at all. */
export function loadFile(loading: Loading, told: DemoFile): Promise<void> {
  const { owner, administrator, derivation } = loading;
  const { file, kind, title, subject } = told;
  const { authority } = administrator;
  const sittings = sittingsOf(loading, told);
  const [first] = sittings;
  return asOwnerOf(owner, authority, async (sql) => {
    if (first === undefined) return;
    // Of two starts at once, the second waits here, and then finds the file.
    await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [file]);
    const made = await sql.query(
      `insert into record.file(authority, person, kind, title, subject, made_at, made_by)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [authority, file, kind, title, subject ?? null, first.recordedAt, first.recordedBy],
    );
    if (made.rowCount !== 0) await appendPast(sql, authority, derivation, sittings);
  });
}
