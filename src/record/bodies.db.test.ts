import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { practitioners, roles, type Permissions, type Role } from '../kernel/step/permission.ts';
import type { NewEntry, Session } from './contract.ts';
import { addTeam, syncPermissions } from './members.ts';
import { as, begin, derivation, entry, fixture, readAs, team, type Fixture } from './record.fixture.ts';
import { createRecord, type WholeRecord } from './record.ts';

const everyone = Object.keys(roles).filter((role): role is Role => role in roles);
const sitters: readonly Role[] = [...practitioners, 'boardMember', 'boardManager'];
const made = { record: ['headOfService', 'boardManager'] as const, read: sitters, file: 'body' as const };
const steps = new Map<string, Permissions & { readonly file?: 'body' | 'also' }>([
  ['begin', { record: practitioners, read: practitioners }],
  ['plan', { record: practitioners, read: practitioners }],
  ['bodyConstitution', made],
  ['bodyMember', made],
  ['bodyMemberEnd', made],
  ['bodyMeeting', { ...made, record: sitters }],
  ...['agencyData', 'agencyAssessment', 'agencyAssessmentChallenge', 'bodyChallenge', 'bodyChallengeAnswer'].map(
    (step) => [step, { ...made, record: sitters }] as const,
  ),
  ['action', { record: everyone, read: everyone, file: 'also' as const }],
]);

const manager = as('boardManager', { teams: [], scope: 'none' });
const ofPolice = as('boardMember', { teams: [], scope: 'none' });
const ofSchools = as('boardMember', { teams: [], scope: 'none' });
const chairOfPanel = as('teamManager');
const [board, panel, other, child] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];

let at: Fixture;
let record: WholeRecord;
const seatOf = (
  member: string,
  body: string,
  from = '2025-01-06',
  more: Partial<NewEntry['about'][number]> = {},
  agency = 'police',
): NewEntry => entry('bodyMember', from, [{ person: body, ...more }], { shared: { from, agency, name: 'N', seat: 'member', member } });
const say = async (session: Session, body: string, said: NewEntry) =>
  record.append(
    session,
    [said],
    (await record.openFile(session, body)).kind === 'opened' ? await readAs(record, session, body) : new Map(),
  );
const opens = async (session: Session, body: string): Promise<boolean> => (await record.openFile(session, body)).kind === 'opened';

beforeAll(async () => {
  at = await fixture();
  record = createRecord({
    database: at.app,
    derivation: { ...derivation, fileSteps: new Set([...steps.keys()].filter((step) => step.startsWith('body'))) },
  });
  for (const authority of [1, 2]) await syncPermissions(at.owner, authority, steps);
  await record.append(as('teamManager'), [begin(child)], new Map());
  for (const [file, subject] of [[board], [panel, board], [other]] as const) {
    await record.addFile(manager, { file, kind: 'body', title: 'Body', ...(subject === undefined ? {} : { subject }) });
    await record.append(manager, [entry('bodyConstitution', '2025-01-06', [{ person: file }])], new Map());
  }
  for (const seat of [seatOf(ofPolice.actor, board), seatOf(chairOfPanel.actor, panel), seatOf(ofSchools.actor, panel)])
    expect(await say(manager, String(seat.about[0]?.person), seat)).toEqual({ kind: 'appended' });
});
afterAll(() => at.drop());

