import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importing, type Importing } from '../import/importing.fixture.ts';
import { date, dayInEngland } from '../kernel/calendar/dates.ts';
import type { Role } from '../kernel/step/permission.ts';
import type { Log } from '../platform/log.ts';
import type { Session } from '../record/contract.ts';
import { addMember, addTeam } from '../record/members.ts';
import { somebodyWaits } from '../record/record.fixture.ts';
import { asOwnerOf } from '../record/verify.ts';
import { notTold } from '../returns/found-rows.ts';
import type { CollectionYear } from '../returns/rule/years.ts';
import type { Change } from '../web/parts.ts';
import { elementOf, schemaOf } from '../returns/cin-census/build/schema.fixture.ts';
import { aRecordedChild, as, wholeOf } from './recorded-child.fixture.ts';
import { keepReturnsChecked, lookAtReturns, lookAtThose } from './checked-returns.ts';
import { placesIn } from './known-places.ts';
import { returnsOf } from './web-returns.ts';

let at: Importing;
beforeAll(async () => void (at = await importing()));
afterAll(() => at.end());

const sample = (name: string): string => readFileSync(`test/samples/cin/${name}.xml`, 'utf8');

/** The number of the authority stands in the header: each of two writes its own. */
async function censusOf(session: Session, year: CollectionYear, knownAt?: string): Promise<string> {
  let xml = '';
  for await (const piece of returnsOf(at.fresh.app).census(as(session, 'performanceAnalyst'), year, knownAt)) xml += piece;
  return xml.replace(/<LEA>\d+/, '<LEA>000');
}

it('what was exported and is taken in again gives the same export, byte for byte', async () => {
  const year = '2022-23';
  const [first, second] = [await at.anAuthority(), await at.anAuthority()];
  await at.load({ 'census.xml': sample('CIN_Census_2026') }, { session: first, year: undefined, dryRun: false });
  const exported = await censusOf(first, year);
  expect(exported.length).toBeGreaterThan(900);
  await at.load({ 'again.xml': exported }, { session: second, year: undefined, dryRun: false });
  expect(await censusOf(second, year)).toBe(exported);
});

const aChild = (admin: Session, said: Readonly<Record<string, unknown>>) => aRecordedChild(at, admin, said);

it('a rule of the return finds what is missing a moment after it is recorded, for those who can mend it, and no longer once it is mended', async () => {
  const [admin, other] = [await at.anAuthority(), await at.anAuthority()];
  const { person, worker, manager, state } = await aChild(admin, {});
  const entry = await state('referral', '2026-06-02', { referredOn: '2026-06-02', source: '2A' });
  const { own, open } = returnsOf(at.fresh.app);
  expect(await own(worker)).toEqual([]);
  const now = new Date('2026-11-28T12:00:00Z');
  await lookAtReturns(at.fresh, now);
  // Since the day on which it was recorded, as far as that lies in the year and before the day of the look.
  const since = ['2026-04-01', dayInEngland(new Date()), '2026-11-28'].toSorted()[1];
  const found = [{ return: 'cin', code: '8610', fields: ['ReferralNFA', 'PrimaryNeedCode'], entries: [entry], since }];
  expect(await own(worker)).toEqual([{ person, findings: found, place: 'worker' }]);
  expect(await own(manager)).toEqual([{ person, findings: found, place: 'worker' }]);
  expect(await own({ ...worker, actor: randomUUID() })).toEqual([]);
  expect(await own({ ...worker, authority: other.authority })).toEqual([]);
  expect(await open(as(admin, 'performanceAnalyst'))).toMatchObject([{ person, team: manager.teams[0], findings: found }]);
  expect(await open(worker)).toEqual([]);
  expect(await open(as(other, 'performanceAnalyst'))).toEqual([]);
  await lookAtReturns(at.fresh, new Date('2026-11-29T12:00:00Z'));
  expect((await own(worker))[0]?.findings[0]?.since).toBe(since);
  await state('referralDecision', '2026-06-03', { decidedOn: '2026-06-03', response: 'noFurtherAction' });
  await lookAtReturns(at.fresh, now);
  expect(await own(worker)).toEqual([]);
});

