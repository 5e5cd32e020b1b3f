import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { returnKeptUntil } from '../practice/retention/return-retention.ts';
import { destroyedReturns, destroyReturnsAgain, type DestroyedReturn } from './erasures.ts';
import { fileOfReturn, findingsOfReturn, noteReturn, prepareReturn, preparedReturns, signReturn } from './prepared-returns.ts';
import { settledNow } from './reading.ts';
import { as, fixture, type Fixture } from './record.fixture.ts';
import { actOnReturn, returnsKept } from './returns-kept.ts';
import { asOwnerOf } from './verify.ts';

let at: Fixture;
beforeAll(async () => void (at = await fixture()));
afterAll(() => at.drop());

const head = as('headOfService', { actor: randomUUID() });
const other = as('headOfService', { actor: randomUUID() });
const analyst = as('performanceAnalyst', { actor: randomUUID() });
const manager = as('teamManager', { actor: randomUUID() });

/** A return of a year, prepared and explained. */
async function aReturn(year: string): Promise<string> {
  const prepared = randomUUID();
  const found = [{ code: '8670Q', level: 'query', findings: 1, children: 1, left: 1 }] as const;
  const knownAt = await settledNow(at.app);
  const made = {
    prepared,
    return: 'cin',
    year,
    on: null,
    knownAt,
    found,
    bytes: Buffer.from(`<Message>${year}</Message>`),
    madeWith: { registrations: { a: 'SW1' } },
    findings: Buffer.from('{"code":"8670Q","child":"7"}\n'),
  } as const;
  expect(await prepareReturn(at.app, analyst, made)).toEqual({ kind: 'done' });
  expect(await noteReturn(at.app, analyst, prepared, { code: '8670Q', reason: 'Her grandmother was ill' })).toEqual({ kind: 'done' });
  return prepared;
}
const act = (session: typeof head, prepared: string, kind: 'hold' | 'endHold' | 'ask', id: string) =>
  actOnReturn(at.app, session, prepared, { kind, id, words: 'An inquiry asked for it' });
const end = (session: typeof head, prepared: string, kind: 'confirm' | 'withdraw', id: string) =>
  actOnReturn(at.app, session, prepared, { kind, id });
const keptOf = async (prepared: string) => (await returnsKept(at.app, head)).find((one) => one.prepared === prepared);

it('what its rules found is read, row by row, by whoever reads the return and by nobody else', async () => {
  const prepared = await aReturn('2025-26');
  const seen = async (session: typeof head) => (await findingsOfReturn(at.app, session, prepared))?.toString();
  expect([await seen(head), await seen(analyst)]).toEqual(Array(2).fill('{"code":"8670Q","child":"7"}\n'));
  const elsewhere = { ...head, authority: head.authority + 1 };
  expect([await seen(manager), await seen(elsewhere), await seen(as('socialWorker', { actor: randomUUID() }))]).toEqual(
    Array(3).fill(undefined),
  );
});

it('is kept six years after its year, as the schedule says', async () => {
  for (const year of ['2015-16', '2025-26', '2099-00']) expect((await keptOf(await aReturn(year)))?.keptUntil).toBe(returnKeptUntil(year));
  const ask = await act(head, await aReturn('2025-26'), 'ask', randomUUID());
  expect(ask).toEqual({ kind: 'refused', message: 'The return is kept until 31 March 2032' });
});

it('ends by two people alone; what was in it goes, that it was there stays', async () => {
  const [prepared, id] = [await aReturn('2015-16'), randomUUID()];
  expect(await act(manager, prepared, 'ask', id)).toMatchObject({ kind: 'refused' });
  expect(await act(head, prepared, 'ask', id)).toEqual({ kind: 'done' });
  expect(await act(analyst, prepared, 'ask', randomUUID())).toMatchObject({ kind: 'refused', message: /already/ });
  expect(await end(head, prepared, 'confirm', id)).toMatchObject({ kind: 'refused', message: /Somebody else must confirm it/ });
  expect(await end(analyst, prepared, 'confirm', id)).toMatchObject({ kind: 'refused', message: /Only heads of service/ });
  expect(await end({ ...other, authority: other.authority + 1 }, prepared, 'confirm', id)).toMatchObject({ kind: 'refused' });
  expect(await end(other, prepared, 'confirm', id)).toEqual({ kind: 'done' });
  expect(await fileOfReturn(at.app, head, prepared)).toBeUndefined();
  expect(await findingsOfReturn(at.app, head, prepared)).toBeUndefined();
  const kept = (await preparedReturns(at.app, head)).find((one) => one.prepared === prepared);
  expect(kept).toMatchObject({
    year: '2015-16',
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    notes: [{ reason: 'Destroyed with the return' }],
  });
  expect(await keptOf(prepared)).toMatchObject({ destruction: null, destroyedAt: expect.stringContaining('T') });
  expect(await end(other, prepared, 'confirm', id)).toMatchObject({ kind: 'refused', message: /any more/ });
});

