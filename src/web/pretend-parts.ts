import { addDays, addMonths, date, dayInEngland, type LocalDate } from '../kernel/calendar/dates.ts';
import { addWorkingDays } from '../kernel/calendar/working-days.ts';
import type { Clock } from '../kernel/step/clock.ts';
import { whatStands, type History, type Line } from '../kernel/step/history.ts';
import type { Role } from '../kernel/step/permission.ts';
import { steps, timescales } from '../practice/pathway.ts';
import type { ChildRecord, ListedChild, NewEntry, Opened, Opening, Session } from '../record/contract.ts';
import type { Alert } from '../record/opening.ts';
import type { Restricted } from '../record/record.ts';
import { pretendFamily } from './pretend-family.ts';
import type { Change, WebParts } from './parts.ts';

const id = (kind: number, n: number): string => `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`;
const names = [
  'Amara Okafor',
  'Ben Carter',
  'Chloe Whitfield',
  'Daniel Osei',
  'Ellie Marsh',
  'Finn Doyle',
  'Grace Adeyemi',
  'Harris Khan',
  'Isla Brennan',
  'Jaden Cole',
  'Kezia Mensah',
  'Leo Hartley',
];
const clock = (rule: string, version: string, from: LocalDate, dueOn: LocalDate, notInSource = false): Clock => ({
  rule,
  version,
  startedBy: id(7, 1),
  startedOn: from,
  dueOn,
  notInSource,
});

