import { createHash, randomUUID } from 'node:crypto';
import { dayInEngland } from '../kernel/calendar/dates.ts';
import type { Statement } from '../kernel/step/history.ts';
import type { ChildRecord, NewEntry, Session } from '../record/contract.ts';
import { addProgress, beginImport, finishImport } from '../record/imports.ts';
import { keptRows, type AskedQuestion, type StoredRows } from '../record/kept-rows.ts';
import { optionsOf, type Importer } from './file-set.ts';
import { citedUnder, compare, type Comparison } from './intake/compare.ts';
import { isOfSource } from './intake/identity.ts';
import type { SourceHeader } from './intake/import-run.ts';
import { takeIn } from './intake/intake.ts';
import { decisionIn, readRecords } from './intake/recognition.ts';
import { idOf } from './intake/statement.ts';
import { storedRun } from './intake/stored-run.ts';
import { childOf, keptSource } from './kept-source.ts';

/** Whose the rows are, as a person says: one of the records that looked alike, or a child of their own. */
export type Choice = { readonly kind: 'same'; readonly person: string } | { readonly kind: 'different' };

export type Decided = { readonly kind: 'done'; readonly person: string } | { readonly kind: 'refused'; readonly message: string };

const refused = (message: string): Decided => ({ kind: 'refused', message });
const nothingOn = (person: string): ChildRecord => ({ person, position: 0, chain: [], history: [], clocks: [], standing: { name: '' } });

/** Runs work as an import of its own, which may open the records that it is about. */
export async function asRun<T>({ database }: Importer, session: Session, name: string, work: (run: string) => Promise<T>): Promise<T> {
  const run = randomUUID();
  const fileHash = createHash('sha256').update(name).digest('hex');
  await beginImport(database, session, { run, fileName: name, fileHash, kind: 'identity' });
  try {
    return await work(run);
  } finally {
    await finishImport(database, session, run, 'finished');
  }
}

/** Takes the rows that wait into the record that a person chose, with the decision and its reason, at once. */
export async function decideWhose(
  importer: Importer,
  session: Session,
  question: AskedQuestion,
  { choice, reason }: { readonly choice: Choice; readonly reason: string },
): Promise<Decided> {
  if (reason.trim() === '') return refused('Enter the reason');
  if (question.decidedFor !== null) return refused('This has been decided already. Take that back first');
  if (choice.kind === 'same' && !question.candidates.includes(choice.person)) return refused('Choose one of the records shown');
  const kept = await keptRows(importer.database, session, { kind: question.kind, child: question.child });
  const [first, ...later] = kept;
  if (first === undefined) return refused('The rows are no longer kept. Load the file again');
  return asRun(importer, session, `Decision on child ${question.child}`, async (run) => {
    const decision = randomUUID();
    const person = choice.kind === 'same' ? choice.person : idOf(session.authority, 'person', question.kind, question.child, decision);
    const known = choice.kind === 'same' ? (await readRecords({ record: importer.record, session }, run, [person])).get(person) : undefined;
    if (typeof known === 'string') return refused(known);
    const asRead = known ?? nothingOn(person);
    const stated = firstStatements(importer, { session, run, person, decision, known }, first);
    const entry = decisionEntry(importer, question, { decision, person, choice, reason, run });
    const appended = await importer.record.append(session, [entry, ...(stated?.entries ?? [])], new Map([[person, asRead]]));
    if (appended.kind === 'conflict') return refused('Somebody else has just written to this record. Look at it again');
    if (appended.kind === 'refused') return appended;
    await addProgress(importer.database, session, run, {
      children: 1,
      entries: 1 + (stated?.stated ?? 0),
      corrections: stated?.corrected ?? 0,
      unchanged: stated?.unchanged ?? 0,
    });
    for (const one of later) await takeAgain(importer, session, run, one);
    return { kind: 'done', person };
  });
}

type Taking = {
  readonly session: Session;
  readonly run: string;
  readonly person: string;
  readonly decision: string;
  readonly known: ChildRecord | undefined;
};

function firstStatements(importer: Importer, { session, run, person, decision, known }: Taking, kept: StoredRows): Comparison | undefined {
  const rereading = { steps: importer.steps, today: importer.today ?? dayInEngland(new Date()) };
  const child = childOf(kept, rereading);
  if (child === undefined) return undefined;
  const citation = keptSource([kept], rereading).citationOf(run, headerOf(kept), kept.child);
  const isFirst = known === undefined || !isOfSource(known, kept.kind, kept.child);
  const cited = citedUnder(citation, kept.child, { entry: decision, isFirst });
  return compare({ session, person, ...cited, wordingOf: importer.wordingOf }, child.read.statements, known);
}

