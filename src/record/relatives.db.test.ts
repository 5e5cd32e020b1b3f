import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { practitioners, type Permissions } from '../kernel/step/permission.ts';
import type { NewEntry, Session } from './contract.ts';
import { syncPermissions } from './members.ts';
import { as, begin, derivation, entry, fixture, openedBy, readAs, type Fixture } from './record.fixture.ts';
import { createRecord, type WholeRecord } from './record.ts';

let at: Fixture;
let record: WholeRecord;
beforeAll(async () => {
  at = await fixture();
  const record_ = ['begin', 'visit', 'relationship', 'household'].map(
    (step) => [step, { record: ['socialWorker'], read: practitioners }] as const,
  );
  for (const authority of [1, 2]) await syncPermissions(at.owner, authority, new Map(record_));
  record = createRecord({
    database: at.app,
    derivation: {
      ...derivation,
      standing: (history) => {
        const family = history.find(({ answers }) => typeof answers['family'] === 'string')?.answers['family'];
        return { ...derivation.standing(history), ...(typeof family === 'string' ? { family } : {}) };
      },
    },
  });
});
afterAll(() => at.drop());

const worker = as('socialWorker');
const manager = as('teamManager');

async function say(...entries: readonly NewEntry[]): Promise<void> {
  const people = [...new Set(entries.flatMap(({ about }) => about.map(({ person }) => person)))];
  const known = await readAs(record, worker, ...people);
  expect(await record.append(worker, entries, known)).toEqual({ kind: 'appended' });
}

async function person(name: string, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const id = randomUUID();
  await say(begin(id, { name, ...more }));
  return id;
}

/** `b` is `a`'s `bond`, and `a` is `b`'s `inverse`. */
const related = (a: string, bond: string, b: string, inverse: string): NewEntry =>
  entry('relationship', '2026-02-01', [
    { person: a, answers: { relative: b, bond } },
    { person: b, answers: { relative: a, bond: inverse } },
  ]);

async function seen(session: Session, who: string, knownAt?: string) {
  const opened = await openedBy(record, session, who);
  return (await record.relatives(opened, knownAt)).map(({ person: one, standing, restricted, ring, distance }) => ({
    person: one,
    distance,
    name: restricted ? `ring ${ring}` : standing?.name,
  }));
}
const names = async (session: Session, who: string, knownAt?: string) => (await seen(session, who, knownAt)).map(({ name }) => name);

