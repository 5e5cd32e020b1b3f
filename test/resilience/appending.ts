// A program to be killed: states visits through the record, and saves drafts as they are typed, for as long as it lives; and prints each only once it was acknowledged.
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { date } from '../../src/kernel/calendar/dates.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { startEmbedded } from '../../src/platform/embedded.ts';
import { derivation, wordingOf } from '../../src/practice/pathway.ts';
import { stepOf } from '../../src/practice/step-of.fixture.ts';
import type { NewEntry } from '../../src/record/contract.ts';
import { createDrafts, type NewDraft } from '../../src/record/drafts.ts';
import { createRecord } from '../../src/record/record.ts';
import { databaseName, visitedChild, visitor } from './cast.ts';

const [folder = '', round = ''] = process.argv.slice(2);
const server = await startEmbedded({ folder, log: (line) => void writeSync(2, `${line}\n`) });
const database = openDatabase(server.appUrl(databaseName), { max: 6 });
const record = createRecord({ database, derivation });
const drafts = createDrafts(database);
const children = [1, 2, 3, 4, 5].map((n) => visitedChild(round, n));
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

type Said = { readonly shared: NewEntry['shared']; readonly people: readonly string[]; readonly each?: NewEntry['shared'] };

function statement(name: string, happenedOn: NewEntry['happenedOn'], { shared, people, each = {} }: Said): NewEntry {
  const about = people.map((person) => ({ person, answers: each }));
  return { entry: randomUUID(), step: name, wording: wordingOf(stepOf(name)), happenedOn, shared, about };
}

async function tryOnce(entry: NewEntry): Promise<boolean> {
  const openings = await record.open(
    visitor,
    entry.about.map(({ person }) => person),
    'visit today',
  );
  const known = await record.readMany([...openings.values()].flatMap((one) => (one.kind === 'opened' ? [one.record] : [])));
  const appended = await record.append(visitor, [entry], known);
  if (appended.kind === 'refused') throw new Error(appended.message);
  return appended.kind === 'appended';
}

/** The same entry until it is acknowledged: after a conflict upon what then stands, after a lost connection as a retry. */
async function append(entry: NewEntry): Promise<void> {
  for (let isAppended = false; !isAppended;)
    try {
      isAppended = await tryOnce(entry);
    } catch (error) {
      writeSync(2, `${error instanceof Error ? error.message : String(error)}\n`);
      await pause(100);
    }
  writeSync(1, `${JSON.stringify({ entry: entry.entry, shared: entry.shared, about: entry.about })}\n`);
}

let visits = 0;

async function keepVisiting(): Promise<never> {
  for (;;) {
    const first = visits % children.length;
    const people = children.slice(first, first + 1 + (visits % 3));
    const shared = { visitedOn: '2026-03-02', place: 'home', note: `Visit ${visits} of round ${round}` };
    const each = { seen: true, seenAlone: visits % 2 === 0 ? 'yes' : 'didNotWant', whatTheChildSaid: `Said at visit ${visits}` };
    visits += 1;
    await append(statement('visit', date('2026-03-02'), { shared, people, each }));
  }
}

/** Types one draft after another, word by word; a save whose answer was lost is sent again with what was typed since. */
async function keepTyping(person: string): Promise<never> {
  for (;;) {
    const draft = { entry: randomUUID(), person, step: 'visit', missing: [], asked: [person], tab: randomUUID() };
    let [base, note] = [0, ''];
    for (let seq = 1; seq <= 40; seq += 1) {
      note = `${note} word${seq}`;
      base = (await saved({ ...draft, base, seq, form: { 'f.note': note } })) ?? base;
      await pause(20);
    }
  }
}

/** @returns the version that was acknowledged; undefined: no answer came */
async function saved(draft: NewDraft): Promise<number | undefined> {
  try {
    const answer = await drafts.save(visitor, draft);
    if (answer.kind !== 'saved') throw new Error(JSON.stringify(answer));
    writeSync(1, `${JSON.stringify({ draft: draft.entry, form: draft.form })}\n`);
    return answer.version;
  } catch (error) {
    writeSync(2, `${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  }
}

await append(
  statement('childProtectionPlan', date('2026-02-02'), { shared: { startedOn: '2026-02-02', category: 'NEG' }, people: children }),
);
await Promise.all([...[1, 2, 3].map(keepVisiting), ...children.slice(0, 1).map(keepTyping)]);
