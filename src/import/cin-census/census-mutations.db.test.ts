import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../../test/servers.ts';
import { derivation, permissionTable, steps, wordingOf } from '../../practice/pathway.ts';
import type { Session } from '../../record/contract.ts';
import { importProblems } from '../../record/import-problems.ts';
import { importRuns } from '../../record/imports.ts';
import { syncPermissions } from '../../record/members.ts';
import { rebuild } from '../../record/rebuild.ts';
import { createRecord } from '../../record/record.ts';
import { verify } from '../../record/verify.ts';
import { mutant } from './census-mutations.fixture.ts';
import { importCensus } from './import-census.ts';
import { storedRun } from '../intake/stored-run.ts';

const session: Session = { authority: 201, actor: randomUUID(), roles: ['administrator'], teams: [], scope: 'none' };
const files = 240;

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  await syncPermissions(fresh.owner, session.authority, new Map(permissionTable().map(({ step, ...may }) => [step, may])));
});
afterAll(() => fresh.drop());

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Into one record, one after the other: what one file spoils, the next would meet. */
it(`${files} damaged or hostile files through the whole import: each ends, each says what was wrong, and the record stays whole`, async () => {
  const record = createRecord({ database: fresh.app, derivation });
  for (let n = 0; n < files; n += 1) {
    const { how, bytes } = mutant(n * 11 + 3);
    const run = randomUUID();
    const result = await importCensus({
      record,
      session,
      steps,
      wordingOf,
      fileName: 'census.xml',
      source: once(bytes),
      run: storedRun({ database: fresh.app, session, run, fileHash: '00'.repeat(32) }),
    }).catch((error: unknown) => {
      throw new Error(how, { cause: error });
    });
    const told = result.problems.refused + result.problems.note + result.problems.kept;
    expect(result.children > 0 || result.stopped !== undefined, how).toBe(true);
    expect(result.refusedChildren === 0 || told > 0, how).toBe(true);
    if (result.header === undefined) continue;
    const stored = (await importRuns(fresh.app, session, { limit: 1 }))[0];
    expect(stored, how).toMatchObject({ run, state: result.stopped === undefined ? 'finished' : 'stopped' });
    expect(
      (await importProblems(fresh.app, session, run, { limit: 5_000 })).every(({ reason }) => reason.length > 5),
      how,
    ).toBe(true);
  }
  const whole = await verify(fresh.owner, session.authority);
  expect(whole).not.toHaveProperty('broken');
  expect(whole.children).toBeGreaterThan(0);
  expect((await rebuild(fresh.owner, session.authority, derivation)).differences).toEqual([]);
});
