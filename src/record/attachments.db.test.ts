import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attachedName, type Attachment } from '../kernel/step/attached.ts';
import { date } from '../kernel/calendar/dates.ts';
import { noVirusCheck, type Checking } from '../platform/virus-check.ts';
import { checkAgain } from './unchecked-files.ts';
import { createAttachments, type Attachments } from './attachments.ts';
import type { Session } from './contract.ts';
import { createDrafts } from './drafts.ts';
import { as, begin, entry, fixture, openedBy, readAs, type Fixture } from './record.fixture.ts';
import { asOwnerOf } from './verify.ts';

let at: Fixture;
let files: Attachments;
const [ada, ben] = [randomUUID(), randomUUID()];
const writer = as('socialWorker');
const manager = as('teamManager');
const photograph = Buffer.alloc(1500, 'a photograph of a kitchen ');

beforeAll(async () => {
  at = await fixture();
  files = createAttachments(at.app);
  expect(await at.record.append(manager, [begin(ada), begin(ben, { name: 'Ben' })], new Map())).toEqual({ kind: 'appended' });
});
afterAll(() => at.drop());

/** Finds whatever holds the word. */
function pretendCheck(): Checking {
  let seen = '';
  return {
    write: async (bytes) => void (seen += String(bytes)),
    end: async () => (seen.includes('EICAR') ? { kind: 'found', what: 'Eicar' } : { kind: 'clean' }),
    stop: () => {},
  };
}

const openFor = (session: Session, person = ada) => openedBy(at.record, session, person);

async function attach(
  id: string,
  pieces: readonly Buffer[] = [photograph.subarray(0, 1000), photograph.subarray(1000)],
  by = writer,
  person = ada,
): Promise<Attachment> {
  const attachment = randomUUID();
  for (const [part, bytes] of pieces.entries()) await files.add(by, { attachment, entry: id, person }, part, bytes);
  await files.finish(by, attachment, { name: 'kitchen.jpg', kind: 'image/jpeg', isChecked: false });
  const found = (await files.ofDraft(by, id)).find((one) => one.id === attachment);
  if (found === undefined) throw new Error('not attached');
  return found;
}

const record = async (id: string, attached: readonly Attachment[], people: readonly string[] = [ada]) =>
  at.record.append(
    writer,
    [
      {
        ...entry(
          'visit',
          '2026-01-09',
          people.map((person) => ({ person })),
        ),
        entry: id,
        shared: { [attachedName]: attached },
      },
    ],
    await readAs(at.record, writer, ...people),
  );