describe('a body', () => {
  test('is opened by who sits on it, of whatever agency, and by who sits on the body to which it answers', async () => {
    for (const [session, sees] of [
      [ofPolice, [board, panel]],
      [ofSchools, [panel]],
      [chairOfPanel, [panel]],
      [manager, [board, panel, other]],
      [as('headOfService'), [board, panel, other]],
    ] as const) {
      expect((await record.files(session, 'body')).map(({ file }) => file).toSorted(), session.roles.join()).toEqual([...sees].toSorted());
      for (const body of [board, panel, other]) expect(await opens(session, body)).toBe(sees.some((one) => one === body));
    }
  });

  test('is opened by nobody who has no seat there, whatever their role, and by nobody of another authority', async () => {
    const without = everyone.filter((role) => !['headOfService', 'boardManager', 'performanceAnalyst'].includes(role));
    for (const role of without) expect(await opens(as(role), board), role).toBe(false);
    for (const session of [ofPolice, manager]) expect(await opens({ ...session, authority: 2 }, board)).toBe(false);
  });

  test('is opened from the first day of a seat to its last, and what was corrected or struck out counts as it stands', async () => {
    const late = as('boardMember');
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    const seat = seatOf(late.actor, other, tomorrow);
    await say(manager, other, seat);
    expect(await opens(late, other), 'not yet').toBe(false);
    const position = async (of: string): Promise<number> =>
      (await readAs(record, manager, other)).get(other)?.chain.find((line) => line.entry === of)?.position ?? 0;
    const corrected = seatOf(late.actor, other, '2025-02-03', { corrects: await position(seat.entry), reason: 'The day was wrong' });
    expect(await say(manager, other, corrected)).toEqual({ kind: 'appended' });
    expect(await opens(late, other), 'as corrected').toBe(true);
    const end = entry('bodyMemberEnd', '2025-03-03', [{ person: other }], { shared: { on: '2025-03-03', seat: seat.entry } });
    await say(manager, other, end);
    expect(await opens(late, other), 'the seat of the first entry has ended').toBe(false);
    const struck = entry('bodyMemberEnd', '2025-03-03', [
      { person: other, corrects: await position(end.entry), tombstone: true, reason: 'Recorded of another' },
    ]);
    expect(await say(manager, other, struck)).toEqual({ kind: 'appended' });
    expect(await opens(late, other), 'the end was struck out').toBe(true);
  });

  test('is written by its members, but nobody gives a seat to themselves or anybody else', async () => {
    const meeting = (): NewEntry => entry('bodyMeeting', '2026-03-02', [{ person: panel }]);
    for (const session of [ofPolice, ofSchools, chairOfPanel]) expect(await say(session, panel, meeting())).toEqual({ kind: 'appended' });
    expect(await say(ofSchools, panel, seatOf(randomUUID(), panel))).toMatchObject({ kind: 'refused' });
    expect(await say(ofSchools, board, entry('bodyMeeting', '2026-03-02', [{ person: board }]))).toMatchObject({
      kind: 'refused',
      message: 'You may not open this file',
    });
  });

  test('answers to none that whoever begins it may not open', async () => {
    const begun = await record.addFile(as('headOfService', { authority: 2 }), {
      file: randomUUID(),
      kind: 'body',
      title: 'B',
      subject: board,
    });
    expect(begun).toMatchObject({ kind: 'refused', message: expect.stringContaining('no such body') });
  });
});

