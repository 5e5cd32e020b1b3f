import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importing, type Importing } from '../import/importing.fixture.ts';
import { addDays, date, dayInEngland } from '../kernel/calendar/dates.ts';
import { stepNamed, wordingOf } from '../practice/pathway.ts';
import type { Session } from '../record/contract.ts';
import { whichYear } from '../returns/rule/period.ts';
import type { SignedOfADay } from '../returns/signed-of-a-day.ts';
import { readWorkbook } from '../reading/workbook.ts';
import { aRecordedChild, as, wholeOf } from './recorded-child.fixture.ts';
import { returnsOf } from './web-returns.ts';

let at: Importing;
beforeAll(async () => void (at = await importing()));
afterAll(() => at.end());

const today = dayInEngland(new Date());
/** Annex A looks back for some months from the day that is asked for. */
const ago = (days: number) => addDays(today, -days);

it.each(['annex-a', 'asglb', 'workforce-census'] as const)(
  '%s is prepared, explained and signed like the return of a year, kept as it is, and made again byte for byte',
  async (of: SignedOfADay) => {
    const [admin, other] = [await at.anAuthority(), await at.anAuthority()];
    const { state, worker } = await aRecordedChild(at, admin, { firstName: 'Amira', lastName: 'Example' });
    await state('referral', ago(28), { referredOn: ago(28), source: '2A', primaryNeed: 'N1' });
    const { prepared: returns } = returnsOf(at.fresh.app);
    const [analyst, head] = [as(admin, 'performanceAnalyst'), as(admin, 'headOfService')];
    const prepared = randomUUID();
    const asked = { prepared, of, on: today, authority: 'Norchester' };
    expect(await returns.prepare(worker, asked).catch((error: Error) => error.message)).toMatch(
      /Only performance analysts and heads of service|only/i,
    );
    for (const _ of ['once', 'pressed twice']) expect(await returns.prepare(analyst, asked)).toEqual({ kind: 'done' });
    const [one] = await returns.all(head);
    const on = of === 'workforce-census' ? `${today.slice(5) >= '09-30' ? today.slice(0, 4) : Number(today.slice(0, 4)) - 1}-09-30` : today;
    if (one === undefined || one.on === null) throw new Error('it is not kept');
    expect([one.return, one.on, one.year, one.signedBy]).toEqual([of, on, whichYear(one.on).year, null]);
    expect([await returns.all(worker), await returns.all(as(other, 'headOfService')), await returns.file(worker, prepared)]).toEqual([
      [],
      [],
      undefined,
    ]);
    for (const { code, left } of one.found)
      if (left > 0) expect(await returns.note(analyst, prepared, { code, reason: 'Not on record yet.' })).toEqual({ kind: 'done' });
    expect(await returns.sign(analyst, prepared, 'An Analyst')).toMatchObject({ kind: 'refused', message: /Only heads of service/ });
    expect(await returns.sign(head, prepared, 'A. Director, DCS')).toEqual({ kind: 'done' });
    // What is recorded afterwards is in the record, and not in what was signed.
    const second = await state('referral', ago(21), { referredOn: ago(21), source: '1A', primaryNeed: 'N2' });
    const [signed] = await returns.all(head);
    if (signed === undefined) throw new Error('it is gone');
    const compared = await wholeOf(returns.compare(head, signed, { kind: 'record' }));
    expect(compared).toMatchObject({ isSame: true, with: 'the record as it stands now' });
    expect(compared?.changes.children.map(({ child }) => child)).toEqual(of === 'annex-a' ? ['7'] : []);
    if (of === 'annex-a')
      expect((await compared?.who?.(['7']))?.children).toMatchObject([
        {
          child: '7',
          values: expect.arrayContaining([
            expect.objectContaining({
              part: 'List 3',
              field: 'Date of referral',
              now: ago(21),
              by: [expect.objectContaining({ entry: second })],
            }),
          ]),
        },
      ]);
    expect(await wholeOf(returns.compare(head, signed, { kind: 'lastYear' }))).toMatchObject({
      with: expect.stringContaining('none was kept'),
    });
    const again = randomUUID();
    await returns.prepare(analyst, { ...asked, prepared: again });
    expect(await wholeOf(returns.compare(head, signed, { kind: 'kept', prepared: again }))).toMatchObject({ isSame: true });
    const file = await returns.file(head, prepared);
    if (file === undefined) throw new Error('it has no bytes');
    const sent = { name: of === 'annex-a' ? 'lists.xlsx' : of === 'asglb' ? 'asglb.csv' : 'census.xml', bytes: file.bytes };
    expect(await wholeOf(returns.compare(head, signed, { kind: 'file', files: [sent] }))).toMatchObject({
      isSame: true,
      changes: { children: [] },
    });
    expect(await returns.compare(head, signed, { kind: 'file', files: [{ name: 'no.csv', bytes: Buffer.from('') }] })).toMatchObject({
      changes: { problem: expect.any(String) },
    });
  },
);

