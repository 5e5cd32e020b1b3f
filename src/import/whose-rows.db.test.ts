import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Session } from '../record/contract.ts';
import { identityQuestions, keptRows } from '../record/kept-rows.ts';
import { verify } from '../record/verify.ts';
import { importing, type Importing } from './importing.fixture.ts';
import { decisionIn } from './intake/recognition.ts';
import { acceptSuggestions } from './repair.ts';
import { decideWhose, takeDecisionBack } from './whose-rows.ts';

/* One database for all; each test has an authority of its own. */
let at: Importing;
let fresh: Importing['fresh'];
let importer: Importing['importer'];
let session: Session;
let practitioner: Session;
let stranger: Session;
beforeAll(async () => {
  at = await importing();
  ({ fresh, importer } = at);
});
afterAll(() => at.end());
beforeEach(async () => {
  session = await at.anAuthority();
  practitioner = { authority: session.authority, actor: randomUUID(), roles: ['headOfService'], teams: [], scope: 'all' };
  stranger = { ...session, authority: session.authority + 1_000 };
});

const census = (id: string, upn: string, bornOn = '2019-05-14', sex = 'F') =>
  at.load(
    {
      'census.xml': `<Message><Header><Collection>CIN</Collection><Year>2025</Year></Header><Children><Child><ChildIdentifiers><LAchildID>${id}</LAchildID>
<UPN>${upn}</UPN><PersonBirthDate>${bornOn}</PersonBirthDate><Sex>${sex}</Sex></ChildIdentifiers><ChildCharacteristics><Ethnicity>APKN</Ethnicity></ChildCharacteristics>
<CINdetails><CINreferralDate>2024-04-07</CINreferralDate><ReferralSource>1A</ReferralSource></CINdetails></Child></Children></Message>`,
    },
    { session },
  );

const lookedAfter = (id: string, upn: string, bornOn = '14/05/2019', { year = 2025, ended = '' } = {}) =>
  at.load(
    {
      'a.csv': `CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n${id},F,${bornOn},APKN,${upn},,\n`,
      'b.csv': `CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n${id},02/06/2024,S,C1,N1,U6,PR1,${ended}${ended === '' ? ',' : ',E4A'},,OX1 1ND,OX4 2QQ,SC123456\n`,
    },
    { session, year },
  );

async function recordOf(person: string) {
  const { record } = importer;
  const opening = (await record.open(practitioner, [person], 'test')).get(person);
  if (opening?.kind !== 'opened') throw new Error('not opened');
  const read = (await record.readMany([opening.record])).get(person);
  if (read === undefined) throw new Error('not read');
  return read;
}

const personOf = async (kind: string, value: string) =>
  (await importer.record.claimants(session, [{ kind, value }])).get(`${kind} ${value}`)?.[0] ?? 'nobody';

/** What stands of a child, as every page, list and clock would show it. */
async function asItStands(person: string) {
  const { history, standing, clocks } = await recordOf(person);
  return { history: history.map(({ corrections: _corrections, ...one }) => one), standing, clocks };
}

const theQuestion = async () => {
  const [question, ...more] = await identityQuestions(fresh.app, session);
  if (question === undefined || more.length > 0) throw new Error(`${more.length + (question === undefined ? 0 : 1)} questions`);
  return question;
};

/** The decision that it is another child, as a form of its own would send it. */
const another = (reason: string, decision = randomUUID()) => ({ choice: { kind: 'different' }, reason, decision }) as const;

const asSent = randomUUID();
const sameAs = (person: string) => ({ choice: { kind: 'same', person }, reason: 'The school says so', decision: randomUUID() }) as const;

/** Takes back whatever decision stands. */
async function takeBack(reason: string, meant?: string) {
  const question = await theQuestion();
  const { history } = await recordOf(question.decidedFor ?? '');
  const standing = decisionIn({ history }, question.kind, question.child)?.entry ?? '';
  return takeDecisionBack(importer, session, question, { decision: meant ?? standing, reason });
}

const runsNow = async () =>
  (
    await fresh.owner.pool.query<{ name: string; state: string; message: string | null }>(
      "select file_name as name, state, message from record.import_run where kind = 'identity' and authority = $1 order by begun_at",
      [session.authority],
    )
  ).rows;

it('a child of both files with the same identifiers, birthday and sex is one person, whichever file came first', async () => {
  await census('100234', 'A123456789123');
  expect(await lookedAfter('100234', 'A123456789123')).toMatchObject({ newChildren: 0, refusedChildren: 0, stated: 3 });
  expect(await lookedAfter('555', 'A123456789123')).toMatchObject({ newChildren: 0, problems: { note: 1 } });
  expect(await identityQuestions(fresh.app, session)).toEqual([]);
  await lookedAfter('777777', 'B123456789123', '01/01/2018');
  expect(await census('777777', 'B123456789123', '2018-01-01')).toMatchObject({ newChildren: 0, refusedChildren: 0, stated: 2 });
});