it('of what was destroyed unsigned nothing is explained or signed afterwards', async () => {
  const [prepared, id] = [await aReturn('2015-16'), randomUUID()];
  expect(await act(head, prepared, 'ask', id)).toEqual({ kind: 'done' });
  expect(await end(other, prepared, 'confirm', id)).toEqual({ kind: 'done' });
  const gone = {
    kind: 'refused',
    message: 'The return was destroyed: nothing of it is explained or signed any more. Prepare it again if it is still to be sent',
  };
  expect(await noteReturn(at.app, analyst, prepared, { code: '8670Q', reason: 'Her grandmother was ill' })).toEqual(gone);
  expect(await signReturn(at.app, head, prepared, 'A. Director, DCS')).toEqual(gone);
  expect((await preparedReturns(at.app, head)).find((one) => one.prepared === prepared)).toMatchObject({ signedBy: null });
});

it('destroyed again after a restore it ends as it had ended, whatever stood when the backup was made; one whose time is not over is refused', async () => {
  const [prepared, young, hold, meanwhile] = [await aReturn('2015-16'), await aReturn('2025-26'), randomUUID(), randomUUID()];
  await act(head, prepared, 'ask', meanwhile);
  await act(head, prepared, 'hold', hold);
  const line = (one: string, more: Partial<DestroyedReturn> = {}): DestroyedReturn => ({
    authority: head.authority,
    prepared: one,
    destruction: randomUUID(),
    askedAt: '2026-04-01 09:00:00+00',
    askedBy: analyst.actor,
    destroyedAt: '2026-04-02 09:00:00+00',
    confirmedBy: head.actor,
    ...more,
  });
  const again = (...known: readonly DestroyedReturn[]) => destroyReturnsAgain(at.owner, head.authority, known);
  const elsewhere = line(prepared, { authority: head.authority + 1 });
  expect(await again(elsewhere, line(randomUUID())), 'of another authority, or none here').toBe(0);
  const said = line(prepared);
  expect([await again(said), await again(said)]).toEqual([1, 0]);
  expect(await fileOfReturn(at.app, head, prepared)).toBeUndefined();
  expect(await findingsOfReturn(at.app, head, prepared)).toBeUndefined();
  expect(await keptOf(prepared)).toMatchObject({ heldSince: null, destruction: null, destroyedAt: expect.stringContaining('2026-04-02') });
  expect((await preparedReturns(at.app, head)).find((one) => one.prepared === prepared)?.notes).toMatchObject([
    { reason: 'Destroyed with the return' },
  ]);
  expect(await destroyedReturns(at.owner, head.authority)).toContainEqual(said);
  await expect(again(line(young))).rejects.toThrow('kept until a day that is not over');
  await expect(again(line(prepared, { confirmedBy: analyst.actor }))).rejects.toThrow('by two people');
  expect(await fileOfReturn(at.app, head, young)).toBeDefined();
});

it('a legal hold keeps it, also between asking and confirming; what was asked may be withdrawn', async () => {
  const [prepared, hold, id] = [await aReturn('2015-16'), randomUUID(), randomUUID()];
  expect(await act(analyst, prepared, 'hold', hold)).toMatchObject({ kind: 'refused', message: /Only heads of service/ });
  expect(await act(head, prepared, 'ask', id)).toEqual({ kind: 'done' });
  expect(await act(head, prepared, 'hold', hold)).toEqual({ kind: 'done' });
  expect(await end(other, prepared, 'confirm', id)).toMatchObject({ kind: 'refused', message: /legal hold/ });
  expect(await end(analyst, prepared, 'withdraw', id)).toMatchObject({ kind: 'refused', message: /Only who asked/ });
  expect(await end(head, prepared, 'withdraw', id)).toEqual({ kind: 'done' });
  expect(await act(head, prepared, 'ask', randomUUID())).toMatchObject({ kind: 'refused', message: /legal hold/ });
  expect(await act(head, prepared, 'endHold', hold)).toEqual({ kind: 'done' });
  expect(await act(head, prepared, 'ask', randomUUID())).toEqual({ kind: 'done' });
});

it('before its day nobody empties it, not even its owner; afterwards it can be emptied and nothing else', async () => {
  const prepared = await aReturn('2025-26');
  const asItsOwner = (statement: string) =>
    asOwnerOf(at.owner, head.authority, async (sql) => {
      await sql.query('set local role record_owner');
      return (await sql.query(statement, [prepared])).rowCount;
    });
  expect(await asItsOwner("update record.prepared_return set bytes = null, findings = null, made_with = '{}' where prepared = $1")).toBe(0);
  expect(await asItsOwner("update record.prepared_return set findings = '' where prepared = $1")).toBe(0);
  await expect(asItsOwner("update record.return_note set reason = 'Another reason' where prepared = $1")).rejects.toThrow(
    'row-level security',
  );
  const old = await aReturn('2015-16');
  await expect(
    asOwnerOf(at.owner, head.authority, async (sql) => {
      await sql.query('set local role record_owner');
      await sql.query("update record.prepared_return set bytes = '\\x00' where prepared = $1", [old]);
    }),
  ).rejects.toThrow();
  expect((await returnsKept(at.app, manager)).length).toBe(0);
});
