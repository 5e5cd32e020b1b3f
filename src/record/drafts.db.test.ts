import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Session } from './contract.ts';
import { createDrafts, type Drafts, type DraftForm, type NewDraft, type Saved } from './drafts.ts';
import { as, begin, entry, fixture, openedBy, readAs, type Fixture } from './record.fixture.ts';

let at: Fixture;
let drafts: Drafts;
const [ada, ben] = [randomUUID(), randomUUID()];
const writer = as('socialWorker');
const manager = as('teamManager');

beforeAll(async () => {
  at = await fixture();
  drafts = createDrafts(at.app);
  expect(await at.record.append(manager, [begin(ada), begin(ben, { name: 'Ben' })], new Map())).toEqual({ kind: 'appended' });
});
afterAll(() => at.drop());

const draftOf = (id: string, note: string, more: Partial<NewDraft> = {}): NewDraft => ({
  entry: id,
  person: ada,
  step: 'visit',
  form: { 'f.note': note },
  missing: ['Date of the visit'],
  asked: [ada],
  base: 0,
  tab: randomUUID(),
  seq: 1,
  ...more,
});
const openFor = (session: Session, person = ada) => openedBy(at.record, session, person);
const noteOf = async (session: Session, id: string) => (await drafts.read(await openFor(session), id))?.form['f.note'];