it('a return is built by analysts and heads of service, each time logged, as known at an instant, and is valid', async () => {
  const admin = await at.anAuthority();
  const { state, worker } = await aChild(admin, {});
  await state('referral', '2026-06-02', { referredOn: '2026-06-02', source: '2A', primaryNeed: 'N1' });
  const before = new Date(Date.now() + 1).toISOString();
  await new Promise((done) => setTimeout(done, 20));
  await state('closure', '2026-07-01', { closedOn: '2026-07-01', reason: 'RC7' });
  const wrongIn = schemaOf(readFileSync('test/samples/cin/CIN_schema_2026.xsd', 'utf8'));
  const now = await censusOf(admin, '2026-27');
  expect(wrongIn(await elementOf(now.replace('<LEA>000', '<LEA>301')))).toEqual([]);
  expect(now).toContain('<CINclosureDate>2026-07-01');
  const then = await censusOf(admin, '2026-27', before);
  expect(then).toContain('<CINreferralDate>2026-06-02');
  expect(then).not.toContain('CINclosureDate');
  await expect(async () => {
    for await (const _ of returnsOf(at.fresh.app).census(worker, '2026-27', undefined));
  }).rejects.toThrow(/Only performance analysts and heads of service/);
  const { rows } = await at.fresh.app.transaction(as(admin, 'headOfService'), (sql) =>
    sql.query<{ year: string }>(`select question ->> 'year' as year from record.list_log where question ->> 'return' = 'cin'`),
  );
  expect(rows.length).toBeGreaterThan(0);
});

it('what is found reaches whom the record names for a part of it, and the duty team where nobody else is here; of closed children too', async () => {
  const [admin, other] = [await at.anAuthority(), await at.anAuthority()];
  const { person, worker, manager, state } = await aChild(admin, { bornOn: '2007-06-20' });
  const { own, open } = returnsOf(at.fresh.app);
  const [officer, adviser] = [
    as(admin, 'reviewingOfficer', { actor: randomUUID() }),
    as(admin, 'socialWorker', { actor: randomUUID(), scope: 'own' }),
  ];
  const duty = as(admin, 'dutyWorker', { actor: randomUUID() });
  const [team] = manager.teams;
  if (team === undefined) throw new Error('a manager has a team');
  await addTeam(at.fresh.owner, { authority: admin.authority, team, name: 'North' });
  const member = (id: string, roles: readonly Role[], of?: string) =>
    addMember(at.fresh.owner, {
      authority: admin.authority,
      member: id,
      name: 'Somebody',
      email: `${id}@x.example`,
      roles,
      ...(of === undefined ? {} : { team: of }),
    });
  await member(worker.actor, ['socialWorker'], team);
  await state('referral', '2026-06-02', referred);
  await state('reviewingOfficerNamed', '2026-06-03', { namedOn: '2026-06-03', officer: officer.actor });
  await state('personalAdviserNamed', '2026-06-03', { namedOn: '2026-06-03', adviser: adviser.actor });
  await state('closure', '2026-07-01', { closedOn: '2026-07-01', reason: 'RC7' });
  const look = () => lookAtReturns(at.fresh, new Date('2026-11-28T12:00:00Z'));
  const placeOf = async (session: Session) => (await own(session)).find((one) => one.person === person)?.place;
  const waitsFor = async () => (await open(as(admin, 'performanceAnalyst'))).find((one) => one.person === person)?.waitsFor;
  await look();
  expect([await placeOf(worker), await placeOf(officer), await placeOf(adviser), await placeOf(duty)]).toEqual([
    'worker',
    'officer',
    'adviser',
    undefined,
  ]);
  expect(await waitsFor()).toBe('worker');
  // The worker leaves, and the team has no manager here: the duty team hears of the child.
  await at.fresh.owner.transaction(null, (sql) => sql.query('update access.member set left_at = now() where member = $1', [worker.actor]));
  expect([await placeOf(duty), await waitsFor()]).toEqual(['duty', 'duty']);
  await member(randomUUID(), ['teamManager'], team);
  expect([await placeOf(duty), await waitsFor()]).toEqual([undefined, 'manager']);
  // Another officer is named: the one before hears of it no more.
  await state('reviewingOfficerNamed', '2026-07-03', { namedOn: '2026-07-03', officer: randomUUID() });
  await look();
  expect([await placeOf(officer), await placeOf(adviser)]).toEqual([undefined, 'adviser']);
  for (const session of [officer, adviser, duty]) expect(await own({ ...session, authority: other.authority })).toEqual([]);
  await at.fresh.owner.transaction(null, (sql) =>
    sql.query('delete from access.member where authority = $1 and roles = $2', [admin.authority, ['teamManager']]),
  );
  expect(await placeOf(duty)).toBe('duty');
  // Restricted to others, nobody hears of the child who is not named.
  expect(
    await at.record.restrict(manager, person, { readers: [manager.actor], ring: 'Staff', reason: 'The child of a colleague' }),
  ).toEqual({ kind: 'done' });
  expect([await placeOf(duty), await placeOf(adviser), await placeOf(officer)]).toEqual([undefined, undefined, undefined]);
});