it('Annex A names staff and teams as they were called when it was prepared, whatever they are called later', async () => {
  const admin = await at.anAuthority();
  const { state } = await aRecordedChild(at, admin, {});
  await state('referral', ago(28), { referredOn: ago(28), source: '2A', primaryNeed: 'N1' });
  const { prepared: returns } = returnsOf(at.fresh.app);
  const analyst = as(admin, 'performanceAnalyst');
  const prepared = randomUUID();
  await returns.prepare(analyst, { prepared, of: 'annex-a', on: today, authority: 'Norchester' });
  const file = await returns.file(analyst, prepared);
  const book = readWorkbook(file?.bytes ?? Buffer.from(''));
  expect(book?.sheets).toHaveLength(11);
  expect(file?.madeWith.names?.authority).toBe('Norchester');
  await at.fresh.owner.transaction(null, (sql) =>
    sql.query(`update access.member set name = 'Somebody Renamed' where authority = ${admin.authority}`),
  );
  const [one] = await returns.all(analyst);
  if (one === undefined) throw new Error('it is gone');
  expect(await wholeOf(returns.compare(analyst, one, { kind: 'record' }))).toMatchObject({ isSame: true });
});

it('why Annex A says what it says of a child is answered with the entries, as known now or at an instant, to those who answer for returns', async () => {
  const [admin, other] = [await at.anAuthority(), await at.anAuthority()];
  const { person, state, worker } = await aRecordedChild(at, admin, { sex: 'F' });
  const entry = await state('referral', ago(28), { referredOn: ago(28), source: '2A', primaryNeed: 'N1' });
  const before = new Date(Date.now() + 1).toISOString();
  await new Promise((done) => setTimeout(done, 20));
  await state('referral', ago(21), { referredOn: ago(21), source: '1A', primaryNeed: 'N2' });
  const { prepared: returns } = returnsOf(at.fresh.app);
  const [analyst, head] = [as(admin, 'performanceAnalyst'), as(admin, 'headOfService')];
  const rows = async (session: typeof analyst, knownAt?: string) =>
    (await returns.why(session, { of: 'annex-a', on: today, number: '7', knownAt }))?.parts.filter(({ name }) => name === 'List 3');
  const now = await rows(analyst);
  expect(now).toHaveLength(2);
  expect(now?.[0]?.cells.find(({ field }) => field === 'Date of referral')).toMatchObject({
    value: ago(28),
    from: [{ entry, step: 'referral' }],
  });
  expect(await rows(head, before)).toHaveLength(1);
  expect(await returns.why(head, { of: 'annex-a', on: today, number: '7' })).toMatchObject({ person });
  expect(await rows(as(other, 'performanceAnalyst'))).toBeUndefined();
  await expect(rows(worker)).rejects.toThrow(/Only performance analysts and heads of service/);
});

it('who changed what is told of each adopter of a household by their own row, and of as many children as are asked for', async () => {
  const [admin, other] = [await at.anAuthority(), await at.anAuthority()];
  const { state, worker, manager } = await aRecordedChild(at, admin, {});
  await state('referral', ago(28), { referredOn: ago(28), source: '2A', primaryNeed: 'N1' });
  const file = randomUUID();
  await at.record.addFile(manager, { file, kind: 'adopters', title: 'A household' });
  const stated = async (name: string, on: string, shared: object) => {
    const step = stepNamed(name);
    if (step === undefined) throw new Error(name);
    const opening = await at.record.openFile(manager, file);
    const known = opening.kind === 'opened' ? new Map([[file, await at.record.read(opening.record)]]) : new Map();
    const entry = randomUUID();
    const about = [{ person: file, answers: {} }];
    const made = { entry, step: name, wording: wordingOf(step), happenedOn: date(on), shared: { on, ...shared }, about };
    expect(await at.record.append(manager, [made], known)).toEqual({ kind: 'appended' });
    return entry;
  };
  const enquiry = await stated('adopterEnquiry', ago(60), { kind: 'adoption', firstSex: 'F', secondSex: 'M' });
  const { prepared: returns } = returnsOf(at.fresh.app);
  const head = as(admin, 'headOfService');
  await returns.prepare(head, { prepared: randomUUID(), of: 'annex-a', on: today, authority: 'Norchester' });
  const accepted = await stated('adopterStage', ago(49), { moment: 'accepted' });
  await state('referral', ago(21), { referredOn: ago(21), source: '1A', primaryNeed: 'N2' });
  const [one] = await returns.all(head);
  if (one === undefined) throw new Error('it is not kept');
  const compared = await returns.compare(head, one, { kind: 'record' });
  const numbers = compared?.changes.children.map(({ child }) => child) ?? [];
  expect(numbers.toSorted()).toEqual(['7', `${enquiry}-1`, `${enquiry}-2`].toSorted());
  const who = await compared?.who?.(numbers.filter((number) => number !== '7'));
  expect(who?.children).toHaveLength(2);
  for (const child of who?.children ?? [])
    expect(child).toMatchObject({
      person: file,
      isFile: true,
      values: [{ field: 'Date Stage 1 started', now: ago(49), by: [{ entry: accepted }] }],
      others: [],
    });
  const why = (session: Session) => returns.why(session, { of: 'annex-a', on: today, number: `${enquiry}-2` });
  expect((await why(head))?.parts.map(({ name }) => name)).toEqual(['List 11']);
  expect(await why(as(other, 'headOfService'))).toBeUndefined();
  await expect(why(worker)).rejects.toThrow(/Only performance analysts and heads of service/);
});
