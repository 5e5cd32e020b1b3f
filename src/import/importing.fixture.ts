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
import { filesAt, importSet, importSets, setsOf, type FileSet, type Importer, type Taking } from './file-set.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;
type Loading = { readonly year?: number | undefined; readonly with?: Importer };

function only(importer: Importer, [set, ...more]: readonly FileSet[], taking: Taking) {
  if (set === undefined || more.length > 0) throw new Error(`${set === undefined ? 0 : more.length + 1} sets`);
  return importSet(importer, set, taking);
}

/** One database for many tests: each has an authority of its own, with its administrator, and loads files into it. */
export async function importing() {
  const fresh = await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'importing-'));
  const record = createRecord({ database: fresh.app, derivation });
  const importer: Importer = { database: fresh.app, record, steps, wordingOf, today: date('2026-11-25') };
  let authority = 300;
  return {
    fresh,
    record,
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
    /** Several files are one return, of 2025 unless a year is given, or said to be none. `with`: another importer than the usual. */
    async load(files: Files, { with: other = importer, ...taking }: Taking & Loading) {
      const own = mkdtempSync(join(folder, 'files-'));
      for (const [name, content] of Object.entries(files)) writeFileSync(join(own, name), content);
      return only(other, await setsOf((await filesAt(own)) ?? [], 'year' in taking ? taking.year : 2025), taking);
    },
    /** What lies at a path, which is one set. */
    async loadFrom(path: string, { year, with: other = importer, ...taking }: Taking & Loading) {
      return only(other, await setsOf((await filesAt(path)) ?? [], year), taking);
    },
    /** Each file is one of several sent together. */
    async loadTogether(files: Files, { with: other = importer, ...taking }: Taking & Pick<Loading, 'with'>) {
      const own = mkdtempSync(join(folder, 'files-'));
      for (const [name, content] of Object.entries(files)) writeFileSync(join(own, name), content);
      return importSets(other, await setsOf((await filesAt(own)) ?? []), taking);
    },
    async end(): Promise<void> {
      rmSync(folder, { recursive: true });
      await fresh.drop();
    },
  };
}

export type Importing = Awaited<ReturnType<typeof importing>>;