describe('a draft', () => {
  test('is its writer’s alone: no manager, no colleague and no other authority reads a word of it', async () => {
    const id = randomUUID();
    expect(await drafts.save(writer, draftOf(id, 'Bruise on her arm'))).toMatchObject({ kind: 'saved', version: 1 });
    expect(await noteOf(writer, id)).toBe('Bruise on her arm');
    for (const other of [manager, as('headOfService'), as('socialWorker')]) {
      expect(await noteOf(other, id)).toBeUndefined();
      expect(await drafts.own(other)).toEqual([]);
    }
    expect(await drafts.own(as('socialWorker', { authority: 2, actor: writer.actor }))).toEqual([]);
    const { rows } = await at.app.transaction({ ...manager, opened: [ada], steps: ['visit'] }, (sql) =>
      sql.query('select * from record.draft'),
    );
    expect(rows).toEqual([]);
  });

  test('that is begun is known to who has the record open and may read the step: who and which, never what', async () => {
    const id = randomUUID();
    const other = as('socialWorker');
    await drafts.save(other, draftOf(id, 'Words of my own'));
    const seen = await drafts.ofOthers(await openFor(manager));
    expect(seen.find(({ author }) => author === other.actor)).toMatchObject({ step: 'visit' });
    expect(JSON.stringify(seen)).not.toContain('Words');
    await at.owner.pool.query(
      "delete from record.permission where authority = 1 and step = 'visit' and verb = 'read' and role = 'reviewingOfficer'",
    );
    expect(await drafts.ofOthers(await openFor(as('reviewingOfficer')))).toEqual([]);
  });

  test('closes with the record of the child, and is not lost: it can be saved on, and is read again once the record is open', async () => {
    const id = randomUUID();
    const tab = randomUUID();
    const own = as('socialWorker');
    await drafts.save(own, draftOf(id, 'Begun', { tab, person: ben, asked: [ben] }));
    const record = await openFor(own, ben);
    await at.record.restrict(manager, ben, { readers: [manager.actor], ring: 'Family of a colleague', reason: 'asked' });
    await expect(drafts.read(record, id)).rejects.toThrow('restricted');
    expect((await drafts.own(own)).find((one) => one.entry === id)).toMatchObject({ name: null, isClosed: true });
    expect(await drafts.save(own, draftOf(id, 'Begun, and gone on with', { tab, seq: 2, person: ben, asked: [ben] }))).toMatchObject({
      kind: 'saved',
    });
    await openFor(manager, ben);
    expect(await at.record.lift(manager, ben, 'over')).toEqual({ kind: 'done' });
    expect((await drafts.read(await openFor(own, ben), id))?.form['f.note']).toBe('Begun, and gone on with');
    expect((await drafts.own(own)).find((one) => one.entry === id)).toMatchObject({ name: 'Ben', isClosed: false });
  });

  test('keeps what was written of a brother whom the form no longer asks about', async () => {
    const id = randomUUID();
    const tab = randomUUID();
    const of = (person: string) => `e.${person}.said`;
    await drafts.save(writer, draftOf(id, 'Both', { tab, asked: [ada, ben], form: { [of(ada)]: 'I am well', [of(ben)]: 'I am not' } }));
    await drafts.save(writer, draftOf(id, 'One', { tab, seq: 2, asked: [ada], form: { [of(ada)]: 'I am well today' } }));
    expect((await drafts.read(await openFor(writer), id))?.form).toEqual({ [of(ada)]: 'I am well today', [of(ben)]: 'I am not' });
    await drafts.save(writer, draftOf(id, 'Both again', { tab, seq: 3, asked: [ada, ben], form: { [of(ada)]: 'I am well' } }));
    expect((await drafts.read(await openFor(writer), id))?.form, 'taken out by the writer').toEqual({ [of(ada)]: 'I am well' });
  });

  test('is refused in plain words: a step that the role may not record, a child of nobody, too many, too long', async () => {
    const refusal = async (session: Session, draft: NewDraft) => {
      const saved = await drafts.save(session, draft);
      return saved.kind === 'refused' ? saved.message : saved.kind;
    };
    expect(await refusal(as('performanceAnalyst'), draftOf(randomUUID(), 'x'))).toBe('Your role may not record "visit"');
    expect(await refusal(writer, draftOf(randomUUID(), 'x', { person: randomUUID() }))).toBe('There is no such record');
    expect(await refusal(as('socialWorker', { authority: 2 }), draftOf(randomUUID(), 'x'))).toBe('There is no such record');
    expect(await refusal(writer, draftOf(randomUUID(), 'x'.repeat(2_000_001)))).toMatch(/2,000,000 characters at most/);
    const id = randomUUID();
    await drafts.save(writer, draftOf(id, 'x'));
    expect(await refusal(writer, draftOf(id, 'x', { person: ben }))).toMatch(/another child/);
  });

  test('is thrown away and brought back within the week, and after it is gone', async () => {
    const id = randomUUID();
    await drafts.save(writer, draftOf(id, 'Not needed'));
    expect(await drafts.throwAway(as('socialWorker'), id, true), 'somebody else').toBe(false);
    expect(await drafts.throwAway(writer, id, true)).toBe(true);
    expect((await drafts.own(writer)).find((one) => one.entry === id)?.thrownAwayAt).not.toBeNull();
    await drafts.throwAway(writer, id, false);
    expect(await noteOf(writer, id)).toBe('Not needed');
    await drafts.throwAway(writer, id, true);
    await at.owner.pool.query("update record.draft set thrown_away_at = now() - interval '8 days' where entry = $1", [id]);
    expect((await drafts.own(writer)).some((one) => one.entry === id)).toBe(false);
    expect(await noteOf(writer, id)).toBeUndefined();
  });

  test('has a key for each person: the same again, another for another', async () => {
    const key = await drafts.key(writer);
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
    expect([await drafts.key(writer), (await drafts.key(manager)) === key]).toEqual([key, false]);
  });
});

describe('recording', () => {
  const record = async (id: string, draft: number) =>
    at.record.append(
      writer,
      [{ ...entry('visit', '2026-01-09', [{ person: ada }]), entry: id, draft, shared: { note: 'Recorded' } }],
      await readAs(at.record, writer, ada),
    );

  test('takes the draft away in the same transaction; what is saved to it afterwards is told that it is recorded', async () => {
    const id = randomUUID();
    await drafts.save(writer, draftOf(id, 'Recorded'));
    expect(await record(id, 1)).toEqual({ kind: 'appended' });
    expect((await drafts.own(writer)).some((one) => one.entry === id)).toBe(false);
    expect(await drafts.save(writer, draftOf(id, 'And one thing more', { base: 1 }))).toMatchObject({ kind: 'recorded' });
    expect(await record(id, 1), 'sent twice, it is one entry').toEqual({ kind: 'appended' });
  });

  test('leaves what another window saved since, as a draft of its own', async () => {
    const id = randomUUID();
    await drafts.save(writer, draftOf(id, 'First'));
    await drafts.save(writer, draftOf(id, 'Written meanwhile', { base: 1 }));
    const before = new Set((await drafts.own(writer)).map((one) => one.entry));
    await record(id, 1);
    const [left] = (await drafts.own(writer)).filter((one) => !before.has(one.entry));
    expect(await noteOf(writer, left?.entry ?? '')).toBe('Written meanwhile');
  });

  test('that is refused leaves the draft as it was', async () => {
    const id = randomUUID();
    await drafts.save(writer, draftOf(id, 'Still mine'));
    const refused = await at.record.append(
      writer,
      [{ ...entry('closure', '2026-01-09', [{ person: ada }]), entry: id, draft: 1 }],
      await readAs(at.record, writer, ada),
    );
    expect(refused.kind).toBe('refused');
    expect(await noteOf(writer, id)).toBe('Still mine');
  });
});