describe('an agency', () => {
  const police = as('boardMember', { teams: [], scope: 'none' });
  const schools = as('boardMember', { teams: [], scope: 'none' });
  const said = (body: string, step: string, shared: Readonly<Record<string, unknown>>, more: Partial<NewEntry['about'][number]> = {}) =>
    entry(step, '2026-03-31', [{ person: body, ...more }], { shared });
  const own = { kind: 'refused', message: expect.stringContaining('your own agency') };
  const done = { kind: 'appended' };
  const inNameOf = (agency: string): readonly (readonly [string, Readonly<Record<string, unknown>>])[] => [
    ['agencyData', { agency }],
    ['agencyAssessment', { agency }],
    ['agencyAssessmentChallenge', { by: agency }],
    ['bodyChallenge', { by: agency, whom: 'council' }],
  ];
  beforeAll(async () => {
    for (const body of [board, panel])
      expect(await say(manager, body, seatOf(schools.actor, body, '2025-01-06', {}, 'schools'))).toEqual(done);
    expect(await say(manager, board, seatOf(police.actor, board))).toEqual(done);
  });

  test('enters, judges and challenges in its own name alone, also in a panel of the board on which it sits; the business manager for all', async () => {
    for (const [session, mine, another] of [
      [police, 'police', 'schools'],
      [schools, 'schools', 'police'],
      [as('headOfService'), 'council', 'police'],
    ] as const)
      for (const body of [board, panel]) {
        for (const [step, shared] of inNameOf(mine)) expect(await say(session, body, said(body, step, shared)), step).toEqual(done);
        for (const [step, shared] of inNameOf(another)) expect(await say(session, body, said(body, step, shared)), step).toMatchObject(own);
      }
    for (const [step] of inNameOf('police')) expect(await say(police, board, said(board, step, {})), 'in nobody’s name').toMatchObject(own);
    for (const [step, shared] of inNameOf('probation')) expect(await say(manager, board, said(board, step, shared))).toEqual(done);
    expect(await record.speaksFor(police, panel)).toEqual(['police']);
    expect(await record.speaksFor(manager, panel)).toBeUndefined();
    for (const session of [as('boardMember'), { ...police, authority: 2 }]) expect(await record.speaksFor(session, board)).toEqual([]);
  });

  test('answers what it was asked, as the challenge stands, and nothing that another was', async () => {
    const challenge = said(board, 'bodyChallenge', { by: 'schools', whom: 'council' });
    expect(await say(schools, board, challenge)).toEqual(done);
    const answer = () => said(board, 'bodyChallengeAnswer', { challenge: challenge.entry, answer: 'Yes' });
    expect(await say(police, board, answer())).toMatchObject(own);
    expect(await say(schools, board, answer()), 'nor whoever asked').toMatchObject(own);
    const { position = 0 } = (await readAs(record, schools, board)).get(board)?.chain.find((line) => line.entry === challenge.entry) ?? {};
    const whom = said(board, 'bodyChallenge', { by: 'schools', whom: 'police' }, { corrects: position, reason: 'The police were meant' });
    expect(await say(schools, board, whom)).toEqual(done);
    expect(await say(police, board, answer())).toEqual(done);
    expect(await say(police, board, said(board, 'bodyChallengeAnswer', { challenge: randomUUID(), answer: 'x' }))).toMatchObject(own);
  });

  test('puts nothing of another’s right, strikes nothing of it out, and takes nothing of it for its own', async () => {
    const data = said(board, 'agencyData', { agency: 'schools' });
    expect(await say(schools, board, data)).toEqual(done);
    const { position = 0 } = (await readAs(record, schools, board)).get(board)?.chain.find((line) => line.entry === data.entry) ?? {};
    const right = { corrects: position, reason: 'Wrong' };
    for (const step of ['agencyData', 'bodyMeeting'])
      expect(await say(police, board, said(board, step, { agency: 'police' }, right)), step).toMatchObject({ kind: 'refused' });
    const struck = { ...right, tombstone: true };
    expect(await say(police, board, said(board, 'agencyData', {}, struck))).toMatchObject(own);
    expect(await say(schools, board, said(board, 'agencyData', {}, struck))).toEqual(done);
  });
});

test('what boards count of its area is told to who opens a body, as sums, and to nobody else', async () => {
  await addTeam(at.owner, { authority: 1, team, name: 'North 1', area: 'North' });
  const plan = entry('plan', '2026-01-05', [{ person: child }]);
  await record.append(as('teamManager'), [plan], await readAs(record, as('teamManager'), child));
  const [byTeams, byPostcode] = [randomUUID(), randomUUID()];
  for (const [file, shared] of [
    [byTeams, { from: '2025-01-06', teamsOf: 'North' }],
    [byPostcode, { from: '2025-01-06', area: 'OX1, OX2' }],
  ] as const) {
    await record.addFile(manager, { file, kind: 'body', title: 'Panel', subject: board });
    await record.append(manager, [entry('bodyConstitution', '2025-01-06', [{ person: file }], { shared })], new Map());
  }
  const told = await record.bodyFigures(ofPolice, byTeams, { planVisit: ['visit'] });
  expect(told).toContainEqual({ part: 'North', figure: 'plan', n: 1, among: 1 });
  expect(JSON.stringify(told)).not.toMatch(new RegExp(`${child}|Ada`));
  expect(await record.bodyFigures(ofPolice, byPostcode, {})).toContainEqual({ part: 'elsewhere', figure: 'plan', n: 1, among: 1 });
  for (const session of [ofSchools, as('teamManager'), { ...manager, authority: 2 }])
    expect(await record.bodyFigures(session, byTeams, {})).toEqual([]);
});

test('who sits on a body opens no child’s record, is told no name, and states nothing of a child', async () => {
  for (const session of [ofPolice, manager]) {
    expect((await record.open(session, [child], 'curious')).get(child)?.kind).toBe('unknown');
    expect(await record.search(session, 'Ada')).toEqual([]);
    expect((await record.named(session, [child])).size).toBe(0);
    expect(await record.list(session, {})).toEqual([]);
    const said = entry('action', '2026-03-02', [{ person: child }], { shared: { what: 'x' } });
    const asRead = await readAs(record, as('teamManager'), child);
    expect(await record.append(session, [said], asRead)).toEqual({ kind: 'refused', message: 'Your role records nothing of a child' });
  }
});
