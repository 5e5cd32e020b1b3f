import { afterAll, beforeAll, expect, it } from 'vitest';
import { derivation } from '../../practice/pathway.ts';
import { importProblems } from '../../record/import-problems.ts';
import { importRun } from '../../record/imports.ts';
import { rebuild } from '../../record/rebuild.ts';
import { verify } from '../../record/verify.ts';
import { importing, type Importing } from '../importing.fixture.ts';
import { csvMutant, xmlMutant } from './return-mutations.fixture.ts';

const files = 60;

let at: Importing;
beforeAll(async () => void (at = await importing()));
afterAll(() => at.end());

/** Into one record, one after the other: what one return spoils, the next would meet. */
it(`${files} damaged or hostile returns through the whole import: each ends, each says what was wrong, and the record stays whole`, async () => {
  const session = await at.anAuthority();
  const { app, owner } = at.fresh;
  let taken = 0;
  for (let n = 0; n < files; n += 1) {
    const { how, files } = (n % 2 === 0 ? csvMutant : xmlMutant)(n * 11 + 3);
    const sent = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]));
    const { run, stopped, children, refusedChildren, problems, stated, unchanged } = await at
      .load(sent, { session })
      .catch((error: unknown) => {
        throw new Error(how, { cause: error });
      });
    const told = problems.refused + problems.note + problems.kept + problems.waiting;
    expect(children > 0 || told > 0 || stopped !== undefined, how).toBe(true);
    expect(refusedChildren === 0 || told > 0, how).toBe(true);
    expect(await importRun(app, session, run), how).toMatchObject({ state: stopped === undefined ? 'finished' : 'stopped' });
    expect((await importProblems(app, session, run, { limit: 5_000 })).every(({ reason }) => reason.length > 5), how).toBe(true); // prettier-ignore
    if (stated + unchanged > 0) taken += 1;
  }
  expect(taken, 'of some something was taken').toBeGreaterThan(15);
  const whole = await verify(owner, session.authority);
  expect(whole).not.toHaveProperty('broken');
  expect(whole.children).toBeGreaterThan(20);
  expect((await rebuild(owner, session.authority, derivation)).differences).toEqual([]);
});