const referred = { referredOn: '2026-06-02', source: '2A' };

it('of a change it is looked at whom it tells of, and nobody else', async () => {
  const admin = await at.anAuthority();
  const [one, other] = [await aChild(admin, {}), await aChild(admin, {})];
  for (const { state } of [one, other]) await state('referral', '2026-06-02', referred);
  await lookAtThose(at.fresh, new Date('2026-11-28T12:00:00Z'), new Map([[admin.authority, new Set([one.person])]]));
  expect(await returnsOf(at.fresh.app).own(one.worker)).toMatchObject([{ findings: [{ code: '8610' }] }]);
  expect(await returnsOf(at.fresh.app).own(other.worker)).toEqual([]);
});

it('while pages are served, every change leads to a look, also one that does not say of whom', async () => {
  const admin = await at.anAuthority();
  let tell: (change: Change) => void = () => {};
  const subscribe = (listener: typeof tell) => {
    tell = listener;
    return () => {};
  };
  const log: Log = { info: () => {}, warning: () => {}, fault: (_, words) => expect.fail(words), often: () => {} };
  const kept = keepReturnsChecked(at.fresh, { subscribe }, log);
  const { own } = returnsOf(at.fresh.app);
  // Twice, since the first may be found by the look at everybody with which it begins; in each return that is open on this day.
  for (const told of [true, true, false]) {
    const { person, worker, state } = await aChild(admin, {});
    await state('referral', '2026-06-02', referred);
    tell(told ? { authority: admin.authority, people: [person] } : { authority: null });
    const found = [{ person, findings: expect.arrayContaining([expect.objectContaining({ code: '8610' })]) }];
    await expect.poll(() => own(worker)).toMatchObject(found);
  }
  await kept.stop();
});

it('with reference data a number of a home that nobody has is found as it is recorded, by the authority they know; and again when a file of them is another', async () => {
  const [known, unknown] = [await at.anAuthority(), await at.anAuthority()];
  const folder = mkdtempSync(join(tmpdir(), 'places-'));
  const write = (urn: string): void =>
    writeFileSync(
      join(folder, 'providers.csv'),
      `URN,LA_CODE_INFERRED,POSTCODE,PLACE_CODES,PROVIDER_CODES,REG_END\n${urn},E10000025,,U6,PR1,\n`,
    );
  writeFileSync(join(folder, 'authorities.csv'), `CODE,NUMBER\nE10000025,${known.authority}\n`);
  writeFileSync(join(folder, 'postcodes.csv'), 'POSTCODE,AUTHORITY,EASTING,NORTHING\nOX4 2AB,E10000025,454000,204000\n');
  write('SC999999');
  const children = await Promise.all([known, unknown].map((admin) => aChild(admin, {})));
  for (const { state } of children) {
    await state('periodOfCare', '2026-06-03', {
      startedOn: '2026-06-03',
      legalStatus: 'V2',
      categoryOfNeed: 'N1',
      homePostcode: 'OX4 2AB',
    });
    await state('placement', '2026-06-03', { startedOn: '2026-06-03', type: 'U6', provider: 'PR1', postcode: 'OX4 2AB', urn: 'SC123456' });
  }
  const { own } = returnsOf(at.fresh.app);
  const found = async () => {
    await lookAtReturns(at.fresh, new Date('2026-11-28T12:00:00Z'), { places: await placesIn(folder) });
    return Promise.all(
      children.map(async ({ worker }) => (await own(worker)).some(({ findings }) => findings.some(({ code }) => code === '1008'))),
    );
  };
  expect(await found()).toEqual([true, false]);
  write('SC123456');
  expect(await found()).toEqual([false, false]);
  rmSync(folder, { recursive: true });
});