it.each([
  ['the identifier is that of a child born on another day', '100234', 'B123456789123', '15/05/2019'],
  ['the pupil number is that of a child born on another day', '999999', 'A123456789123', '15/05/2019'],
  ['an identifier is one slip of the keyboard away', '100243', 'B123456789123', '14/05/2019'],
  ['a pupil number is one slip of the keyboard away', '999999', 'A123456789132', '14/05/2019'],
])('%s: nothing is taken, the rows wait and a person is asked', async (_name, id, upn, bornOn) => {
  await census('100234', 'A123456789123');
  const person = await personOf('LAchildID', '100234');
  const before = await asItStands(person);
  expect(await lookedAfter(id, upn, bornOn)).toMatchObject({ newChildren: 0, refusedChildren: 1, stated: 0, problems: { waiting: 1 } });
  expect(await theQuestion()).toMatchObject({ kind: 'ssda903', child: id, candidates: [person], decidedFor: null });
  expect(await asItStands(person)).toEqual(before);
  expect(await lookedAfter(id, upn, bornOn)).toMatchObject({ stated: 0, problems: { waiting: 1 } });
  await theQuestion();
});

it('twins with consecutive numbers in one kind of file are two children, and nobody is asked', async () => {
  await census('100234', 'A123456789123');
  expect(await census('100235', 'B123456789123')).toMatchObject({ newChildren: 1, refusedChildren: 0, problems: { waiting: 0 } });
  expect(await lookedAfter('100235', 'B123456789123')).toMatchObject({ newChildren: 0, refusedChildren: 0 });
  expect(await lookedAfter('100234', 'A123456789123')).toMatchObject({ newChildren: 0, refusedChildren: 0 });
  expect(await identityQuestions(fresh.app, session)).toEqual([]);
});

it('only an administrator of the authority is shown the queue and the rows', async () => {
  await census('100234', 'A123456789123');
  const { run } = await lookedAfter('100243', 'B123456789123');
  const question = await theQuestion();
  for (const other of [practitioner, stranger, { ...session, roles: ['performanceAnalyst'] as const }]) {
    expect(await identityQuestions(fresh.app, other)).toEqual([]);
    expect(await keptRows(fresh.app, other, { run })).toEqual([]);
  }
  await expect(decideWhose(importer, practitioner, question, another('x'))).resolves.toMatchObject({ kind: 'refused' });
  expect((await theQuestion()).decidedFor).toBeNull();
});

it('the same child: the rows are taken into the record; taken back, the record stands as before and the rows wait again', async () => {
  await census('100234', 'A123456789123');
  const person = await personOf('LAchildID', '100234');
  const before = await asItStands(person);
  await lookedAfter('100243', 'B123456789123');
  const same = () => ({ choice: { kind: 'same', person }, reason: 'The school confirmed it', decision: randomUUID() }) as const;
  const decided = same();
  expect(await decideWhose(importer, session, await theQuestion(), { ...decided, reason: ' ' })).toMatchObject({ kind: 'refused' });
  expect(await decideWhose(importer, session, await theQuestion(), decided)).toEqual({ kind: 'done', person });
  const joined = await asItStands(person);
  expect(joined.history.map(({ step }) => step)).toEqual(
    expect.arrayContaining(['referral', 'periodOfCare', 'placement', 'identityDecision']),
  );
  expect(joined.standing.lookedAfterSince).toBe('2024-06-02');
  expect(await decideWhose(importer, session, await theQuestion(), same())).toMatchObject({ kind: 'refused' });

  // A file that is loaded later follows the decision, and says nothing twice.
  expect(await lookedAfter('100243', 'B123456789123')).toMatchObject({ stated: 0, corrected: 0, refusedChildren: 0 });
  expect(await lookedAfter('100243', 'B123456789123', '14/05/2019', { year: 2026, ended: '01/10/2025' })).toMatchObject({ stated: 1 });
  expect((await asItStands(person)).standing.lookedAfterSince).toBeUndefined();

  expect(await takeBack('')).toMatchObject({ kind: 'refused' });
  expect(await takeBack('It was the cousin')).toEqual({ kind: 'done', person });
  expect(await asItStands(person)).toEqual(before);
  expect(await personOf('UPN', 'B123456789123')).toBe('nobody');
  const { chain } = await recordOf(person);
  expect(chain.filter(({ tombstone }) => tombstone).length).toBeGreaterThan(3);
  expect((await theQuestion()).decidedFor).toBeNull();

  // Decided the other way, all that both files gave goes to a child of its own.
  const other = await decideWhose(importer, session, await theQuestion(), another('It was the cousin'));
  if (other.kind === 'refused') throw new Error(other.message);
  expect(other.person).not.toBe(person);
  expect(await asItStands(person)).toEqual(before);
  expect((await asItStands(other.person)).history.map(({ step }) => step).toSorted()).toEqual([
    'identityDecision',
    'periodOfCare',
    'periodOfCareEnd',
    'personDetails',
    'placement',
  ]);
  // And the first way again: what was struck out before is stated anew.
  await takeBack('The school was right');
  expect(await decideWhose(importer, session, await theQuestion(), decided)).toMatchObject({ kind: 'refused' }); // a form of before, sent again
  expect(await decideWhose(importer, session, await theQuestion(), same())).toEqual({ kind: 'done', person });
  const stepsOf = ({ history }: Awaited<ReturnType<typeof asItStands>>) => history.map(({ step }) => step).toSorted();
  expect(stepsOf(await asItStands(person))).toEqual([...stepsOf(joined), 'periodOfCareEnd'].toSorted());
  expect((await asItStands(other.person)).history).toEqual([]);
  expect((await verify(fresh.owner, session.authority)).broken).toBeUndefined();
});