function headerOf({ source }: StoredRows): SourceHeader | undefined {
  return typeof source === 'object' && source !== null && 'header' in source ? readHeader(source.header) : undefined;
}

function readHeader(header: unknown): SourceHeader {
  const words = typeof header === 'object' && header !== null ? Object.entries(header) : [];
  return Object.fromEntries(words.filter(([, word]) => typeof word === 'string'));
}

/** The rows of later files of the same child: they follow the decision, as a file that is loaded after it does. */
async function takeAgain(importer: Importer, session: Session, run: string, kept: StoredRows): Promise<void> {
  const rereading = { steps: importer.steps, today: importer.today ?? dayInEngland(new Date()) };
  const stored = storedRun({ database: importer.database, session, run, fileHash: '', kind: 'identity' });
  const follow = { ...stored, begin: async () => run, finish: async () => {} };
  await takeIn(keptSource([kept], rereading), { ...optionsOf(importer, session), fileName: kept.child, run: follow });
}

type Deciding = {
  readonly decision: string;
  readonly person: string;
  readonly choice: Choice;
  readonly reason: string;
  readonly run: string;
};

function decisionEntry(importer: Importer, { kind, child }: AskedQuestion, { decision, person, choice, reason, run }: Deciding): NewEntry {
  const step = importer.steps.find(({ name }) => name === 'identityDecision');
  const decidedOn = dayInEngland(new Date());
  return {
    entry: decision,
    step: 'identityDecision',
    wording: step === undefined ? '' : importer.wordingOf(step),
    happenedOn: decidedOn,
    source: `identity:${run}:${kind}`,
    shared: { decidedOn, decision: choice.kind, reason: reason.trim(), childInSource: `${kind}:${child}` },
    about: [{ person, answers: {} }],
  };
}

/** Strikes out the decision and all that the source stated because of it: the record stands as before, and the rows wait again. */
export async function takeDecisionBack(importer: Importer, session: Session, question: AskedQuestion, reason: string): Promise<Decided> {
  if (reason.trim() === '') return refused('Enter the reason');
  const person = question.decidedFor;
  if (person === null) return refused('Nothing has been decided about this child');
  return asRun(importer, session, `Decision on child ${question.child} taken back`, async (run) => {
    const known = (await readRecords({ record: importer.record, session }, run, [person])).get(person);
    if (typeof known !== 'object') return refused(known ?? 'The record could not be read');
    const decision = decisionIn(known, question.kind, question.child);
    if (decision === undefined) return refused('Nothing has been decided about this child');
    const entries = known.history.flatMap((statement) =>
      undone(importer, { statement, chain: known.chain, decision, question, reason, run }),
    );
    const appended = await importer.record.append(session, entries, new Map([[person, known]]));
    if (appended.kind === 'refused') return appended;
    if (appended.kind === 'conflict') return refused('Somebody else has just written to this record. Look at it again');
    await addProgress(importer.database, session, run, { children: 1, entries: 0, corrections: entries.length, unchanged: 0 });
    return { kind: 'done', person };
  });
}

type Undoing = {
  readonly statement: Statement;
  readonly decision: Statement;
  readonly chain: ChildRecord['chain'];
  readonly question: AskedQuestion;
  readonly reason: string;
  readonly run: string;
};

/** A statement that rests on the decision is struck out; one that only was corrected because of it says again what it said before. */
function undone(importer: Importer, { statement, chain, decision, question, reason, run }: Undoing): readonly NewEntry[] {
  const rests = ({ position, source }: Pick<Statement, 'position' | 'source'>): boolean => {
    const [kind, , , , child] = source?.split(':') ?? [];
    return position > decision.position && kind === question.kind && child === question.child;
  };
  const step = importer.steps.find(({ name }) => name === statement.step);
  const isOwn = statement.entry === decision.entry || rests(statement);
  const corrected = statement.corrections.findIndex(rests);
  if (step === undefined || (!isOwn && corrected < 0)) return [];
  const before = corrected > 0 ? statement.corrections[corrected - 1] : chain.find(({ entry }) => entry === statement.entry);
  const isEach = (name: string): boolean => Object.hasOwn(step.each, name);
  const part = (each: boolean) =>
    isOwn ? {} : Object.fromEntries(Object.entries(before?.answers ?? {}).filter(([name]) => isEach(name) === each));
  return [
    {
      entry: randomUUID(),
      step: statement.step,
      wording: importer.wordingOf(step),
      happenedOn: isOwn ? statement.happenedOn : (before ?? statement).happenedOn,
      source: `identity:${run}:${question.kind}`,
      shared: part(false),
      about: [
        {
          person: question.decidedFor ?? '',
          answers: part(true),
          corrects: (statement.corrections.at(-1) ?? statement).position,
          tombstone: isOwn,
          reason: reason.trim(),
        },
      ],
    },
  ];
}
