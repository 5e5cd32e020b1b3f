import { createHash, randomUUID } from 'node:crypto';
import { dayInEngland } from '../kernel/calendar/dates.ts';
import type { Statement } from '../kernel/step/history.ts';
import type { ChildRecord, NewEntry, Session } from '../record/contract.ts';
import { addProgress, beginImport, finishImport, whileRunning } from '../record/imports.ts';
import { identityQuestions, keptRows, whileDeciding, type AskedQuestion, type StoredRows } from '../record/kept-rows.ts';
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

/** Runs work as an import of its own, which may open the records that it is about. The run says how it ended; its name says nothing of the child. */
export async function asRun<T>(
  { database }: Importer,
  session: Session,
  name: string,
  work: (run: string) => Promise<T>,
  whyNot: (result: T) => string | undefined = () => undefined,
): Promise<T> {
  const run = randomUUID();
  const fileHash = createHash('sha256').update(run).digest('hex');
  return whileRunning(database, session, run, async () => {
    await beginImport(database, session, { run, fileName: name, fileHash, kind: 'identity' });
    const result = await work(run).catch(async (error: unknown) => {
      await finishImport(database, session, run, 'stopped', { message: 'It could not be carried through.', brokenOff: true });
      throw error;
    });
    const message = whyNot(result);
    await finishImport(database, session, run, message === undefined ? 'finished' : 'stopped', { message });
    return result;
  });
}

const whyRefused = (decided: Decided): string | undefined => (decided.kind === 'refused' ? decided.message : undefined);

/** What a person decides. `decision`: the id that the decision gets; the same sent again is the same decision, not another. */
export type Deciding = { readonly choice: Choice; readonly reason: string; readonly decision: string };

/**
 * Takes the rows that wait into the record that a person chose, with the decision and its reason, at once. Refused where it has been decided meanwhile,
 * or is being decided by somebody else at this moment.
 */
export async function decideWhose(importer: Importer, session: Session, question: AskedQuestion, deciding: Deciding): Promise<Decided> {
  if (deciding.reason.trim() === '') return refused('Enter the reason');
  return alone(importer, session, question, async (asked) => {
    if (asked.answeredBy !== null && asked.decidedFor === null)
      return refused('A later file has answered this, and nobody needs to decide it');
    if (asked.decidedFor !== null) return sentAgain(importer, session, asked, asked.decidedFor, deciding.decision);
    return decideOpen(importer, session, asked, deciding);
  });
}

/** One decision at a time on one question, upon the question as it stands then. */
async function alone(
  { database }: Importer,
  session: Session,
  { question }: AskedQuestion,
  work: (asked: AskedQuestion) => Promise<Decided>,
): Promise<Decided> {
  const ended = await whileDeciding(database, session, question, async () => {
    const asked = (await identityQuestions(database, session)).find((one) => one.question === question);
    return asked === undefined ? refused('There is no such question') : work(asked);
  });
  return ended ?? refused('Somebody else is deciding this at this moment. Look at it again');
}

/** Decided already: by this very form, whose answer did not arrive, or by another. */
async function sentAgain(importer: Importer, session: Session, asked: AskedQuestion, person: string, decision: string): Promise<Decided> {
  const work = async (run: string): Promise<Decided> => {
    const known = (await readRecords({ record: importer.record, session }, run, [person])).get(person);
    const standing = typeof known === 'object' ? decisionIn(known, asked.kind, asked.child) : undefined;
    if (standing?.entry !== decision) return refused('This has been decided meanwhile. Look at what was decided; it can be taken back');
    const [, ...later] = await keptRows(importer.database, session, { kind: asked.kind, child: asked.child });
    for (const one of later) await takeAgain(importer, session, run, one);
    return { kind: 'done', person };
  };
  return asRun(importer, session, 'A decision on whose rows these are, sent again', work, whyRefused);
}

