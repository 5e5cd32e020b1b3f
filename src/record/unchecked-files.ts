import type { Database } from '../platform/database.ts';
import type { Checking, Verdict } from '../platform/virus-check.ts';
import type { Session } from './contract.ts';
import { asOwnerOf } from './verify.ts';

type Begin = () => Checking;

/** What came of looking again: how many files were found clean, and in how many something was found. */
export type CheckedAgain = { readonly clean: number; readonly found: number };

const atOnce = 20;

const waitingQuery = `select attachment from record.attachment
  where authority = $1 and is_checked is false and finished_at is not null and found is null
    and (checked_again_at is null or checked_again_at < now() - interval '1 day')
  order by checked_again_at nulls first, begun_at limit ${atOnce}`;

async function waiting(owner: Database, authority: number): Promise<readonly string[]> {
  const { rows } = await asOwnerOf(owner, authority, (sql) => sql.query<{ attachment: string }>(waitingQuery, [authority]));
  return rows.map(({ attachment }) => attachment);
}

/** Piece by piece, each in a transaction of its own: a slow check holds nothing up. */
async function check(owner: Database, authority: number, attachment: string, begin: Begin): Promise<Verdict> {
  const checking = begin();
  try {
    for (let part = 0; ; part += 1) {
      const { rows } = await asOwnerOf(owner, authority, (sql) =>
        sql.query<{ bytes: Buffer }>('select bytes from record.attachment_part where authority = $1 and attachment = $2 and part = $3', [
          authority,
          attachment,
          part,
        ]),
      );
      const [row] = rows;
      if (row === undefined) return await checking.end();
      await checking.write(row.bytes);
    }
  } catch (error) {
    checking.stop();
    throw error;
  }
}

const note = (owner: Database, authority: number, attachment: string, verdict: Verdict) =>
  asOwnerOf(owner, authority, (sql) =>
    sql.query(
      `update record.attachment set checked_again_at = clock_timestamp(), is_checked = $3, found = $4 where authority = $1 and attachment = $2`,
      [authority, attachment, verdict.kind === 'clean', verdict.kind === 'found' ? verdict.what : null],
    ),
  );

const isThere = async (begin: Begin): Promise<boolean> => {
  const checking = begin();
  await checking.write(Buffer.from('Is anybody there?'));
  return (await checking.end()).kind !== 'unchecked';
};

/**
 * Files that were taken in while nothing could check them (ClamAV was not installed, or did not answer) are checked as soon as it is there. In which
 * something is found is withheld from that moment, and stands in its writer’s day.
 */
export async function checkAgain(owner: Database, authority: number, begin: Begin): Promise<CheckedAgain> {
  const files = await waiting(owner, authority);
  if (files.length === 0 || !(await isThere(begin))) return { clean: 0, found: 0 };
  const verdicts: Verdict[] = [];
  for (const attachment of files) {
    const verdict = await check(owner, authority, attachment, begin);
    await note(owner, authority, attachment, verdict);
    verdicts.push(verdict);
  }
  const count = (kind: Verdict['kind']): number => verdicts.filter((one) => one.kind === kind).length;
  return { clean: count('clean'), found: count('found') };
}

/** A file in which something was found after it was taken in. */
export type InfectedFile = { readonly person: string; readonly name: string; readonly found: string; readonly foundAt: string };

/** Those of whoever asks, within the last month. */
export const infectedFiles = (database: Database, session: Session): Promise<readonly InfectedFile[]> =>
  database.transaction(session, async (sql) => {
    const { rows } = await sql.query<InfectedFile>('select person, name, found, found_at as "foundAt" from record.own_infected_files()');
    return rows;
  });