const preparedOf = (session: Session) => returnsOf(at.fresh.app).prepared.all(session);

it('a return is prepared, explained, signed by a head of service once, made again byte for byte, and compared with the record as it is later', async () => {
  const [admin, other] = [await at.anAuthority(), await at.anAuthority()];
  const { state, worker } = await aChild(admin, {});
  await state('referral', '2026-06-02', referred);
  const { prepared: returns } = returnsOf(at.fresh.app);
  const [analyst, head] = [as(admin, 'performanceAnalyst'), as(admin, 'headOfService')];
  const prepared = randomUUID();
  const asked = { prepared, of: 'cin', year: '2026-27' } as const;
  expect(await returns.prepare(worker, asked).catch((error: Error) => error.message)).toMatch(
    /Only performance analysts and heads of service/,
  );
  expect(await returns.prepare(analyst, asked)).toEqual({ kind: 'done' });
  expect(await returns.prepare(analyst, asked)).toEqual({ kind: 'done' });
  const [one, ...more] = await preparedOf(head);
  expect([one?.prepared, one?.signedBy, more]).toEqual([prepared, null, []]);
  expect(one?.found).toContainEqual({ code: '8610', level: 'error', findings: 1, children: 1, left: 1, words: expect.any(String) });
  expect(await returns.sign(head, prepared, 'A. Director, DCS')).toMatchObject({
    kind: 'refused',
    message: /neither put right nor explained/,
  });
  for (const { code } of one?.found ?? []) await returns.note(analyst, prepared, { code, reason: 'The need is not yet known.' });
  expect(await returns.note(analyst, prepared, { code: '9999', reason: 'None such.' })).toMatchObject({ kind: 'refused' });
  expect(await returns.sign(analyst, prepared, 'An Analyst')).toMatchObject({ kind: 'refused', message: /Only heads of service/ });
  await addMember(at.fresh.owner, {
    authority: admin.authority,
    member: head.actor,
    name: 'Avery Head',
    email: 'head@x.example',
    roles: ['headOfService'],
  });
  for (const _ of ['once', 'pressed twice']) expect(await returns.sign(head, prepared, 'A. Director, DCS')).toEqual({ kind: 'done' });
  const second = { ...head, actor: randomUUID() };
  for (const [who, name] of [
    [second, 'A. Director, DCS'],
    [head, 'Somebody Else, DCS'],
  ] as const)
    expect(await returns.sign(who, prepared, name)).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(
        /signed already: in the name of A\. Director, DCS, entered by Avery Head on \d+ \w+ \d{4} at .*Nothing was changed$/,
      ),
    });
  expect(await returns.note(analyst, prepared, { code: '8610', reason: 'Another reason.' })).toMatchObject({
    kind: 'refused',
    message: /signed/,
  });
  expect([await preparedOf(worker), await preparedOf(as(other, 'headOfService'))]).toEqual([[], []]);
  expect([await returns.file(worker, prepared), await returns.file(as(other, 'headOfService'), prepared)]).toEqual([undefined, undefined]);
  const [signed] = await preparedOf(head);
  if (signed === undefined) throw new Error('it is gone');
  expect(signed).toMatchObject({
    signedBy: 'A. Director, DCS',
    signedMember: head.actor,
    notes: expect.arrayContaining([{ code: '8610', reason: 'The need is not yet known.', by: analyst.actor, at: expect.any(String) }]),
  });
  expect(await wholeOf(returns.compare(head, signed, { kind: 'record' }))).toMatchObject({ isSame: true, changes: { children: [] } });
  expect(await returns.compare(head, signed, { kind: 'lastYear' })).toMatchObject({
    with: 'the year before, as the record tells it: none was kept',
    changes: { totals: expect.arrayContaining([expect.objectContaining({ what: 'Children' })]) },
  });
  await state('closure', '2026-07-01', { closedOn: '2026-07-01', reason: 'RC7' });
  expect(await wholeOf(returns.compare(head, signed, { kind: 'record' }))).toMatchObject({
    isSame: true,
    changes: {
      children: [
        {
          child: '7',
          was: [],
          now: [expect.stringContaining('CINclosureDate: 2026-07-01'), expect.stringContaining('ReasonForClosure: RC7')],
        },
      ],
    },
  });
  expect(await wholeOf(returns.compare(head, signed, { kind: 'kept', prepared }))).toMatchObject({
    isSame: true,
    changes: { children: [] },
  });
  for (const table of ['prepared_return', 'return_note', 'return_signature']) {
    await expect(at.fresh.app.transaction(head, (sql) => sql.query(`select from record.${table}`))).rejects.toThrow('permission denied');
    for (const statement of [`update record.${table} set authority = 1`, `delete from record.${table}`, `truncate record.${table}`]) {
      const asItsOwner = asOwnerOf(at.fresh.owner, admin.authority, async (sql) => {
        await sql.query('set local role record_owner');
        await sql.query(statement);
      });
      await expect(asItsOwner, statement).rejects.toThrow('permission denied');
    }
  }
});