it('two children: a record of its own, found again by the next file, also where the identifier is the other child’s', async () => {
  await census('100234', 'A123456789123');
  const person = await personOf('LAchildID', '100234');
  const before = await asItStands(person);
  await lookedAfter('100234', 'B123456789123', '15/05/2019');
  const decided = await decideWhose(importer, session, await theQuestion(), another('Seen both'));
  if (decided.kind === 'refused') throw new Error(decided.message);
  expect(await asItStands(person)).toEqual(before);
  expect(await lookedAfter('100234', 'B123456789123', '15/05/2019')).toMatchObject({ stated: 0, corrected: 0, problems: { waiting: 0 } });
  expect(await census('100234', 'A123456789123')).toMatchObject({ stated: 0, corrected: 0, problems: { waiting: 0 } });
  expect(await takeBack('One child after all')).toMatchObject({ kind: 'done' });
  expect((await asItStands(decided.person)).history).toEqual([]);
  expect(await asItStands(person)).toEqual(before);
});

/** By hand, and by mistake: the child now has another child's number too. */
async function givenByMistake(person: string, laChildId: string): Promise<void> {
  const known = await recordOf(person);
  const details = known.history.find(({ answers }) => answers['laChildId'] !== undefined);
  if (details === undefined) throw new Error('no details');
  const about = [{ person, answers: { ...details.answers, laChildId }, corrects: details.position, reason: 'Mistyped' }];
  const said = { entry: randomUUID(), step: details.step, wording: '00ff', happenedOn: details.happenedOn, shared: {}, about };
  expect(await importer.record.append({ ...practitioner, roles: ['socialWorker'] }, [said], new Map([[person, known]]))).toEqual({
    kind: 'appended',
  });
}

it('a number that two records have: the rows wait, and a person is asked which of both', async () => {
  await census('100234', 'A123456789123');
  await census('100777', 'B123456789123', '2018-01-01');
  const [one, other] = [await personOf('LAchildID', '100234'), await personOf('LAchildID', '100777')];
  await givenByMistake(other, '100234');
  expect(await personOf('LAchildID', '100777')).toBe('nobody');
  expect(await personOf('LAchildID', '100234')).toBe(one);
  expect(await lookedAfter('100234', 'A123456789123')).toMatchObject({ newChildren: 0, stated: 0, problems: { waiting: 1 } });
  expect(await theQuestion()).toMatchObject({ child: '100234', candidates: [one, other] });
  await givenByMistake(one, '100778');
  expect(await personOf('LAchildID', '100234')).toBe(other);
});

it('a form that is sent again is the same decision; a form of before never takes the decision of another back', async () => {
  await census('100234', 'A123456789123');
  const person = await personOf('LAchildID', '100234');
  await lookedAfter('100243', 'B123456789123');
  const asOpened = await theQuestion();
  const same = { choice: { kind: 'same', person }, reason: 'The school confirmed it', decision: randomUUID() } as const;
  expect(await decideWhose(importer, session, asOpened, same)).toEqual({ kind: 'done', person });
  const joined = await asItStands(person);
  expect(await decideWhose(importer, session, asOpened, same)).toEqual({ kind: 'done', person });
  expect(await decideWhose(importer, session, asOpened, another('Twins'))).toMatchObject({
    kind: 'refused',
    message: expect.stringMatching(/meanwhile/),
  });
  expect(await takeBack('It was the cousin', randomUUID())).toMatchObject({
    kind: 'refused',
    message: expect.stringMatching(/Another decision/),
  });
  expect(await asItStands(person)).toEqual(joined);
  expect(await takeBack('It was the cousin')).toMatchObject({ kind: 'done' });
  const again = { decision: same.decision, reason: 'It was the cousin' };
  expect(await takeDecisionBack(importer, session, await theQuestion(), again)).toMatchObject({
    kind: 'refused',
    message: expect.stringMatching(/no longer stands/),
  });
  expect((await runsNow()).map(({ state }) => state)).toEqual(['finished', 'finished', 'stopped', 'stopped', 'finished']);
  for (const { name, message } of await runsNow()) expect(`${name} ${message}`).not.toMatch(/\d/);
});