describe('the family of one opened person', () => {
  it('is who is stated of them, of those, and of those again: no further', async () => {
    const [child, mother, grandmother, great, further] = [
      await person('Amira'),
      await person('Saira'),
      await person('Nasreen'),
      await person('Zainab'),
      await person('Hafsa'),
    ];
    await say(related(child, 'mother', mother, 'child'));
    await say(related(mother, 'mother', grandmother, 'child'));
    await say(related(grandmother, 'mother', great, 'child'));
    await say(related(great, 'mother', further, 'child'));
    expect(await seen(worker, child)).toEqual([
      { person: child, distance: 0, name: 'Amira' },
      { person: mother, distance: 1, name: 'Saira' },
      { person: grandmother, distance: 2, name: 'Nasreen' },
      { person: great, distance: 3, name: 'Zainab' },
    ]);
  });

  it('holds whoever shares the reference of the family, and nobody of another', async () => {
    const [a, b] = [await person('Ada', { family: 'F1' }), await person('Ben', { family: 'F1' })];
    await person('Cleo', { family: 'F2' });
    expect((await seen(worker, a)).map((one) => one.person)).toEqual([a, b]);
  });

  it('is told only of a record that was opened, to practitioners of this authority', async () => {
    const [child, mother] = [await person('Amira'), await person('Saira')];
    await say(related(child, 'mother', mother, 'child'));
    const unopened = await at.app.transaction(worker, (sql) => sql.query('select from record.relatives($1, null)', [child]));
    expect(unopened.rowCount).toBe(0);
    for (const session of [as('performanceAnalyst'), as('administrator'), as('socialWorker', { authority: 2 })]) {
      const asked = { ...session, opened: [child] };
      for (const sql of ['select from record.relatives($1, null)', 'select from record.named(array[$1]::uuid[], null)'])
        expect((await at.app.transaction(asked, (client) => client.query(sql, [child]))).rowCount, sql).toBe(0);
    }
    await expect(
      at.app.transaction(worker, (sql) => sql.query('select record.kin_statements(array[$1]::uuid[], null)', [child])),
    ).rejects.toThrow(/permission denied/);
    expect(await names(manager, child)).toEqual(['Amira', 'Saira']);
  });

  it('names no restricted person, nor whom they lead to, except to those named for them', async () => {
    const [child, brother, hisFather] = [await person('Amira'), await person('Hidden Brother'), await person('Hidden Father')];
    const before = new Date().toISOString();
    const half = related(child, 'halfSibling', brother, 'halfSibling');
    await say({ ...half, shared: { source: 'Hidden words for both' } }, related(brother, 'father', hisFather, 'child'));
    const then = new Date().toISOString();
    const reader = as('socialWorker');
    await record.restrict(manager, brother, { readers: [reader.actor], ring: 'Adoption', reason: 'placed for adoption' });
    expect(await names(worker, child)).toEqual(['Amira', 'ring Adoption']);
    expect(await names(manager, child)).toEqual(['Amira', 'ring Adoption']);
    expect(await names(worker, child, then)).toEqual(['Amira', 'ring Adoption']);
    expect(await names(worker, child, before)).toEqual(['Amira']);
    expect(await names(reader, child)).toEqual(['Amira', 'Hidden Brother', 'Hidden Father']);
    const told = JSON.stringify(await record.relatives(await openedBy(record, worker, child, 'visit')));
    expect(told).not.toMatch(/Hidden/);
    expect((await record.named(worker, [brother, hisFather])).get(brother)).toEqual({
      person: brother,
      restricted: true,
      ring: 'Adoption',
    });
    expect((await record.named(reader, [brother])).get(brother)?.standing?.name).toBe('Hidden Brother');
    expect((await record.named(as('headOfService', { authority: 2 }), [brother, hisFather])).size).toBe(0);
    const texts = [
      'Hídden’s school rang.',
      'Her brother was out.',
      'HIDDEN BROTHER',
      'Hiddenham Road',
      'Hidden Father came.',
      'Amira came.',
    ];
    const lookedFor = async (session: Session) => [...(await record.restrictedNamesIn(await openedBy(record, session, child), texts))];
    expect(await lookedFor(worker), 'of what is written where they are named').toEqual([0, 2, 4]);
    expect(await lookedFor(reader)).toEqual([]);
    const log = "select question, children from record.list_log where actor = $1 and question ? 'restrictedNamesIn'";
    const { rows: asked } = await at.owner.pool.query(log, [worker.actor]);
    expect(asked).toEqual([{ question: { restrictedNamesIn: child, texts: 6 }, children: 3 }]);
    const many = Array.from({ length: 10_002 }, (_, n) => (n % 5_000 === 1 ? 'Hidden' : 'She came.'));
    const inMany = await record.restrictedNamesIn(await openedBy(record, worker, child), many);
    expect([...inMany], 'of a record of many years').toEqual([1, 5_001, 10_001]);
    const head = as('headOfService');
    await record.breakGlass(head, brother, 'to lift it');
    await record.lift(head, brother, 'over');
    expect(await names(worker, child)).toEqual(['Amira', 'Hidden Brother', 'Hidden Father']);
  });

  /** A child with a restricted sister of that name; another one's name may be told. */
  async function besideRestricted(name: string, more: Readonly<Record<string, unknown>> = {}) {
    const [child, mother, sister] = [await person('Amira Rahman'), await person('Saira Rahman-Quaye'), await person(name, more)];
    await say(related(child, 'mother', mother, 'child'), related(child, 'sibling', sister, 'sibling'));
    return { child, sister };
  }
  const restrict = async (who: string) =>
    record.restrict(manager, who, { readers: [as('socialWorker').actor], ring: 'Adoption', reason: 'placed for adoption' });
  const namedIn = async (session: Session, child: string, texts: readonly string[]) =>
    [...(await record.restrictedNamesIn(await openedBy(record, session, child), texts))].map((n) => texts[n]);

  it('finds a restricted person in what is written by every word of every name that the record ever held, and by short names, as words', async () => {
    const { child, sister } = await besideRestricted('Katarzyna Zolkiewska-Young');
    const known = await readAs(record, worker, sister);
    const corrected = { person: sister, corrects: 1, reason: 'misspelt', answers: { name: 'Katarzyna Żółkiewska-McDonagh Quaye' } };
    expect(await record.append(worker, [entry('begin', '2026-01-01', [corrected])], known)).toEqual({ kind: 'appended' });
    await restrict(sister);
    const naming = [
      'KATARZYNA was out.',
      'katarzyna’s school',
      'Kasia rang.',
      'We saw KASIA’S shoes.',
      'Kate too.',
      'The Zolkiewskas came.',
      'Miss Żółkiewska came.',
      'Mrs Mc Donagh came.',
      'mcdonagh said so, not her mother',
      'Ms Young said so.',
      'Katarzyna\nZolkiewska Young',
      'KatarzynaŻółkiewska-McDonagh',
    ];
    const others = [
      'She is young for it.',
      'Youngest of all.',
      'Amira Rahman came.',
      'Mrs Quaye came.',
      'kate',
      'Katastrophe',
      'Catalina came.',
    ];
    // A hurried note without capitals says names without capitals.
    expect(await namedIn(worker, child, [...naming, ...others])).toEqual([...naming, 'kate']);
    expect(await namedIn(as('socialWorker', { authority: 2 }), child, naming).catch(() => [])).toEqual([]);
    const asked = { ...as('performanceAnalyst'), opened: [child] };
    const look = 'select * from record.restricted_names_in($1, $2, $3)';
    expect((await at.app.transaction(asked, (sql) => sql.query(look, [child, naming, '{}']))).rowCount).toBe(0);
    expect((await at.app.transaction(worker, (sql) => sql.query(look, [child, naming, '{}']))).rowCount, 'not opened').toBe(0);
  });

  it('finds whoever a statement of the child’s record is about too, though nobody says that they are family; in each authority by itself', async () => {
    const [child, friend, friendsOther, stranger] = [
      await person('Amira Rahman'),
      await person('Kestrel Woodlock'),
      await person('Peregrine Ashby'),
      await person('Osprey Elsewhere'),
    ];
    await say(entry('visit', '2026-02-02', [{ person: child }, { person: friend }]));
    await say(entry('visit', '2026-02-03', [{ person: friend }, { person: friendsOther }]));
    const reader = as('socialWorker');
    await record.restrict(manager, friend, { readers: [reader.actor], ring: 'Adoption', reason: 'placed for adoption' });
    for (const who of [friendsOther, stranger]) await restrict(who);
    const texts = ['Kestrel came too.', 'Mrs Woodlock rang.', 'Peregrine came.', 'Osprey came.', 'Amira came.'];
    expect(await namedIn(worker, child, texts)).toEqual(['Kestrel came too.', 'Mrs Woodlock rang.']);
    expect(await namedIn(as('headOfService'), child, texts), 'another role').toEqual(['Kestrel came too.', 'Mrs Woodlock rang.']);
    expect(await namedIn(reader, child, texts), 'whoever may open it').toEqual([]);
    const look = 'select * from record.restricted_names_in($1, $2, $3)';
    for (const session of [as('performanceAnalyst'), as('socialWorker', { authority: 2 })])
      expect((await at.app.transaction({ ...session, opened: [child] }, (sql) => sql.query(look, [child, texts, '{}']))).rowCount).toBe(0);
  });

  it('finds any name, whatever marks, capitals, apostrophes and hyphens it is written with', async () => {
    const letters = fc.constantFrom(...'bdfgklmnprtvzáéöñçżłøßđ');
    const part = fc.tuple(fc.constantFrom('', 'Mc', 'O’', 'Al-'), fc.string({ unit: letters, minLength: 3, maxLength: 7 }));
    const word = part.map(([before, rest]) => `${before}${rest.charAt(0).toUpperCase()}${rest.slice(1)}`);
    const names = fc.sample(fc.array(word, { minLength: 2, maxLength: 3 }), { numRuns: 12, seed: 11 });
    const unmarked = (text: string) => text.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '');
    const spellings = [
      (text: string) => text,
      unmarked,
      (text: string) => text.replaceAll('’', "'"),
      (text: string) => text.replaceAll('-', ' '),
    ];
    const cases = [(text: string) => text, (text: string) => text.toUpperCase(), (text: string) => text.toLowerCase()];
    const child = await person('Amira Rahman');
    const sisters: string[] = [];
    for (const name of names) {
      const sister = await person(name.join(' '));
      await say(related(child, 'sibling', sister, 'sibling'));
      sisters.push(sister);
    }
    for (const sister of sisters) await restrict(sister);
    const said = names.flatMap((name) => [name.join(' '), `${name.at(-1)}, ${name[0]}`, ...name.filter((each) => each.length > 2)]);
    const texts = said.flatMap((name) =>
      ['We saw NAME.', 'NAME’s shoes', '(NAME)'].flatMap((text) =>
        spellings.flatMap((spelt) => cases.map((cased) => cased(text.replace('NAME', spelt(name))))),
      ),
    );
    const found = new Set(await namedIn(worker, child, texts));
    expect(texts.filter((text) => !found.has(text))).toEqual([]);
    expect(await namedIn(worker, child, ['We saw Amira Rahman.', 'They drew a house and a tree.'])).toEqual([]);
  });

  it('is as it was known: a correction and a statement struck out count from the instant of their recording', async () => {
    const [child, right, wrong] = [await person('Amira'), await person('Right'), await person('Wrong')];
    const first = related(child, 'father', wrong, 'child');
    await say(first);
    const mistaken = new Date().toISOString();
    const chain = await readAs(record, worker, child, wrong);
    const at_ = (who: string) => chain.get(who)?.chain.find((line) => line.entry === first.entry)?.position ?? 0;
    await say(
      entry('relationship', '2026-02-01', [
        { person: child, answers: { relative: right, bond: 'father' }, corrects: at_(child), reason: 'another man of that name' },
        { person: wrong, corrects: at_(wrong), tombstone: true, reason: 'another man of that name' },
        { person: right, answers: { relative: child, bond: 'child' } },
      ]),
    );
    expect(await names(worker, child)).toEqual(['Amira', 'Right']);
    expect(await names(worker, child, mistaken)).toEqual(['Amira', 'Wrong']);
    expect(await names(worker, wrong)).toEqual(['Wrong']);
  });

  it('is told by relationships to those who may read them, and to nobody else', async () => {
    const [child, mother] = [await person('Amira'), await person('Saira')];
    await say(related(child, 'mother', mother, 'child'));
    const read = practitioners.filter((role) => role !== 'teamManager');
    const narrower = new Map(
      ['begin', 'visit', 'household'].map((step) => [step, { record: ['socialWorker'] as const, read: practitioners }]),
    );
    const relationship = { record: ['socialWorker'] as const, read };
    await syncPermissions(at.owner, 1, new Map<string, Permissions>([...narrower, ['relationship', relationship]]));
    const told = [await names(worker, child), await names(manager, child)];
    await syncPermissions(
      at.owner,
      1,
      new Map<string, Permissions>([...narrower, ['relationship', { ...relationship, read: practitioners }]]),
    );
    expect(told).toEqual([['Amira', 'Saira'], ['Amira']]);
  });

  it('tells who lives together, never at which address', async () => {
    const [child, mother, aunt] = [await person('Amira'), await person('Saira'), await person('Aunt')];
    await say(related(child, 'mother', mother, 'child'), related(mother, 'sibling', aunt, 'sibling'));
    const home = { from: '2025-01-01', address: '14 Example Street\nOxford', postcode: 'OX1 1ND' };
    await say(entry('household', '2025-01-01', [{ person: child }], { shared: home }));
    await say(
      entry('household', '2025-06-01', [{ person: mother }], {
        shared: { ...home, address: '14 example street, Oxford', postcode: 'ox11nd' },
      }),
    );
    await say(entry('household', '2025-06-01', [{ person: aunt }], { shared: { ...home, isConfidential: true } }));
    const told = await record.relatives(await openedBy(record, worker, child, 'visit'));
    const homeOf = (who: string) =>
      told.find((one) => one.person === who)?.stated.find(({ step }) => step === 'household')?.answers['home'];
    expect(homeOf(child)).toBeDefined();
    expect(homeOf(mother)).toBe(homeOf(child));
    expect(homeOf(aunt)).not.toBe(homeOf(child));
    expect(JSON.stringify(told)).not.toMatch(/Example Street|OX1/i);
  });
});