it('what a record explains is told in its words as far as the record is open today: not while it is restricted, and again afterwards; the file stays as it was', async () => {
  const [admin, other] = [await at.anAuthority(), await at.anAuthority()];
  const { person, manager, worker, state } = await aChild(admin, {});
  const about = await state('referral', '2026-06-02', referred);
  const given = { return: 'cin', rule: '8610', about, year: '2026-27', reason: 'Hidden from her father.' };
  const entry = await state('returnExplanation', '2026-11-20', given);
  const { prepared: returns, open } = returnsOf(at.fresh.app);
  const [analyst, head] = [as(admin, 'performanceAnalyst'), as(admin, 'headOfService')];
  const prepareOne = async () => {
    const prepared = randomUUID();
    expect(await returns.prepare(analyst, { prepared, of: 'cin', year: '2026-27' })).toEqual({ kind: 'done' });
    return prepared;
  };
  const before = await prepareOne();
  const toldIn = async (session: Session, prepared: string) =>
    (await returns.findings(session, prepared))?.find(({ code }) => code === '8610')?.explained;
  for (const session of [analyst, head]) expect(await toldIn(session, before)).toEqual({ words: 'Hidden from her father.', isOfAll: true });
  const file = await returns.file(head, before);

  await at.record.restrict(manager, person, { readers: [manager.actor], ring: 'Staff', reason: 'The child of a colleague' });
  const during = await prepareOne();
  for (const prepared of [before, during])
    for (const session of [analyst, head]) {
      expect(await toldIn(session, prepared)).toEqual({ words: notTold, isOfAll: true });
      expect(JSON.stringify([await returns.findings(session, prepared), await open(session)])).not.toContain('Hidden');
    }
  // Whom the restriction names reads it, where they answer for returns; the database gives it to nobody else, whatever they ask.
  expect(await toldIn(as(admin, 'headOfService', { actor: manager.actor }), before)).toMatchObject({ words: 'Hidden from her father.' });
  const asked = (session: Session, query: string) =>
    at.fresh.app.transaction(session, async (sql) => JSON.stringify((await sql.query(query)).rows));
  const words = `select * from record.explanations_told(array['${entry}'::uuid])`;
  const chain = `select * from record.return_chains(array['${person}'::uuid], array['returnExplanation'], null)`;
  for (const session of [analyst, head, as(other, 'headOfService', { actor: manager.actor })])
    expect(await asked(session, words), session.roles[0]).toBe('[]');
  expect(await asked(head, chain)).toContain('8610');
  for (const session of [analyst, head]) expect(await asked(session, chain)).not.toContain('Hidden');
  for (const session of [worker, as(admin, 'administrator')])
    await expect(asked(session, words)).rejects.toThrow(/Only performance analysts/);
  expect(await returns.findings(as(other, 'headOfService'), before)).toBeUndefined();

  await at.record.lift(manager, person, 'The colleague has left');
  for (const prepared of [before, during]) expect(await toldIn(analyst, prepared)).toMatchObject({ words: 'Hidden from her father.' });
  expect(await returns.file(head, before)).toEqual(file);
});

