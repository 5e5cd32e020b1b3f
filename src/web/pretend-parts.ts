import type { Readable } from 'node:stream';
import { pretendChain, pretendChildren, pretendId as id, pretendMembers } from './pretend-children.ts';
import { date, dayInEngland } from '../kernel/calendar/dates.ts';
import { whatStands, type History } from '../kernel/step/history.ts';
import { steps, timescales } from '../practice/pathway.ts';
import type { ChildRecord, NewEntry, Opened, Opening, Restriction, Session } from '../record/contract.ts';
import type { Made, Packed } from '../oversight/emergency-copy/emergency-copy.ts';
import type { NewCopy } from '../record/emergency-copies.ts';
import type { Alert } from '../record/opening.ts';
import type { Done } from '../record/call.ts';
import type { SavedView } from '../record/saved-views.ts';
import { pretendBoard } from './pretend-board.ts';
import { pretendWriting } from './pretend-drafts.ts';
import { pretendFamily } from './pretend-family.ts';
import { pretendComments } from './pretend-comments.ts';
import { pretendFiles, type PretendFiles } from './pretend-files.ts';
import { pretendRetention } from './pretend-retention.ts';
import { pretendReturns } from './pretend-returns.ts';
import type { Change, ImportRun, ShownProblem, QuestionInFull, Suggestion, WebParts } from './parts.ts';

