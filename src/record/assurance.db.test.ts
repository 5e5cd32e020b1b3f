import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, dayInEngland, type LocalDate } from '../kernel/calendar/dates.ts';
import { idWithin } from '../practice/pathway.ts';
import { assuredAudits, assuredFigures, assuredQuestions } from './assurance.ts';
import type { Session } from './contract.ts';
import { freezeReport, frozenReport, frozenReports, type NewFrozenReport } from './frozen-reports.ts';
import { addMember, syncPermissions } from './members.ts';
import { as, begin, derivation, entry, fixture, otherTeam, readAs, team, type Fixture } from './record.fixture.ts';
import { createRecord } from './record.ts';
import { asOwnerOf } from './verify.ts';

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

it('says of how many days of the last three months a root should stand: from the first entry on, none of a day before it or of an authority without one', async () => {
  await state(begin(randomUUID()));
  const then = await settled();
  const early = `${addDays(today, -400)}T12:00:00.000Z`;
  const sealed = async (session: Session, instant: string) =>
    (await assuredFigures(at.app, session, [instant], asked)).filter(({ figure }) => figure === 'sealed').map(({ among }) => among);
  expect(await sealed(as('headOfService', { authority: 2 }), then)).toEqual([]);
  expect(await sealed(head, early)).toEqual([]);
  expect(await sealed(head, then)).toEqual([]);
  const aged = (days: number) =>
    asOwnerOf(at.owner, 1, (sql) =>
      sql.query(
        'update record.entry set recorded_at = now() - make_interval(days => $1) where entry = (select min(e.entry::text)::uuid from record.entry e)',
        [days],
      ),
    );
  await aged(40);
  expect(await sealed(head, await settled())).toEqual([39]);
  await aged(200);
  expect(await sealed(head, await settled())).toEqual([91]);
});

it('gives the text of each question', async () => {
  const questions = await assuredQuestions(at.app, head);
  expect(questions.map(({ question }) => question)).toEqual([
    'assured_audits',
    'assured_children',
    'assured_governance',
    'assured_learning',
    'assured_record',
    'assured_substance',
    'assured_supervision',
    'assured_workforce',
    'stated_in_files',
    'stated_then',
  ]);
  for (const { words } of questions.filter(({ question }) => question !== 'assured_audits')) expect(words).toContain('record.authority()');
});

it('a frozen report is kept as it was: for those who may see it, once, of a day that is over; nobody changes it or takes it away', async () => {
  const report = randomUUID();
  const madeWith = { authority: 'Norchester', letterhead: ['County Hall'], teams: [] };
  const bytes = Buffer.from('the file');
  const whole = {
    report,
    on: today,
    knownAt: await settled(),
    format: 'pdf',
    bytes,
    figures: 'f'.repeat(64),
    signedBy: 'A. Director',
    madeWith,
  } as const;
  const freeze = (session: Session, more: Partial<NewFrozenReport> = {}) => freezeReport(at.app, session, { ...whole, ...more });
  expect(await freeze(head)).toEqual({ kind: 'frozen' });
  expect(await freeze(head, { bytes: Buffer.from('another'), signedBy: 'Somebody else' })).toEqual({ kind: 'frozen' });
  const digest = createHash('sha256').update(bytes).digest('hex');
  expect(await frozenReports(at.app, head)).toMatchObject([{ report, on: today, digest, signedBy: 'A. Director', frozenBy: head.actor }]);
  expect(await frozenReport(at.app, head, report)).toMatchObject({ bytes, madeWith, knownAt: whole.knownAt });
  expect(await freeze(head, { report: randomUUID(), knownAt: '2099-01-01T00:00:00.000Z' })).toEqual({
    kind: 'refused',
    message: 'A report is frozen when its day is over: until then it changes',
  });
  for (const session of [as('teamManager', { scope: 'all' }), as('headOfService', { scope: 'teams' })])
    expect([
      await freeze(session, { report: randomUUID() }),
      await frozenReports(at.app, session),
      await frozenReport(at.app, session, report),
    ]).toEqual([{ kind: 'refused', message: 'Your role may not freeze an assurance report' }, [], undefined]);
  const elsewhere = as('headOfService', { authority: 2 });
  expect([await frozenReports(at.app, elsewhere), await frozenReport(at.app, elsewhere, report)]).toEqual([[], undefined]);
  const changes = [
    "update record.frozen_report set signed_by = 'x y z'",
    'delete from record.frozen_report',
    'truncate record.frozen_report',
  ];
  for (const statement of changes) {
    await expect(at.app.transaction(head, (sql) => sql.query(statement))).rejects.toThrow('permission denied');
    const asItsOwner = asOwnerOf(at.owner, 1, async (sql) => {
      await sql.query('set local role record_owner');
      await sql.query(statement);
    });
    await expect(asItsOwner).rejects.toThrow('permission denied');
  }
});