it('what a record explains is told as it was last corrected, and not once it was struck out', async () => {
  const admin = await at.anAuthority();
  const { person, manager, state } = await aChild(admin, {});
  const about = await state('referral', '2026-06-02', referred);
  const given = { return: 'cin', rule: '8610', about, year: '2026-27' };
  const explain = (reason: string, more: Parameters<typeof state>[3] = {}) =>
    state('returnExplanation', '2026-11-20', { ...given, reason }, more);
  await explain('Her neighbour at number 12 knows.');
  const { prepared: returns, open } = returnsOf(at.fresh.app);
  const analyst = as(admin, 'performanceAnalyst');
  const prepared = randomUUID();
  expect(await returns.prepare(analyst, { prepared, of: 'cin', year: '2026-27' })).toEqual({ kind: 'done' });
  const last = async () => {
    const opening = (await at.record.open(manager, [person], 'test')).get(person);
    return opening?.kind === 'opened' ? (await at.record.read(opening.record)).position : 0;
  };
  const told = async () => {
    await lookAtReturns(at.fresh, new Date('2026-11-28T12:00:00Z'));
    const kept = (await returns.findings(analyst, prepared))?.find(({ code }) => code === '8610')?.explained?.words;
    return [kept, (await open(analyst)).flatMap(({ explanations = {} }) => Object.values(explanations))];
  };
  expect(await told()).toEqual(['Her neighbour at number 12 knows.', ['Her neighbour at number 12 knows.']]);
  await explain('A neighbour knows.', { corrects: await last(), reason: 'It named a house' });
  expect(await told()).toEqual(['A neighbour knows.', ['A neighbour knows.']]);
  await explain('A neighbour knew.', { corrects: await last(), reason: 'It is over' });
  expect(await told()).toEqual(['A neighbour knew.', ['A neighbour knew.']]);
  await explain('A neighbour knew.', { corrects: await last(), tombstone: true, reason: 'It was another child' });
  expect(await told()).toEqual([notTold, []]);
});

