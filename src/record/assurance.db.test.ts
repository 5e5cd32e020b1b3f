import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, dayInEngland } from '../kernel/calendar/dates.ts';
import { assuredFigures, assuredQuestions } from './assurance.ts';
import type { Session } from './contract.ts';
import { addMember, syncPermissions } from './members.ts';
import { as, begin, derivation, entry, fixture, otherTeam, readAs, team, type Fixture } from './record.fixture.ts';
import { createRecord } from './record.ts';

let at: Fixture;
beforeAll(async () => void (at = await fixture()));
afterAll(() => at.drop());

const today = dayInEngland(new Date());
const worker = as('socialWorker');
const head = as('headOfService');
const asked = { rules: { planVisit: ['visit'] }, steps: ['visit'] };
const state = async (...entries: Parameters<Fixture['record']['append']>[1]) =>
  expect(await at.record.append(worker, entries, new Map())).toEqual({ kind: 'appended' });
/** Of a settled instant: what was recorded before it is known. */
const settled = async (): Promise<string> => {
  await new Promise((done) => setTimeout(done, 5));
  const then = new Date().toISOString();
  await new Promise((done) => setTimeout(done, 5));
  return then;
};
const figuresAt = async (instant: string, session: Session = head) => {
  const rows = await assuredFigures(at.app, session, [instant], asked);
  return (figure: string, of?: string) =>
    rows.filter((row) => row.figure === figure && (of === undefined || row.team === of)).map(({ n, among, apart }) => [n, among, apart]);
};

it('counts reviews, visits, workers and who was seen alone, team by team, as known at an instant; restricted children too; and says the same for ever', async () => {
  const [seen, late, inCare] = [randomUUID(), randomUUID(), randomUUID()];
  const plan = addDays(today, -40);
  await state(
    begin(seen, { worker: randomUUID() }),
    entry('plan', plan, [{ person: seen }]),
    entry('visit', addDays(today, -3), [{ person: seen, answers: { seen: true, seenAlone: 'yes' } }]),
  );
  await state(
    begin(late),
    entry('plan', plan, [{ person: late }]),
    entry('visit', addDays(today, -50), [{ person: late, answers: { seen: true, seenAlone: 'couldNot' } }]),
  );
  await state(begin(inCare, { careSince: '2026-01-02', team: otherTeam, reviewedOn: addDays(today, -5) }));
  const then = await settled();
  const first = await figuresAt(then);
  expect([first('plan'), first('care', otherTeam), first('planVisit', team)]).toEqual([[[2, 2, 0]], [[1, 1, 0]], [[0, 1, 1]]]);
  expect([first('worker', team), first('worker', otherTeam)]).toEqual([[[1, 2, 0]], [[0, 1, 0]]]);
  expect(first('seenAlone', team)).toEqual([[1, 2, 0]]);
  expect(first('careSixMonths', otherTeam)).toEqual([[1, 1, 0]]);
  expect(first('planSeen', team)).toEqual([[1, 2, 0]]);
  expect(first('entrySoon')).toEqual([[0, 2, 0]]);

  const whole = await assuredFigures(at.app, head, [then], asked);
  expect(await at.record.restrict(as('headOfService'), late, { readers: [worker.actor], ring: 'Adoption', reason: 'adopted' })).toEqual({
    kind: 'done',
  });
  const again = entry('visit', today, [{ person: late, answers: { seen: true, seenAlone: 'yes' } }]);
  expect(await at.record.append(worker, [again], await readAs(at.record, worker, late))).toEqual({ kind: 'appended' });
  expect(await assuredFigures(at.app, head, [then], asked)).toEqual(whole);
  const now = await figuresAt(await settled());
  expect([now('planVisit', team), now('seenAlone', team)]).toEqual([[[0, 0, 2]], [[2, 3, 0]]]);
  // Found anew from the record, and not only kept.
  await at.owner.pool.query('delete from record.counted_then where authority = 1');
  expect((await at.owner.pool.query('select from record.assured_then where authority = 1')).rowCount).toBe(0);
  expect(await assuredFigures(at.app, head, [then], asked)).toEqual(whole);
});