const grades = ['good', 'inadequate', 'inadequate'] as const;

it('audits are counted as they were known: grades that count, who was judged twice, what was looked at again; no child is named, and nobody else is told', async () => {
  const [auditor, second] = [as('headOfService'), as('headOfService', { actor: randomUUID() })];
  const inFiles = { record: ['headOfService'] as const, read: ['headOfService'] as const };
  await syncPermissions(
    at.owner,
    1,
    new Map([
      ['auditProgramme', { ...inFiles, file: 'auditProgramme' as const }],
      ['auditModeration', { ...inFiles, file: 'auditProgramme' as const }],
      ['caseFileAudit', { ...inFiles, file: 'caseAudit' as const }],
    ]),
  );
  const fileSteps = new Set(['auditProgramme', 'caseFileAudit']);
  const record = createRecord({ database: at.app, derivation: { ...derivation, fileSteps } });
  const programme = randomUUID();
  const children = [randomUUID(), randomUUID(), randomUUID()];
  const states = async (file: string, ...entries: Parameters<Fixture['record']['append']>[1]) =>
    expect(await record.append(auditor, entries, await readAs(record, auditor, file))).toEqual({ kind: 'appended' });
  const about = (file: string, answers: Readonly<Record<string, unknown>>, more = {}) => [{ person: file, answers, ...more }];
  await record.addFile(auditor, { file: programme, kind: 'auditProgramme', title: 'Audit' });
  const drawn = { decidedOn: today, population: 'onPlan', method: 'random', drawnFrom: 9, children: children.map((child) => ({ child })) };
  await states(programme, entry('auditProgramme', today, about(programme, drawn)));
  const begun = await settled();
  for (const one of [auditor, second]) {
    await addMember(at.owner, {
      authority: 1,
      member: one.actor,
      name: 'Auditor',
      email: `${one.actor}@example.org`,
      roles: ['headOfService'],
    });
    const file = idWithin(programme, one.actor, 0);
    await record.addFile(auditor, { file, kind: 'caseAudit', title: 'Audits', subject: one.actor });
    const standards = [{ standard: 'plan', verdict: 'disputed' }];
    await states(
      file,
      entry('caseFileAudit', today, about(file, { child: children[0], grade: one === second ? 'inadequate' : 'good', standards })),
    );
  }
  for (const [n, grade] of grades.entries())
    await states(programme, entry('auditModeration', today, about(programme, { child: children[n], grade })));
  const over = await settled();
  const better = about(programme, { child: children[1], grade: 'good' }, { corrects: 3, reason: 'a slip' });
  await states(programme, entry('auditModeration', today, better));
  const found = (instant: string, session: Session = head) => assuredAudits(at.app, session, instant);
  expect(await found(begun)).toMatchObject([{ drawnFrom: 9, drawn: 3, grades: {}, judged: [], standards: [] }]);
  const whole = { programme, decidedOn: today, population: 'onPlan', method: 'random', drawnFrom: 9, drawn: 3, moderatedOn: today };
  const twice = { judged: [['good', 'inadequate']], standards: [['plan', 'disputed', 2]] };
  expect(await found(over)).toEqual([{ ...whole, ...twice, grades: { good: 1, inadequate: 2 } }]);
  expect(await found(await settled())).toEqual([{ ...whole, ...twice, grades: { good: 2, inadequate: 1 } }]);
  for (const session of [as('teamManager', { scope: 'teams' }), as('headOfService', { authority: 2 })])
    expect(await found(over, session)).toEqual([]);
});