/** Parts in memory for tests of pages: twelve invented children and one person of each role. Not the record. */
export function pretendParts(
  now: Date,
  count = 12,
): WebParts & {
  readonly written: NewEntry[];
  readonly tell: (change: Change) => void;
  readonly restricted: Map<string, string>;
  failNext: 'conflict' | undefined;
} {
  const today = dayInEngland(now);
  const listeners = new Set<(change: Change) => void>();
  const written: NewEntry[] = [];
  const roles: readonly Role[] = [
    'socialWorker',
    'teamManager',
    'headOfService',
    'reviewingOfficer',
    'dutyWorker',
    'performanceAnalyst',
    'administrator',
  ];
  const people = roles.map((role, n) => ({
    authority: 1,
    memberId: id(2, n),
    name: `${['Priya Shah', 'Tom Ashdown', 'Helen Voss', 'Ruth Oyelaran', 'Max Byrne', 'Ana Lopez', 'Ian Frost'][n]}`,
    role,
    ...(n < 2 ? { team: 'North 1' } : {}),
  }));
  const sessionFor = (member: string): Session => {
    const role = people.find(({ memberId }) => memberId === member)?.role ?? 'dutyWorker';
    return {
      authority: 1,
      actor: member,
      roles: [role],
      teams: [id(3, 0)],
      scope: role === 'socialWorker' ? 'own' : role === 'teamManager' ? 'teams' : 'all',
    };
  };
  const children: readonly ListedChild[] = Array.from({ length: count }, (_, n) => {
    const since = addMonths(today, -(n % 11) - 1);
    return {
      person: id(1, n),
      changedAt: now.toISOString(),
      standing: {
        name: `${names[n % names.length]}${n >= names.length ? ` ${n}` : ''}`,
        bornOn: addDays(addMonths(today, -12 * (n % 15)), -20),
        sex: 'F',
        family: id(9, n >> 1),
        onPlanSince: since,
        category: 'NEG',
        team: id(3, n % 2),
        ...(n % 7 === 6 ? {} : { worker: id(2, 0) }),
        ...(n % 3 === 0 ? { lastReviewOn: addMonths(today, -(n % 9)) } : {}),
        ...(n % 5 === 4 ? { visitsNotInSource: true } : { lastSeenOn: addDays(today, -n * 2) }),
      },
      clocks: [
        clock('laterReviewConference', 'Working Together 1999', since, addDays(today, n * 9 - 20)),
        clock('laterCoreGroup', 'local', since, addWorkingDays(today, (n % 6) + 1)),
        clock('childProtectionVisit', 'local', since, addDays(today, 6 - n), n % 5 === 4),
      ],
    };
  });
  const chainOf = (person: string): readonly Line[] => {
    const line = (position: number, step: string, happenedOn: LocalDate, answers: Line['answers'], more: Partial<Line> = {}): Line => ({
      entry: id(7, position),
      step,
      position,
      happenedOn,
      recordedAt: now.toISOString(),
      recordedBy: id(2, 0),
      tombstone: false,
      answers,
      ...more,
    });
    const added = written
      .filter(({ about }) => about.some((one) => one.person === person))
      .map((entry, n) =>
        line(
          10 + n,
          entry.step,
          entry.happenedOn,
          { ...entry.shared, ...entry.about.find((one) => one.person === person)?.answers },
          { entry: entry.entry },
        ),
      );
    return [
      line(
        1,
        'childProtectionPlan',
        addMonths(today, -3),
        { startedOn: addMonths(today, -3) },
        { source: 'cin:1:2041', statedAt: now.toISOString() },
      ),
      line(2, 'visit', addDays(today, -30), {
        visitedOn: addDays(today, -30),
        place: 'home',
        seen: true,
        seenAlone: true,
        note: 'Kitchen and bedroom seen.',
      }),
      line(
        3,
        'visit',
        addDays(today, -29),
        { visitedOn: addDays(today, -29), place: 'home', seen: true },
        { corrects: 2, source: 'cin:1:88' },
      ),
      ...added,
    ];
  };
  const seal = (record: unknown): Opened => record as Opened;
  const recordOf = (person: string): ChildRecord => {
    const child = children.find((one) => one.person === person);
    const chain = chainOf(person);
    return {
      person,
      position: chain.length,
      chain,
      history: whatStands(chain),
      clocks: child?.clocks ?? [],
      standing: child?.standing ?? { name: '' },
    };
  };
  const restricted = new Map<string, string>();
  const alerted: Alert[] = [];
  const parts = {
    written,
    restricted,
    failNext: undefined as 'conflict' | undefined,
    tell: (change: Change) => {
      for (const listener of listeners) listener(change);
    },
    steps,
    timescales,
    wordingOf: () => 'wording',
    authorityName: 'Demonstration Borough',
    demonstration: true,
    now: () => now,
    record: {
      open: async (session: Session, asked: readonly string[]) =>
        new Map(
          asked.map((person): [string, Opening] => [
            person,
            restricted.has(person)
              ? { kind: 'restricted', ring: restricted.get(person) ?? '' }
              : children.some((child) => child.person === person)
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
      restrict: async (_session: Session, person: string, { ring }: { readonly ring: string }): Promise<Restricted> => {
        restricted.set(person, ring);
        return { kind: 'done' };
      },
      lift: async (_session: Session, person: string): Promise<Restricted> => {
        restricted.delete(person);
        return { kind: 'done' };
      },
      alerts: async () => alerted,
      search: async (_session: Session, words: string) =>
        children.filter(({ standing }) => standing.name.toLowerCase().includes(words.toLowerCase())),
      whoOpened: async () => [{ openedAt: now.toISOString(), actor: id(2, 1), reason: 'I supervise or manage the work' }],
      judge: async <T>(_session: Session, record: ChildRecord, rule: (history: History) => T) => rule(record.history),
      append: async (_session: Session, entries: readonly NewEntry[]) => {
        if (parts.failNext === 'conflict') {
          parts.failNext = undefined;
          return { kind: 'conflict', people: [] } as const;
        }
        for (const entry of entries) if (!written.some((known) => known.entry === entry.entry)) written.push(entry);
        return { kind: 'appended' } as const;
      },
      list: async (_session: Session, filter: { readonly people?: readonly string[] }) =>
        children.filter(({ person }) => filter.people?.includes(person) ?? true),
      ...pretendFamily(children, chainOf, restricted),
      identify: async () => new Map<string, string>(),
    },
    members: {
      all: async () => people.map(({ memberId, name, role }) => ({ id: memberId, name, roles: [role], teams: [id(3, 0)] })),
      teams: async () => [
        { id: id(3, 0), name: 'North 1', area: 'North' },
        { id: id(3, 1), name: 'South 2', area: 'South' },
      ],
      demonstrationPeople: async () => people,
      signIn: async (_authority: number, member: string) => `token-of-${member}`,
      signInByPassword: async () => undefined,
      sessionOf: async (token: string) =>
        token.startsWith('token-of-')
          ? { session: sessionFor(token.slice(9)), name: people.find(({ memberId }) => memberId === token.slice(9))?.name ?? '' }
          : undefined,
      signOut: async () => undefined,
    },
    imports: { list: async () => [], get: async () => undefined, problems: async () => [], begin: async () => '1' },
    copies: {
      made: async () => [],
      make: async () => ({ kind: 'refused', message: 'Nothing is copied here' }) as const,
      pack: async () => ({ kind: 'refused', message: 'Nothing is copied here' }) as const,
    },
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
export const pretendId = id;