async function contentFor(session: Session, attachment: string, person = ada): Promise<Buffer | undefined> {
  const file = await files.open(await openFor(session, person), attachment);
  if (file === undefined) return undefined;
  const pieces: Buffer[] = [];
  for await (const piece of file.content()) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function mergeInto(kept: string, other: string) {
  const people = [
    { person: kept, answers: { other, side: 'kept' } },
    { person: other, answers: { other: kept, side: 'merged' } },
  ];
  return at.record.append(manager, [entry('recordMerge', '2026-05-20', people)], await readAs(at.record, manager, kept, other));
}

const broken = async () => {
  const { rows } = await asOwnerOf(at.owner, 1, (sql) => sql.query<{ attachment: string }>('select * from record.broken_attachments(1)'));
  return rows.map(({ attachment }) => attachment);
};

describe('a file of a draft', () => {
  test('is its writer’s alone; recorded, it is whoever’s may read the entry, and each opening is in the log of the child', async () => {
    const id = randomUUID();
    const file = await attach(id);
    expect(file).toMatchObject({ bytes: 1500, digest: createHash('sha256').update(photograph).digest('hex') });
    expect(await contentFor(writer, file.id)).toEqual(photograph);
    for (const other of [manager, as('socialWorker'), as('headOfService')]) expect(await contentFor(other, file.id)).toBeUndefined();
    expect(await record(id, [file])).toEqual({ kind: 'appended' });
    expect(await contentFor(manager, file.id)).toEqual(photograph);
    const log = await at.record.whoOpened(await openFor(manager));
    expect(log.filter(({ actor, reason }) => actor === manager.actor && reason === 'A file of an entry was opened')).toHaveLength(1);
    expect(await record(id, await files.ofDraft(writer, id)), 'sent twice, it is one entry').toEqual({ kind: 'appended' });
  });

  test('that the entry does not name is gone with the draft; one that it names can no longer be changed', async () => {
    const id = randomUUID();
    const [kept, left] = [await attach(id), await attach(id)];
    await record(id, [kept]);
    expect(await contentFor(writer, left.id)).toBeUndefined();
    expect(await files.drop(writer, kept.id)).toBe(false);
    await expect(files.add(writer, { attachment: kept.id, entry: id, person: ada }, 9, photograph)).rejects.toThrow(
      'no such file under way',
    );
    await expect(files.add(writer, { attachment: randomUUID(), entry: id, person: ada }, 0, photograph)).rejects.toThrow('is recorded');
  });

  test('is refused over 25 MB, and to whoever may record nothing', async () => {
    const attachment = randomUUID();
    const file = { attachment, entry: randomUUID(), person: ada };
    const megabyte = Buffer.alloc(1024 * 1024);
    for (let part = 0; part < 25; part += 1) await files.add(writer, file, part, megabyte);
    await expect(files.add(writer, file, 25, Buffer.from('x'))).rejects.toThrow('25 MB at most');
    await expect(files.add(as('performanceAnalyst'), { ...file, attachment: randomUUID() }, 0, megabyte)).rejects.toThrow(
      'may not record anything',
    );
    await expect(files.add(as('socialWorker'), file, 25, Buffer.from('x')), 'somebody else’s').rejects.toThrow('no such file under way');
  });
});

describe('a recorded file', () => {
  test('is nobody’s of another authority, nor of whom the step is not for, nor of another child, nor where the record is closed', async () => {
    const id = randomUUID();
    const file = await attach(id);
    await record(id, [file]);
    await at.owner.pool.query(
      "delete from record.permission where authority = 1 and step = 'visit' and verb = 'read' and role = 'dutyWorker'",
    );
    expect(await contentFor(as('dutyWorker'), file.id)).toBeUndefined();
    expect(await contentFor(manager, file.id, ben)).toBeUndefined();
    const opened = await openFor(as('reviewingOfficer'));
    await at.record.restrict(manager, ada, { readers: [manager.actor], ring: 'Family of a colleague', reason: 'asked' });
    await expect(files.open(opened, file.id)).rejects.toThrow('restricted');
    expect(await at.record.lift(manager, ada, 'over')).toEqual({ kind: 'done' });
  });

  test('about two children is withheld with the shared words once one of them is restricted to others', async () => {
    const id = randomUUID();
    const file = await attach(id);
    await record(id, [file], [ada, ben]);
    expect(await contentFor(as('reviewingOfficer'), file.id)).toEqual(photograph);
    await openFor(manager, ben);
    await at.record.restrict(manager, ben, { readers: [manager.actor], ring: 'Adoption', reason: 'asked' });
    expect(await contentFor(as('reviewingOfficer'), file.id)).toBeUndefined();
    await at.record.lift(manager, ben, 'over');
  });

  test('of an entry that was struck out is for those for whom its words are kept', async () => {
    const id = randomUUID();
    const file = await attach(id);
    await record(id, [file]);
    const other = as('socialWorker');
    expect(await contentFor(other, file.id)).toEqual(photograph);
    const known = await readAs(at.record, writer, ada);
    const struck = { person: ada, tombstone: true, corrects: known.get(ada)?.position ?? 0, reason: 'Of another kitchen' };
    expect(await at.record.append(writer, [entry('visit', '2026-01-09', [struck])], known)).toEqual({ kind: 'appended' });
    expect(await contentFor(other, file.id)).toBeUndefined();
    for (const reader of [writer, manager]) expect(await contentFor(reader, file.id)).toEqual(photograph);
  });

  test('that was changed or lost is found by its digest, which stands under the ledger; erased with its words, it is no break', async () => {
    const id = randomUUID();
    const file = await attach(id);
    await record(id, [file]);
    expect(await broken()).toEqual([]);
    await at.owner.pool.query('alter table record.attachment_part no force row level security');
    await at.owner.pool.query("update record.attachment_part set bytes = 'another' where attachment = $1 and part = 0", [file.id]);
    expect(await broken()).toEqual([file.id]);
    await at.owner.pool.query(
      'alter table record.content no force row level security; alter table record.attachment no force row level security',
    );
    await at.owner.pool.query('delete from record.attachment where attachment = $1', [file.id]);
    expect(await broken()).toEqual([file.id]);
    await at.owner.pool.query('delete from record.content where entry = $1', [id]);
    expect(await broken()).toEqual([]);
  });

  test('is named by its own writer’s entry alone: whoever knows its id reads nothing by naming it', async () => {
    const [id, other] = [randomUUID(), randomUUID()];
    const file = await attach(id);
    const message = expect.stringContaining('only files that its writer attached');
    expect(await record(other, [file]), 'of another draft').toEqual({ kind: 'refused', message });
    const [forged, theirs] = [{ ...file, digest: 'ab'.repeat(32) }, await attach(randomUUID(), undefined, manager)];
    expect(await record(id, [forged]), 'another digest').toEqual({ kind: 'refused', message });
    expect(await record(id, [theirs]), 'of another writer').toEqual({ kind: 'refused', message });
    expect(await record(id, [file])).toEqual({ kind: 'appended' });
    expect(await record(randomUUID(), [file], [ben]), 'recorded elsewhere').toEqual({ kind: 'refused', message });
  });

  test('goes with what names it: a correction, a move, a merge', async () => {
    const [kept, wrong, right] = [randomUUID(), randomUUID(), randomUUID()];
    await at.record.append(manager, [begin(kept, { name: 'Cy' }), begin(wrong, { name: 'Di' }), begin(right, { name: 'Ed' })], new Map());
    const id = randomUUID();
    const file = await attach(id, undefined, writer, wrong);
    expect(await record(id, [file], [wrong])).toEqual({ kind: 'appended' });
    const known = await readAs(at.record, writer, wrong);
    const corrects = known.get(wrong)?.position ?? 0;
    const corrected = {
      ...entry('visit', '2026-01-10', [{ person: wrong, corrects, reason: 'The day' }]),
      shared: { [attachedName]: [file] },
    };
    expect(await at.record.append(writer, [corrected], known)).toEqual({ kind: 'appended' });
    const [from, to] = [await openFor(writer, wrong), await openFor(writer, right)];
    const move = { from, to, entry: id, tombstone: randomUUID(), on: date('2026-01-11'), neutral: 'Of another', reason: 'Ed’s' };
    expect(await at.record.move(writer, move)).toEqual({ kind: 'appended' });
    expect(await contentFor(manager, file.id, right)).toEqual(photograph);
    expect(await contentFor(manager, file.id, wrong)).toBeUndefined();
    const begun = await attach(randomUUID(), undefined, writer, right);
    const drafts = createDrafts(at.app);
    const save = { entry: randomUUID(), person: right, step: 'visit', form: { [`e.${right}.seen`]: 'yes' }, missing: [], asked: [right] };
    const tab = randomUUID();
    await drafts.save(writer, { ...save, base: 0, tab, seq: 1 });
    expect(await mergeInto(kept, right)).toEqual({ kind: 'appended' });
    expect(await contentFor(manager, file.id, kept)).toEqual(photograph);
    expect(await contentFor(writer, begun.id, kept), 'of what was begun').toEqual(photograph);
    expect((await drafts.own(writer)).find((one) => one.entry === save.entry)?.person).toBe(kept);
    const goesOn = { ...save, form: { [`e.${right}.seen`]: 'no' }, base: 1, tab, seq: 2 };
    expect(await drafts.save(writer, goesOn), 'from the window that was open').toMatchObject({ kind: 'saved', version: 2 });
    expect((await drafts.read(await openFor(writer, kept), save.entry))?.form).toEqual({ [`e.${kept}.seen`]: 'no' });
    const last = randomUUID();
    await at.record.append(manager, [begin(last, { name: 'Flo' })], new Map());
    expect(await mergeInto(last, kept)).toEqual({ kind: 'appended' });
    const again = { ...goesOn, form: { [`e.${right}.seen`]: 'yes' }, base: 2, seq: 3 };
    expect(await drafts.save(writer, again), 'what was merged was merged again').toMatchObject({ kind: 'saved', version: 3 });
    expect((await drafts.read(await openFor(writer, last), save.entry))?.form).toEqual({ [`e.${last}.seen`]: 'yes' });
  });

  test('that nothing could check is checked when something can; infected, it is withheld and its writer is told', async () => {
    const [id, ill] = [randomUUID(), Buffer.from('not a photograph: EICAR')];
    const [sound, infected] = [await attach(id), await attach(id, [ill])];
    expect(await record(id, [sound, infected])).toEqual({ kind: 'appended' });
    expect(await checkAgain(at.owner, 1, noVirusCheck.begin)).toEqual({ clean: 0, found: 0 });
    expect(await contentFor(manager, infected.id)).toEqual(ill);
    expect((await checkAgain(at.owner, 1, pretendCheck)).found).toBe(1);
    await expect(contentFor(manager, infected.id)).rejects.toThrow('A virus was found');
    expect(await contentFor(manager, sound.id)).toEqual(photograph);
    expect(await files.infected(writer)).toMatchObject([{ person: ada, name: 'kitchen.jpg', found: 'Eicar' }]);
    expect(await files.infected(manager)).toEqual([]);
    expect(await checkAgain(at.owner, 1, pretendCheck), 'once').toEqual({ clean: 0, found: 0 });
    expect(await broken(), 'the ledger still holds').toEqual([]);
  });

  test('of a draft that is gone goes too, after a week', async () => {
    const file = await attach(randomUUID());
    await at.owner.pool.query("update record.attachment set begun_at = now() - interval '9 days' where attachment = $1", [file.id]);
    await createDrafts(at.app).own(writer);
    expect(await contentFor(writer, file.id)).toBeUndefined();
  });
});