/*
 * Two windows on one draft, a line that delays, loses and repeats, and a server that is killed. Each save adds a word of its own, so that what a form
 * descends from can be read in it: a window writes on in what it has seen.
 */
type Window = { tab: string; seq: number; base: number; text: string };

const moves = fc.array(
  fc.record({
    window: fc.constantFrom(0, 1),
    does: fc.constantFrom('type', 'type', 'type', 'late', 'kill', 'reload', 'choose'),
    /** Whether the answer comes back. */
    isHeard: fc.boolean(),
    /** Whether what was sent arrives at all now; if not, it may arrive late. */
    arrives: fc.boolean(),
  }),
  { minLength: 6, maxLength: 24 },
);

test('whatever two windows, a bad line and a kill do, no acknowledged word is lost unless its writer saw it and took it out', async () => {
  const own = as('socialWorker');
  const open = await openFor(own);
  const storedIn = async (id: string): Promise<{ text: string; version: number }> => {
    const draft = await drafts.read(open, id);
    return { text: String(draft?.form['f.note'] ?? ''), version: draft?.version ?? 0 };
  };
  const fresh = (): Window => ({ tab: randomUUID(), seq: 0, base: 0, text: '' });

  await fc.assert(
    fc.asyncProperty(moves, async (run) => {
      const id = randomUUID();
      const windows: [Window, Window] = [fresh(), fresh()];
      /** What the server has: nothing but a save changes it. */
      let stored = { text: '', version: 0 };
      const save = async (draft: NewDraft): Promise<Saved> => {
        const saved = await drafts.save(own, draft);
        stored = await storedIn(id);
        return saved;
      };
      const acknowledged = new Set<string>();
      const sent: NewDraft[] = [];
      let words = 0;
      const hear = (window: Window, draft: NewDraft, saved: Saved): void => {
        if (saved.kind !== 'saved') return;
        window.base = saved.version;
        for (const word of wordsIn(draft.form)) acknowledged.add(word);
      };
      for (const { window: n, does, isHeard, arrives } of run) {
        const window = windows[n] ?? windows[0];
        if (does === 'type') {
          words += 1;
          window.seq += 1;
          window.text = `${window.text} w${words}`.trim();
          const draft = draftOf(id, window.text, { tab: window.tab, seq: window.seq, base: window.base });
          sent.push(draft);
          if (!arrives) continue;
          const saved = await save(draft);
          if (isHeard) hear(window, draft, saved);
        } else if (does === 'late') {
          // What was given up as lost comes after all, long after what was sent later; nobody hears the answer.
          const late = sent[words % Math.max(1, sent.length)];
          if (late !== undefined) await save(late);
        } else if (does === 'kill' || does === 'reload') {
          // The browser is killed, or the page is read again: what the server has is what is there.
          Object.assign(window, fresh(), { text: stored.text, base: stored.version });
        } else {
          // The conflict is shown side by side, and the writer keeps both.
          window.seq += 1;
          window.text = [...new Set(`${stored.text} ${window.text}`.trim().split(' '))].join(' ');
          const draft = draftOf(id, window.text, { tab: window.tab, seq: window.seq, base: stored.version });
          sent.push(draft);
          hear(window, draft, await save(draft));
        }
        const there = new Set(stored.text.split(' '));
        const lost = [...acknowledged].filter((word) => !there.has(word));
        expect(lost, `after ${does} in window ${n}`).toEqual([]);
      }
    }),
    { numRuns: 30 }, // on each of two servers, never the same
  );
});

const wordsIn = (form: DraftForm): readonly string[] =>
  String(form['f.note'] ?? '')
    .split(' ')
    .filter((word) => word !== '');