it('how many there are to do the work is counted of the whole service, as known at an instant: posts, agency, who left, who is away sick, teams too large', async () => {
  const both = { record: ['headOfService'] as const, read: ['headOfService'] as const };
  const [ofRegister, ofStaff] = [
    ['teamPosts', 'caseloadStandard'],
    ['employment', 'employmentEnd', 'staffAbsence', 'staffAbsenceEnd'],
  ];
  const inFiles = (file: 'workforce' | 'staff', steps: readonly string[]) => steps.map((step) => [step, { ...both, file }] as const);
  const may = [...inFiles('workforce', ofRegister), ...inFiles('staff', ofStaff)];
  await syncPermissions(at.owner, 1, new Map(may));
  await addMember(at.owner, {
    authority: 1,
    member: head.actor,
    name: 'Head',
    email: `${head.actor}@example.org`,
    roles: ['headOfService'],
  });
  const record = createRecord({ database: at.app, derivation: { ...derivation, fileSteps: new Set([...ofRegister, ...ofStaff]) } });
  const states = async (one: ReturnType<typeof entry>) =>
    expect(await record.append(head, [one], await readAs(record, head, one.about[0]?.person ?? ''))).toEqual({ kind: 'appended' });
  const said = (file: string, answers: Readonly<Record<string, unknown>>) => [{ person: file, answers }];
  const register = idWithin('the workforce', 'workforce', 0);
  await record.addFile(head, { file: register, kind: 'workforce', title: 'Posts' });
  await states(entry('teamPosts', addDays(today, -400), said(register, { team, posts: [{ grade: 'socialWorker', fte: 5 }] })));
  const employ = async (answers: Readonly<Record<string, unknown>>): Promise<string> => {
    const [file, member] = [randomUUID(), randomUUID()];
    await addMember(at.owner, { authority: 1, member, name: 'One', email: `${member}@example.org`, roles: ['socialWorker'] });
    await record.addFile(head, { file, kind: 'staff', title: 'Staff file', subject: member });
    const whole = { contract: 'permanent', team, hours: 37, grade: 'socialWorker', ...answers };
    await states(entry('employment', addDays(today, -300), said(file, whole)));
    return file;
  };
  const [, half, sick, , gone] = [
    await employ({}),
    await employ({ hours: 18.5 }),
    await employ({}),
    await employ({ contract: 'agency' }),
    await employ({}),
  ];
  const before = await settled();
  await states(entry('staffAbsence', addDays(today, -8), said(sick, { reason: 'SIC' })));
  await states(entry('staffAbsence', addDays(today, -30), said(half, { reason: 'SIC' })));
  await states(entry('staffAbsenceEnd', addDays(today, -20), said(half, {})));
  await states(entry('employmentEnd', addDays(today, -5), said(gone, { reason: '1' })));
  await states(entry('caseloadStandard', addDays(today, -4), said(register, { span: 3, fullTimeHours: 37 })));
  const figures = ['postsFilled', 'employedHere', 'stayed', 'atWork', 'spanKept'];
  const then = await figuresAt(before);
  expect(figures.map((one) => then(one)[0])).toEqual([
    [4, 5, 0],
    [4, 5, 0],
    [4, 4, 0],
    [4, 4, 0],
    [1, 1, 0],
  ]);
  const after = await settled();
  const now = await figuresAt(after);
  expect(figures.map((one) => now(one)[0])).toEqual([
    [3, 5, 0],
    [3, 4, 0],
    [3, 4, 0],
    [2, 3, 0],
    [0, 1, 0],
  ]);
  for (const session of [as('teamManager', { scope: 'teams' }), as('headOfService', { authority: 2 })]) {
    const elsewhere = await figuresAt(after, session);
    expect(figures.flatMap((one) => elsewhere(one)).filter(([, among]) => among !== 0)).toEqual([]);
  }
});