it('findings are kept with the words of the record that explains them; who changed what since is told value by value, with the entries and by whom', async () => {
  const [admin, other] = [await at.anAuthority(), await at.anAuthority()];
  const { person, worker, state } = await aChild(admin, {});
  const referral = await state('referral', '2026-06-02', referred);
  await state('childAndFamilyAssessment', '2026-06-03', {});
  await state('returnExplanation', '2026-11-20', { return: 'cin', rule: '8610', about: referral, year: '2026-27', reason: 'Born abroad.' });
  const { prepared: returns } = returnsOf(at.fresh.app);
  const [analyst, head] = [as(admin, 'performanceAnalyst'), as(admin, 'headOfService')];
  const prepared = randomUUID();
  await returns.prepare(analyst, { prepared, of: 'cin', year: '2026-27' });
  const rows = await returns.findings(head, prepared);
  expect(rows).toContainEqual(
    expect.objectContaining({ code: '8610', child: '7', level: 'error', explained: { words: 'Born abroad.', isOfAll: true } }),
  );
  expect([await returns.findings(worker, prepared), await returns.findings(as(other, 'headOfService'), prepared)]).toEqual([
    undefined,
    undefined,
  ]);
  const [draft] = await preparedOf(head);
  if (draft === undefined) throw new Error('it is gone');
  expect((await returns.compare(head, draft, { kind: 'record' }))?.changes.children).toEqual([]);
  const closure = await state('closure', '2026-07-01', { closedOn: '2026-07-01', reason: 'RC7' });
  const who = await (await returns.compare(head, draft, { kind: 'record' }))?.who?.(['7']);
  expect(who?.from).toBe(draft.knownAt);
  expect(who?.children).toMatchObject([
    {
      child: '7',
      person,
      values: expect.arrayContaining([
        expect.objectContaining({
          part: 'CINdetails',
          field: 'CINclosureDate',
          now: '2026-07-01',
          by: [expect.objectContaining({ entry: closure, recordedBy: worker.actor })],
        }),
      ]),
      others: [],
    },
  ]);
  const second = randomUUID();
  await returns.prepare(analyst, { prepared: second, of: 'cin', year: '2026-27' });
  expect((await (await returns.compare(head, draft, { kind: 'kept', prepared: second }))?.who?.(['7']))?.children).toMatchObject([
    { child: '7' },
  ]);
  expect((await returns.compare(head, draft, { kind: 'lastYear' }))?.who).toBeUndefined();
});

it('from 1 April what is found for the year just over stays beside the new year, until its return is signed or its collection is closed', async () => {
  const admin = await at.anAuthority();
  const { state, worker } = await aChild(admin, {});
  await state('referral', '2026-06-02', referred);
  const { own, prepared: returns } = returnsOf(at.fresh.app);
  const yearsOn = async (day: string) => {
    await lookAtReturns(at.fresh, new Date(`${day}T12:00:00Z`));
    return (await own(worker)).flatMap(({ findings }) => findings.filter(({ code }) => code === '8610').map(({ year }) => year ?? 'this'));
  };
  expect(await yearsOn('2027-03-31')).toEqual(['this']);
  expect(await yearsOn('2027-04-01')).toEqual(['this', '2026-27']);
  expect(await yearsOn('2027-08-01')).toEqual(['this']);
  const [analyst, head] = [as(admin, 'performanceAnalyst'), as(admin, 'headOfService')];
  const prepared = randomUUID();
  await returns.prepare(analyst, { prepared, of: 'cin', year: '2026-27' });
  for (const { code } of (await preparedOf(head))[0]?.found ?? [])
    await returns.note(analyst, prepared, { code, reason: 'Not yet known.' });
  expect(await returns.sign(head, prepared, 'A. Director, DCS')).toEqual({ kind: 'done' });
  expect(await yearsOn('2027-04-02')).toEqual(['this']);
});

it('what is said of a return while it is being signed waits for the signature, and is refused', async () => {
  const admin = await at.anAuthority();
  const { state } = await aChild(admin, {});
  await state('referral', '2026-06-02', referred);
  const { prepared: returns } = returnsOf(at.fresh.app);
  const [analyst, head] = [as(admin, 'performanceAnalyst'), as(admin, 'headOfService')];
  const prepared = randomUUID();
  await returns.prepare(analyst, { prepared, of: 'cin', year: '2026-27' });
  const note = (reason: string) => returns.note(analyst, prepared, { code: '8610', reason });
  for (const { code } of (await preparedOf(head))[0]?.found ?? [])
    await returns.note(analyst, prepared, { code, reason: 'Not yet known.' });
  let meanwhile: Promise<unknown> = Promise.resolve();
  await at.fresh.app.transaction(head, async (sql) => {
    await sql.query('select record.sign_return($1, $2, $3)', [admin.authority, prepared, 'A. Director, DCS']);
    meanwhile = note('Said too late.');
    await somebodyWaits(at.fresh.owner);
  });
  expect(await meanwhile).toMatchObject({ kind: 'refused', message: /signed/ });
  expect(JSON.stringify((await preparedOf(head))[0]?.notes)).not.toContain('too late');
});

