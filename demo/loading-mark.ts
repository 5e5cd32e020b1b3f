import { createHash } from 'node:crypto';
import { date, type LocalDate } from '../src/kernel/calendar/dates.ts';
import type { Database } from '../src/platform/database.ts';
import { beginImport, finishImport } from '../src/record/imports.ts';
import type { Session } from '../src/record/contract.ts';
import { asOwnerOf } from '../src/record/verify.ts';
import { idFrom } from './chance.ts';

/** The load is a run among the other imports: when it began, what of, and whether it came to its end. */
export const loadingRun = idFrom('run', 'demonstration');

/** What a data folder holds of the demonstration. `told`: the day on which its story was told, and so must be told to its end. */
export type Held =
  | { readonly kind: 'nothing' }
  /** Children, and no run: put here by an earlier version, or by others. Not ours to add to. */
  | { readonly kind: 'other' }
  | { readonly kind: 'interrupted' | 'finished'; readonly told: LocalDate; readonly scale: number };

const nameOf = (told: LocalDate, scale: number): string => `Demonstration: invented families, told on ${told}, scale ${scale}`;
const inName = /told on (\d{4}-\d{2}-\d{2}), scale ([\d.]+)$/;

/** One look-up on a whole key: what a start costs once all is loaded. */
export async function held(owner: Database, authority: number): Promise<Held> {
  return asOwnerOf(owner, authority, async (sql) => {
    const run = await sql.query<{ name: string; state: string }>(
      'select file_name as name, state from record.import_run where authority = $1 and run = $2',
      [authority, loadingRun],
    );
    const [, told, scale] = inName.exec(run.rows[0]?.name ?? '') ?? [];
    if (told !== undefined && scale !== undefined)
      return { kind: run.rows[0]?.state === 'finished' ? 'finished' : 'interrupted', told: date(told), scale: Number(scale) };
    const anybody = await sql.query('select 1 from record.head where authority = $1 limit 1', [authority]);
    return { kind: anybody.rows.length > 0 ? 'other' : 'nothing' };
  });
}

export function markBegun(owner: Database, session: Session, told: LocalDate, scale: number): Promise<void> {
  const fileName = nameOf(told, scale);
  const fileHash = createHash('sha256').update(fileName).digest('hex');
  return beginImport(owner, session, { run: loadingRun, fileName, fileHash, kind: 'demonstration' });
}

export const markFinished = (owner: Database, session: Session): Promise<void> => finishImport(owner, session, loadingRun, 'finished');