it('what was found is counted: looked at again and better, answered in time, supervision held or put off', async () => {
  const both = { record: ['socialWorker'] as const, read: ['socialWorker'] as const };
  await syncPermissions(at.owner, 1, new Map(['begin', 'caseFileAuditOutcome', 'staffSupervision'].map((step) => [step, both])));
  const [better, still] = [randomUUID(), randomUUID()];
  const outcome = (person: string, on: LocalDate, grade: string) => entry('caseFileAuditOutcome', on, [{ person, answers: { grade } }]);
  const supervisions = [true, true, false].map((held, n) =>
    entry('staffSupervision', addDays(today, -n), [{ person: better, answers: { held } }]),
  );
  const looked = [outcome(better, addDays(today, -90), 'inadequate'), outcome(better, addDays(today, -2), 'good')];
  await state(begin(better), ...looked, ...supervisions);
  await state(begin(still), outcome(still, addDays(today, -90), 'inadequate'), outcome(still, addDays(today, -2), 'requiresImprovement'));
  const now = await figuresAt(await settled());
  expect([now('auditChanged', team), now('supervisionHeld')]).toEqual([[[1, 2, 0]], [[2, 3, 0]]]);
});

it('whether bodies met, answered and did what was agreed is counted of a year; and who has read a chapter, of those who work with children', async () => {
  const here = { record: ['headOfService'] as const, read: ['headOfService'] as const };
  await syncPermissions(
    at.owner,
    1,
    new Map([
      ['bodyConstitution', { ...here, file: 'body' as const }],
      ['procedureRead', { ...here, file: 'procedures' as const }],
    ]),
  );
  const limit = (rule: string, dueOn: LocalDate, metOn?: LocalDate) => ({
    rule,
    version: '1',
    startedBy: randomUUID(),
    startedOn: addDays(today, -400),
    dueOn,
    notInSource: false,
    ...(metOn === undefined ? {} : { metOn, metBy: randomUUID() }),
  });
  const limits = [
    limit('bodyMeeting', addDays(today, -100), addDays(today, -101)),
    limit('bodyMeeting', addDays(today, -10)),
    limit('bodyMeeting', addDays(today, 20)),
    limit('bodyMeeting', addDays(today, -380)),
    limit('bodyChallenge', addDays(today, -30), addDays(today, -29)),
    limit('localIssue', addDays(today, -30), addDays(today, -30)),
    limit('actionDue', addDays(today, -5)),
  ];
  const record = createRecord({
    database: at.app,
    derivation: {
      ...derivation,
      fileSteps: new Set(['bodyConstitution', 'procedureRead']),
      clocks: (history) => (history.some(({ step }) => step === 'bodyConstitution') ? limits : []),
    },
  });
  const [body, manual] = [randomUUID(), randomUUID()];
  await record.addFile(head, { file: body, kind: 'body', title: 'The partners' });
  await record.addFile(head, { file: manual, kind: 'procedures', title: 'The manual' });
  const states = async (file: string, step: string, on: LocalDate) =>
    expect(await record.append(head, [entry(step, on, [{ person: file }])], await readAs(record, head, file))).toEqual({
      kind: 'appended',
    });
  await states(body, 'bodyConstitution', addDays(today, -400));
  const member = (id: string, roles: readonly ['headOfService' | 'boardMember']) =>
    addMember(at.owner, { authority: 1, member: id, name: 'Somebody', email: `${id}@example.org`, roles });
  await member(head.actor, ['headOfService']);
  await member(randomUUID(), ['boardMember']);
  const [[, staff] = [0, 0]] = (await figuresAt(await settled()))('manualRead');
  await states(manual, 'procedureRead', addDays(today, -370));
  const before = await settled();
  await states(manual, 'procedureRead', addDays(today, -3));
  const now = await figuresAt(await settled());
  expect([now('bodiesMet'), now('bodyAnswers'), now('bodyActions')]).toEqual([[[1, 2, 0]], [[1, 2, 0]], [[0, 1, 0]]]);
  expect([(await figuresAt(before))('manualRead'), now('manualRead')]).toEqual([[[0, staff, 0]], [[1, staff, 0]]]);
});