it('a visit that was put right, struck out, or recorded later is counted as it was known then', async () => {
  const child = randomUUID();
  const visit = entry('visit', addDays(today, -1), [{ person: child, answers: { seen: true, seenAlone: 'couldNot' } }]);
  await state(
    begin(child, { team: 'a0000000-0000-4000-8000-000000000001' }),
    entry('plan', addDays(today, -9), [{ person: child }]),
    visit,
  );
  const before = await settled();
  const alone = (instant: string) => figuresAt(instant).then((of) => of('seenAlone', 'a0000000-0000-4000-8000-000000000001'));
  expect(await alone(before)).toEqual([[0, 1, 0]]);
  const read = await readAs(at.record, worker, child);
  const correction = entry('visit', addDays(today, -1), [
    { person: child, answers: { seen: true, seenAlone: 'yes' }, corrects: 3, reason: 'she was alone' },
  ]);
  expect(await at.record.append(worker, [correction], read)).toEqual({ kind: 'appended' });
  expect(await alone(await settled())).toEqual([[1, 1, 0]]);
  expect(await alone(before)).toEqual([[0, 1, 0]]);
});

it('tells nobody whose lists are not of the whole service, and no other authority', async () => {
  const then = await settled();
  for (const session of [
    as('teamManager', { scope: 'teams' }),
    as('socialWorker', { scope: 'own' }),
    as('administrator', { scope: 'none' }),
    as('headOfService', { authority: 2 }),
  ]) {
    const rows = await assuredFigures(at.app, session, [then], asked);
    expect(rows.filter(({ figure }) => figure !== 'sealed')).toEqual([]);
  }
});

it('gives the text of each question', async () => {
  const questions = await assuredQuestions(at.app, head);
  expect(questions.map(({ question }) => question)).toEqual([
    'assured_children',
    'assured_record',
    'assured_substance',
    'assured_supervision',
    'stated_then',
  ]);
  for (const { words } of questions) expect(words).toContain('record.authority()');
});

it('an audit of a case file is counted from when it was recorded until it is struck out, put right or not', async () => {
  const [auditor, file] = [as('headOfService'), randomUUID()];
  const steps = new Set(['caseFileAudit']);
  await addMember(at.owner, {
    authority: 1,
    member: auditor.actor,
    name: 'Auditor',
    email: 'auditor@example.org',
    roles: ['headOfService'],
  });
  await syncPermissions(
    at.owner,
    1,
    new Map([['caseFileAudit', { record: ['headOfService'], read: ['headOfService'], file: 'caseAudit' as const }]]),
  );
  const record = createRecord({ database: at.app, derivation: { ...derivation, fileSteps: steps } });
  expect(await record.addFile(auditor, { file, kind: 'caseAudit', title: 'Audits', subject: auditor.actor })).toMatchObject({
    kind: 'begun',
  });
  const instants = [await settled()];
  for (const more of [{}, { corrects: 1, reason: 'a grade' }, { corrects: 2, tombstone: true, reason: 'another child' }]) {
    const audit = entry('caseFileAudit', today, [{ person: file, ...more }]);
    expect(await record.append(auditor, [audit], await readAs(record, auditor, file))).toEqual({ kind: 'appended' });
    instants.push(await settled());
  }
  const said = await Promise.all(instants.map((instant) => figuresAt(instant).then((of) => of('audits'))));
  expect(said).toEqual([[], [[1, 1, 0]], [[1, 1, 0]], []]);
  const elsewhere = await assuredFigures(at.app, as('headOfService', { authority: 2 }), instants, asked);
  expect(elsewhere.filter(({ figure }) => figure === 'audits')).toEqual([]);
});