/** Parts in memory for tests of pages: twelve invented children and one person of each role. Not the record. */
export function pretendParts(
  now: Date,
  count = 12,
): WebParts &
  ReturnType<typeof pretendWriting> & {
    readonly written: NewEntry[];
    readonly tell: (change: Change) => void;
    readonly restricted: Map<string, string>;
    readonly runs: ImportRun[];
    readonly problems: ShownProblem[];
    readonly suggestions: Suggestion[];
    readonly questions: QuestionInFull[];
    /** What was asked to be decided and taken back. */
    readonly decisions: { readonly action: string; readonly question: string; readonly decision: string }[];
    rulesApplied: boolean;
    /** How many have since gone to another team. */
    moved: number;
    /** "broken": every list fails as a bug would. */
    failNext: 'conflict' | 'broken' | undefined;
  } {
  const today = dayInEngland(now);
  const listeners = new Set<(change: Change) => void>();
  const written: NewEntry[] = [];
  const people = pretendMembers.map(([role, name], n) => ({
    authority: 1,
    memberId: id(2, n),
    name,
    role,
    ...(n < 2 ? { team: 'North 1' } : {}),
  }));
  const sessionFor = (member: string): Session => {
    if (member === outsider.id) return { authority: 1, actor: member, roles: [], teams: [], scope: 'none' };
    const role = people.find(({ memberId }) => memberId === member)?.role ?? 'dutyWorker';
    return {
      authority: 1,
      actor: member,
      roles: [role],
      teams: [id(3, 0)],
      scope: ['socialWorker', 'leadPractitioner'].includes(role) ? 'own' : role === 'teamManager' ? 'teams' : 'all',
    };
  };
  const outsider = { id: id(2, 20), name: 'Dr A. Marlow', roles: [], teams: [] };
  const children = pretendChildren(now, today, count);
  const files: PretendFiles = new Map();
  const seal = (record: unknown): Opened => record as Opened;
  const restricted = new Map<string, string>();
  const recordOf = (person: string): ChildRecord => {
    const child = children.find((one) => one.person === person);
    const chain = pretendChain(person, now, today, written);
    return {
      person,
      ...(restricted.has(person) ? { restricted: true } : {}),
      position: chain.length,
      chain,
      history: whatStands(chain),
      clocks: child?.clocks ?? [],
      standing: child?.standing ?? files.get(person) ?? { name: '' },
    };
  };
  const outside = pretendComments(now, written);
  const alerted: Alert[] = [];
  const views: SavedView[] = [];
  const parts = {
    written,
    restricted,
    runs: new Array<ImportRun>(),
    problems: new Array<ShownProblem>(),
    suggestions: new Array<Suggestion>(),
    questions: new Array<QuestionInFull>(),
    rulesApplied: true,
    moved: 0,
    decisions: new Array<{ readonly action: string; readonly question: string; readonly decision: string }>(),
    failNext: undefined as 'conflict' | 'broken' | undefined,
    tell: (change: Change) => {
      for (const listener of listeners) listener(change);
    },
    steps,
    timescales,
    wordingOf: () => 'wording',
    publicComments: outside.comments,
    authorityName: 'Demonstration Borough',
    demonstration: true,
    now: () => now,
    areRulesApplied: async () => parts.rulesApplied,
    ...pretendWriting(now, restricted, written, count > 0),
    record: {
      open: async (session: Session, asked: readonly string[]) =>
        new Map(
          asked.map((person): [string, Opening] => [
            person,
            restricted.has(person)
              ? { kind: 'restricted', ring: restricted.get(person) ?? '' }
              : files.has(person) || children.some((child) => child.person === person)
                ? { kind: 'opened', record: seal({ person, session }) }
                : { kind: 'unknown' },
          ]),
        ),
      read: async ({ person }: Opened) => recordOf(person),
      readMany: async (records: readonly Opened[]) => new Map(records.map(({ person }) => [person, recordOf(person)])),
      breakGlass: async (session: Session, person: string, reason: string): Promise<Opening> => {
        alerted.push({ openedAt: now.toISOString(), person, actor: session.actor, reason });
        return { kind: 'opened', record: seal({ person, session }) };
      },
      restrict: async (_session: Session, person: string, { ring }: { readonly ring: string }): Promise<Done> => {
        restricted.set(person, ring);
        return { kind: 'done' };
      },
      lift: async (_session: Session, person: string): Promise<Done> => {
        restricted.delete(person);
        return { kind: 'done' };
      },
      alerts: async () => alerted,
      ...pretendBoard(children, now, restricted),
      movedSince: async (_session: Session, _filter: object, knownAt: string) => (knownAt < now.toISOString() ? parts.moved : 0),
      savedViews: async () => views,
      saveView: async (_session: Session, _page: string, view: SavedView): Promise<Done> => {
        views.splice(0, views.length, ...views.filter(({ name }) => name !== view.name), ...(view.query === '' ? [] : [view]));
        return { kind: 'done' };
      },
      search: async (_session: Session, words: string) =>
        children
          .filter(({ standing }) => standing.name.toLowerCase().includes(words.toLowerCase()))
          .map(({ person, standing }) => ({ person, standing, formerly: [] })),
      whoOpened: async () => [{ openedAt: now.toISOString(), actor: id(2, 1), reason: 'I supervise or manage the work' }],
      restriction: async ({ person }: Opened): Promise<Restriction | undefined> => {
        const ring = restricted.get(person);
        if (ring === undefined) return undefined;
        const reason = 'A relative of the child works in the service';
        return { ring, since: now.toISOString(), restrictedBy: id(2, 1), reason, readers: [id(2, 0), id(2, 1)] };
      },
      judge: async <T>(_session: Session, record: ChildRecord, rule: (history: History) => T) => rule(record.history),
      ...outside.ofRecord,
      append: async (_session: Session, entries: readonly NewEntry[]) => {
        if (parts.failNext === 'conflict') {
          parts.failNext = undefined;
          return { kind: 'conflict', people: [] } as const;
        }
        for (const entry of entries) if (!written.some((known) => known.entry === entry.entry)) written.push(entry);
        return { kind: 'appended' } as const;
      },
      ...pretendFiles(files, seal, written),
      ...pretendRetention(now),
      list: async (_session: Session, filter: { readonly people?: readonly string[] }) => {
        if (parts.failNext === 'broken') throw new Error('select secret from inside');
        return children.filter(({ person }) => (filter.people?.includes(person) ?? true) && !restricted.has(person));
      },
      ...pretendFamily(children, (person) => pretendChain(person, now, today, written), restricted),
      identify: async () => new Map<string, string>(),
      claimants: async () => new Map<string, readonly string[]>(),
    },
    members: {
      all: async () => [...people.map(({ memberId, name, role }) => ({ id: memberId, name, roles: [role], teams: [id(3, 0)] })), outsider],
      teams: async () => [
        { id: id(3, 0), name: 'North 1', area: 'North' },
        { id: id(3, 1), name: 'South 2', area: 'South' },
      ],
      letterhead: async () => ['Civic Centre, Market Street', '01632 960001'],
      demonstrationPeople: async () => people,
      signIn: async (_authority: number, member: string) => `token-of-${member}`,
      signInByPassword: async () => undefined,
      sessionOf: async (token: string) =>
        token.startsWith('token-of-')
          ? { session: sessionFor(token.slice(9)), name: people.find(({ memberId }) => memberId === token.slice(9))?.name ?? '' }
          : undefined,
      signOut: async () => undefined,
      changePassword: async (_who: object, { current }: { readonly current: string }) =>
        (current === 'the old password' ? 'changed' : 'wrong') as 'changed' | 'wrong' | 'none',
    },
    imports: {
      list: async () => parts.runs,
      taken: async () => ({
        incomplete: parts.runs.filter(({ kind, state, setAsideAt }) => kind === 'cin' && state !== 'finished' && setAsideAt === null),
        latest: parts.runs.find(({ kind, state }) => kind === 'cin' && state === 'finished'),
      }),
      wholeBy: async () => undefined,
      setAside: async () => ({ kind: 'done' }) as const,
      countProblems: async () => parts.problems.length,
      problem: async (_session: Session, _run: string, n: number) => parts.problems.find((one) => one.n === n),
      get: async (_session: Session, run: string) => parts.runs.find((one) => one.run === run),
      problems: async (_session: Session, _run: string, { after, limit }: { readonly after: number; readonly limit: number }) =>
        parts.problems.slice(after, after + limit),
      suggestions: async () => parts.suggestions,
      repair: async (_session: Session, _run: string, _n: number, value: string) =>
        /^\d\d\/\d\d\/\d{4}$/.test(value)
          ? ({ kind: 'done', run: parts.runs[0]?.run ?? '1' } as const)
          : ({ kind: 'refused', message: 'DEC must be a day written DD/MM/YYYY' } as const),
      accept: async () => ({ kind: 'done', run: parts.runs[0]?.run ?? '1' }) as const,
      questions: async () => parts.questions,
      question: async (_session: Session, id: string) => parts.questions.find((one) => one.id === id),
      decide: async (_session: Session, question: string, said: { readonly decision: string }) => {
        parts.decisions.push({ action: 'decide', question, ...said });
        return parts.questions.some(({ id: one, isDecided }) => one === question && isDecided)
          ? ({ kind: 'refused', message: 'This has been decided meanwhile' } as const)
          : ({ kind: 'done' } as const);
      },
      takeBack: async (_session: Session, question: string, said: { readonly decision: string }) => {
        parts.decisions.push({ action: 'takeBack', question, ...said });
        return { kind: 'done' } as const;
      },
      begin: async (_session: Session, sent: AsyncIterable<{ readonly file: Readable }>) => {
        let isSent = false;
        for await (const { file } of sent) {
          file.resume();
          isSent = true;
        }
        return isSent ? ({ kind: 'begun', run: parts.runs[0]?.run ?? '1' } as const) : undefined;
      },
    },
    copies: {
      made: async () => [],
      make: async (): Promise<Made> => ({
        kind: 'made',
        number: 4,
        children: 12,
        fileName: 'emergency-copy-4.html',
        file: '<!doctype html>',
      }),
      pack: async (_session: Session, asked: NewCopy): Promise<Packed> => ({
        kind: 'packed',
        pack: { number: 5, madeAt: now.toISOString(), children: [], asked },
      }),
    },
    returns: pretendReturns(today, (n) => children[n]?.person ?? ''),
    changes: {
      subscribe: (listener: (change: Change) => void) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
  };
  return parts;
}

export const pretendDay = new Date(`${date('2026-03-03')}T10:00:00Z`);
export { longName, pretendId } from './pretend-children.ts';
