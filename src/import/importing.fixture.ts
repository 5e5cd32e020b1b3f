import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase } from '../../test/servers.ts';
import { date } from '../kernel/calendar/dates.ts';
import { derivation, permissionTable, steps, wordingOf } from '../practice/pathway.ts';
import type { Session } from '../record/contract.ts';
import { addAuthority, addMember, syncPermissions } from '../record/members.ts';
import { createRecord } from '../record/record.ts';
import { filesAt, importSet, importSets, setsOf, type Importer, type Taking } from './file-set.ts';

/** One database for many tests: each has an authority of its own, with its administrator, and loads files into it. */
export async function importing() {
  const fresh = await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'importing-'));
  const record = createRecord({ database: fresh.app, derivation });
  const importer: Importer = { database: fresh.app, record, steps, wordingOf, today: date('2026-11-25') };
  let authority = 300;
  return {
    fresh,
    importer,
    async anAuthority(): Promise<Session> {
      authority += 1;
      const session: Session = { authority, actor: randomUUID(), roles: ['administrator'], teams: [], scope: 'none' };
      await addAuthority(fresh.owner, { authority, name: `Council ${authority}` });
      const email = `ian${authority}@example.org`;
      await addMember(fresh.owner, { authority, member: session.actor, name: 'Ian Frost', email, roles: ['administrator'] });
      await syncPermissions(fresh.owner, authority, new Map(permissionTable().map(({ step, ...may }) => [step, may])));
      return session;
    },
    /** Several files are one return. `with`: another importer than the usual. */
    async load(
      files: Readonly<Record<string, string>>,
      { year = 2025, with: other = importer, ...taking }: Taking & { readonly year?: number; readonly with?: Importer },
    ) {
      const own = mkdtempSync(join(folder, 'files-'));
      for (const [name, text] of Object.entries(files)) writeFileSync(join(own, name), text);
      const [set] = await setsOf((await filesAt(own)) ?? [], year);
      if (set === undefined) throw new Error('There is nothing to load');
      return importSet(other, set, taking);
    },
    /** Each file is one of several sent together. */
    async loadTogether(
      files: Readonly<Record<string, string>>,
      { with: other = importer, ...taking }: Taking & { readonly with?: Importer },
    ) {
      const own = mkdtempSync(join(folder, 'files-'));
      for (const [name, text] of Object.entries(files)) writeFileSync(join(own, name), text);
      return importSets(other, await setsOf((await filesAt(own)) ?? []), taking);
    },
    async end(): Promise<void> {
      rmSync(folder, { recursive: true });
      await fresh.drop();
    },
  };
}

export type Importing = Awaited<ReturnType<typeof importing>>;