async function decideOpen(importer: Importer, session: Session, question: AskedQuestion, deciding: Deciding): Promise<Decided> {
  const { choice } = deciding;
  if (choice.kind === 'same' && !question.candidates.includes(choice.person)) return refused('Choose one of the records shown');
  const [first, ...later] = await keptRows(importer.database, session, { kind: question.kind, child: question.child });
  if (first === undefined) return refused('The rows are no longer kept. Load the file again');
  const work = async (run: string): Promise<Decided> => {
    const person = choice.kind === 'same' ? choice.person : idOf(session.authority, 'person', question.kind, question.child, 'another');
    const known = (await readRecords({ record: importer.record, session }, run, [person])).get(person);
    if (typeof known === 'string') return refused(known);
    if (choice.kind === 'same' && known === undefined) return refused('The record that was chosen could not be opened');
    const stated = firstStatements(importer, { session, run, person, decision: deciding.decision, known }, first);
    const entry = decisionEntry(importer, question, { ...deciding, person, run });
    const appended = await importer.record.append(
      session,
      [entry, ...(stated?.entries ?? [])],
      new Map([[person, known ?? nothingOn(person)]]),
    );
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
  };
  return asRun(importer, session, 'A decision on whose rows these are', work, whyRefused);
}

type Taking = {
  readonly session: Session;
  readonly run: string;
  readonly person: string;
  readonly decision: string;
  readonly known: ChildRecord | undefined;
};

function firstStatements(importer: Importer, { session, run, person, decision, known }: Taking, kept: StoredRows): Comparison | undefined {
  const child = childOf(kept, importer);
  if (child === undefined) return undefined;
  const citation = keptSource(kept, importer).citationOf(run, headerOf(kept), kept.child);
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
  const stored = storedRun({ database: importer.database, session, run, fileHash: '', kind: 'identity' });
  const follow = { ...stored, begin: async () => run, finish: async () => {} };
  await takeIn(keptSource(kept, importer), { ...optionsOf(importer, session), fileName: kept.child, run: follow });
}

function decisionEntry(
  importer: Importer,
  { kind, child }: AskedQuestion,
  { decision, person, choice, reason, run }: Deciding & { readonly person: string; readonly run: string },
): NewEntry {
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

/**
 * Strikes out a decision and all that the source stated because of it: the record stands as before, and the rows wait again. Refused where another
 * decision stands than the one that is meant.
 */
export async function takeDecisionBack(
  importer: Importer,
  session: Session,
  question: AskedQuestion,
  { decision, reason }: Omit<Deciding, 'choice'>,
): Promise<Decided> {
  if (reason.trim() === '') return refused('Enter the reason');
  return alone(importer, session, question, async (asked) => {
    const person = asked.decidedFor;
    if (person === null) return refused('This decision no longer stands: it has been taken back meanwhile');
    const work = (run: string) => strikeOut(importer, session, { question: asked, person, decision, reason, run });
    return asRun(importer, session, 'A decision on whose rows these are, taken back', work, whyRefused);
  });
}

type Striking = Omit<Deciding, 'choice'> & { readonly question: AskedQuestion; readonly person: string; readonly run: string };

async function strikeOut(
  importer: Importer,
  session: Session,
  { question, person, decision: meant, reason, run }: Striking,
): Promise<Decided> {
  const known = (await readRecords({ record: importer.record, session }, run, [person])).get(person);
  if (typeof known !== 'object') return refused(known ?? 'The record could not be read');
  const decision = decisionIn(known, question.kind, question.child);
  if (decision?.entry !== meant) return refused('Another decision has been made meanwhile. Look at it first');
  const entries = known.history.flatMap((statement) =>
    undone(importer, { statement, chain: known.chain, decision, question, reason, run }),
  );
  const appended = await importer.record.append(session, entries, new Map([[person, known]]));
  if (appended.kind === 'refused') return appended;
  if (appended.kind === 'conflict') return refused('Somebody else has just written to this record. Look at it again');
  await addProgress(importer.database, session, run, { children: 1, entries: 0, corrections: entries.length, unchanged: 0 });
  return { kind: 'done', person };
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