it.each([
  ['both for another child', () => [another('Twins'), another('Twins, the mother says')]],
  ['one and the same form', () => [another('Twins', asSent), another('Twins', asSent)]],
  ['one for the record, one for another child', (person: string) => [sameAs(person), another('Twins')]],
])('two decisions at one moment, %s: one stands, and there is one record of the child', async (_name, deciding) => {
  await census('100234', 'A123456789123');
  const before = await personOf('LAchildID', '100234');
  await lookedAfter('100243', 'B123456789123');
  const question = await theQuestion();
  const people = async () =>
    (await fresh.owner.pool.query('select person from record.head where position > 0 and authority = $1', [session.authority])).rows.length;
  const ended = await Promise.all(deciding(before).map((one) => decideWhose(importer, session, question, one)));
  const done = ended.flatMap((one) => (one.kind === 'done' ? [one.person] : []));
  expect(new Set(done)).toEqual(new Set([(await theQuestion()).decidedFor]));
  expect(await people()).toBe(done[0] === before ? 1 : 2);
  const decisions = "select from record.entry where step = 'identityDecision' and authority = $1";
  expect((await fresh.owner.pool.query(decisions, [session.authority])).rows).toHaveLength(1);
});

it('a question that another process is deciding is left to it', async () => {
  await census('100234', 'A123456789123');
  await lookedAfter('100243', 'B123456789123');
  const question = await theQuestion();
  await fresh.owner.transaction(session, async (sql) => {
    await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${session.authority} ${question.question}`]);
    expect(await decideWhose(importer, session, question, another('Twins'))).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(/at this moment/),
    });
  });
  expect(await decideWhose(importer, session, question, another('Twins'))).toMatchObject({ kind: 'done' });
});

const birthsRead = async (run: string) => {
  const accepted = await acceptSuggestions(importer, session, run, { field: 'DOB', writing: 'two-digits' });
  if (accepted.kind === 'refused') throw new Error(accepted.message);
  return accepted.result;
};

it('a birth that cannot be read says nothing of who the child is: no row is taken into the record until it is put right', async () => {
  await census('100234', 'A123456789123');
  const person = await personOf('LAchildID', '100234');
  const before = await asItStands(person);
  const { run, ...taken } = await lookedAfter('100234', 'A123456789123', '15/05/18');
  expect(taken).toMatchObject({ newChildren: 0, refusedChildren: 1, stated: 0 });
  expect(await asItStands(person)).toEqual(before);
  expect(await identityQuestions(fresh.app, session)).toEqual([]);
  // Read as it is meant, it is another child's birthday: a question, as it would have been at once.
  expect(await birthsRead(run)).toMatchObject({ stated: 0, problems: { waiting: 1 } });
  expect(await theQuestion()).toMatchObject({ child: '100234', candidates: [person] });
  expect(await asItStands(person)).toEqual(before);
});

it('a birth that cannot be read, put right to the child’s own: what the whole date would have given', async () => {
  await census('100234', 'A123456789123');
  const { run } = await lookedAfter('100234', 'A123456789123', '14/05/19');
  expect(await birthsRead(run)).toMatchObject({ newChildren: 0, refusedChildren: 0, stated: 3 });
  expect(await identityQuestions(fresh.app, session)).toEqual([]);
  // This source has said the birth: it may say it once in a way that cannot be read, and be understood.
  expect(await lookedAfter('100234', 'A123456789123', '14/05/19', { year: 2026, ended: '01/10/2025' })).toMatchObject({
    refusedChildren: 0,
    stated: 1,
  });
});

it('a source that never said the birth of a child does not correct it, but asks', async () => {
  const { run } = await lookedAfter('100234', 'A123456789123', '15/05/18');
  await census('100234', 'A123456789123');
  const person = await personOf('LAchildID', '100234');
  const before = await asItStands(person);
  expect(await birthsRead(run)).toMatchObject({ stated: 0, corrected: 0, problems: { waiting: 1 } });
  expect(await asItStands(person)).toEqual(before);
});