it('the looked-after return says why of a child, and names social workers by the numbers that were entered, to those who may build it', async () => {
  const [admin, other] = [await at.anAuthority(), await at.anAuthority()];
  const { state, person, worker } = await aChild(admin, {});
  await addMember(at.fresh.owner, {
    authority: admin.authority,
    member: worker.actor,
    name: 'W',
    email: 'w@x.example',
    roles: ['socialWorker'],
    registration: 'SW77',
  });
  const entry = await state('periodOfCare', '2026-06-02', { startedOn: '2026-06-02', legalStatus: 'V2', categoryOfNeed: 'N1' });
  await state('allocation', '2026-06-02', { allocatedOn: '2026-06-02', worker: worker.actor, role: 'lead' });
  const { prepared, lookedAfterXml } = returnsOf(at.fresh.app);
  const asked = { of: 'ssda903', year: '2026-27', number: '7' } as const;
  const why = await prepared.why(as(admin, 'performanceAnalyst'), asked);
  expect(why?.person).toBe(person);
  expect(why?.parts.find(({ name }) => name === 'episodes')?.cells[1]).toMatchObject({ field: 'DECOM', from: [{ entry }] });
  expect(await prepared.why(as(other, 'performanceAnalyst'), asked)).toBeUndefined();
  await expect(prepared.why(worker, asked)).rejects.toThrow(/Only performance analysts and heads of service/);
  for (const of of ['safeguarding-dataset', 'cp-is', 'asglb'] as const) {
    const ofADay = { of, on: date('2026-11-01'), number: '7' };
    const told = await prepared.why(as(admin, 'headOfService'), ofADay);
    expect([told?.person, told?.parts.some(({ cells }) => cells.some(({ from }) => from.some((one) => one.entry === entry)))], of).toEqual([
      person,
      of !== 'asglb',
    ]);
    expect(await prepared.why(as(other, 'performanceAnalyst'), ofADay)).toBeUndefined();
    await expect(prepared.why(worker, ofADay)).rejects.toThrow(/Only performance analysts and heads of service/);
  }
  let xml = '';
  for await (const piece of lookedAfterXml(as(admin, 'headOfService'), '2026-27', undefined)) xml += piece;
  expect(xml).toContain('<SW_ID>SW77</SW_ID>');
  const head = as(admin, 'headOfService');
  const id = randomUUID();
  expect(await prepared.prepare(head, { prepared: id, of: 'ssda903', year: '2026-27' })).toEqual({ kind: 'done' });
  const [one] = (await preparedOf(head)).filter((each) => each.prepared === id);
  if (one === undefined) throw new Error('not prepared');
  const set = (await returnsOf(at.fresh.app).lookedAfter(head, '2026-27', undefined)).map(({ name, lines }) => ({
    name,
    bytes: Buffer.from(`${lines.join('\n')}\n`),
  }));
  expect(await prepared.compare(head, one, { kind: 'file', files: set })).toMatchObject({ changes: { children: [] } });
  const without = set.filter(({ name }) => name !== 'social_worker.csv');
  expect((await prepared.compare(head, one, { kind: 'file', files: without }))?.changes.children).toMatchObject([{ child: '7' }]);
  const twice = await prepared.compare(head, one, { kind: 'file', files: [...set, ...set.slice(0, 1)] });
  expect(twice?.changes.problem).toContain('are the same table');
});

it('of years of history that are imported a finding stands since the day on which what is wrong happened, or since its year began', async () => {
  const admin = await at.anAuthority();
  await at.load({ 'census.xml': sample('CIN_Census_2026') }, { session: admin, year: undefined, dryRun: false });
  const { open } = returnsOf(at.fresh.app);
  const now = new Date('2023-03-31T12:00:00Z');
  await lookAtReturns(at.fresh, now);
  const days = (await open(as(admin, 'performanceAnalyst'))).flatMap(({ findings }) => findings.map(({ since }) => since));
  expect(days.length).toBeGreaterThan(2);
  for (const day of days) expect(day >= '2022-04-01' && day <= '2023-03-31').toBe(true);
  expect(days.some((day) => day < '2023-03-01')).toBe(true);
});
