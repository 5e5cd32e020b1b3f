import type { Standing } from '../kernel/derivation/derivation.ts';
import { date } from '../kernel/calendar/dates.ts';
import { whatStands } from '../kernel/step/history.ts';
import type { ChapterRead } from '../record/chapters-read.ts';
import type { NewEntry, Opened, Opening, Session } from '../record/contract.ts';
import type { ExpertViews, NewView } from '../record/expert-views.ts';
import type { RecordingLag } from '../record/recording-lag.ts';
import type { DraftsWaiting, NamedFor, NewFile, Supervised } from '../record/files.ts';
import type { Inspecting, Inspector, Weeks } from '../record/inspectors.ts';
import type { Inductions } from '../record/inductions.ts';
import type { Booked, Training } from '../record/training.ts';
import type { Seals, UnsealAsked } from '../record/seals.ts';
import type { Workforce } from '../record/workforce.ts';
import type { WholeRecord } from '../record/record.ts';
import { pretendId } from './pretend-children.ts';

/** Files by id, as their records stand. */
export type PretendFiles = Map<string, Standing>;

const areaFigures = [
  { part: 'North', figure: 'plan', n: 84, among: 84 },
  { part: 'South', figure: 'plan', n: 71, among: 71 },
  { part: 'North', figure: 'planVisit', n: 70, among: 84 },
  { part: 'South', figure: 'planVisit', n: 60, among: 71 },
];

/** Files in memory; a manager supervises the one worker, a head of service both. */
export const pretendFiles = (files: PretendFiles, seal: (record: unknown) => Opened, written: readonly NewEntry[]) => ({
  sealWith: async () => ({ kind: 'appended' }) as const,
  addFile: async (_session: Session, { file, kind, title, subject }: NewFile) => {
    const known = [...files].find(([, one]) => kind === 'staff' && one.file?.subject === subject)?.[0];
    if (known !== undefined) return { kind: 'begun', file: known } as const;
    files.set(file, { name: title, file: { kind, ...(subject === undefined ? {} : { subject }) } });
    return { kind: 'begun', file } as const;
  },
  openFile: async (session: Session, file: string): Promise<Opening> =>
    files.has(file) && written.some(({ about }) => about.some(({ person }) => person === file))
      ? { kind: 'opened', record: seal({ person: file, session }) }
      : { kind: 'unknown' },
  files: async (_session: Session, kind: NewFile['kind']) =>
    [...files].flatMap(([file, { name, file: of }]) =>
      of?.kind === kind ? [{ file, title: name, clocks: [], ...(of.subject === undefined ? {} : { subject: of.subject }) }] : [],
    ),
  ...pretendSeals(),
  ...pretendViews(),
  recordingLag: async (): Promise<readonly RecordingLag[]> => {
    const row = { team: null, step: null, day: null, entries: 40, prompt: 30, withinWeek: 6, withinMonth: 3, later: 1, lagDays: 90 };
    return [
      { ...row, kind: 'team', team: pretendId(3, 0) },
      { ...row, kind: 'step', step: 'visit' },
      { ...row, kind: 'day', day: date('2026-03-02') },
    ];
  },
  draftsWaiting: async (): Promise<DraftsWaiting> => ({ drafts: 2, oldest: '2026-02-20T09:00:00Z' }),
  chaptersRead: async (): Promise<readonly ChapterRead[]> =>
    written.flatMap(({ step, shared, happenedOn, about }) =>
      step === 'procedureRead'
        ? about.map(({ person }) => ({
            member: pretendId(2, 0),
            file: person,
            edition: date(String(shared['edition'])),
            readOn: happenedOn,
          }))
        : [],
    ),
  bodyFigures: async () => areaFigures,
  ...pretendWorkforce(files, written),
  ...pretendTraining(files, written),
  ...pretendInductions(files, written),
  fosterPlaces: async () => new Map([...files].flatMap(([file, { file: of }]) => (of?.kind === 'fosterCarer' ? [[file, 1] as const] : []))),
  adoptersMatched: async () => new Map(),
  fileKept: async () => ({}),
  filesEnding: async () => [{ file: pretendId(9, 1), kind: 'complaint', title: '2015/4', until: date('2026-02-01') } as const],
  speaksFor: async ({ roles }: Session) => (roles.includes('boardMember') ? ['police'] : undefined),
  ...pretendGuests(),
  supervised: async ({ actor, roles }: Session): Promise<readonly Supervised[]> => {
    const [worker, manager] = [pretendId(2, 0), pretendId(2, 1)];
    const theirs = roles.includes('headOfService') ? [worker, manager] : roles.includes('teamManager') ? [worker] : [];
    return [...new Set([...theirs, actor])].map((member) => {
      const [file] = [...files].find(([, one]) => one.file?.subject === member) ?? [];
      return { member, clocks: [], ...(file === undefined ? {} : { file }) };
    });
  },
});

/** What was written in the files of a kind, of whom each is. */
const toldIn = (files: PretendFiles, written: readonly NewEntry[], kind: NewFile['kind'], steps: readonly string[]) =>
  [...files].flatMap(([file, { file: of }]) => {
    if (of?.kind !== kind || of.subject === undefined) return [];
    const lines = written.filter(({ step, about }) => steps.includes(step) && about.some(({ person }) => person === file));
    const chain = lines.map(({ entry, step, happenedOn, shared }, n) => ({
      entry,
      step,
      happenedOn,
      position: n + 1,
      recordedAt: '2026-03-02T09:00:00Z',
      recordedBy: pretendId(2, 1),
      tombstone: false,
      answers: shared,
    }));
    return [{ member: of.subject, history: whatStands(chain) }];
  });

/** What was written in staff files; a manager is told of the one worker, and two children are carried. */
const pretendWorkforce = (files: PretendFiles, written: readonly NewEntry[]): Workforce => ({
  staffTold: async (_session, steps) => toldIn(files, written, 'staff', steps),
  // The manager of the teams is in the line of every case.
  placesInLine: async (_session, asked) =>
    asked.flatMap((one) => (one.member === pretendId(2, 1) ? [{ ...one, place: 'manager' as const }] : [])),
  carried: async ({ roles }) =>
    roles.some((role) => role === 'teamManager' || role === 'headOfService' || role === 'performanceAnalyst')
      ? [
          { worker: pretendId(2, 0), team: pretendId(3, 0), family: 1, openSince: date('2025-10-06'), onPlanSince: date('2025-11-03') },
          { worker: pretendId(2, 0), team: pretendId(3, 0), family: 1, openSince: date('2025-10-06'), onPlanSince: date('2025-11-03') },
          { team: pretendId(3, 0), openSince: date('2026-02-16'), unallocatedSince: date('2026-02-17') },
        ]
      : [],
  leftMembers: async () => [],
  teamsKnown: async () => [
    { id: pretendId(3, 0), name: 'North 1', area: 'North', managers: [pretendId(2, 1)] },
    { id: pretendId(3, 1), name: 'South 2', area: 'South', managers: [] },
  ],
  reasonsToGo: async () => ({
    asked: 12,
    named: new Map<string, number | 'few' | 'nearlyAll'>([
      ['caseload', 'nearlyAll'],
      ['home', 'few'],
      ['supervision', 6],
    ]),
  }),
});

/** Whoever is newly qualified leads three children on plans, went along once and took somebody along once. */
const pretendInductions = (files: PretendFiles, written: readonly NewEntry[]): Inductions => {
  const members = () =>
    [...files].flatMap(([file, { file: of }]) => (of?.kind === 'induction' ? [{ file, member: of.subject ?? '' }] : []));
  const since = { openSince: date('2026-01-05'), onPlanSince: date('2026-02-02') };
  const carried = () => members().flatMap(({ member: worker }) => [1, 2, 3].map((family) => ({ worker, family, ...since })));
  const told = () => toldIn(files, written, 'induction', ['inductionProgramme', 'inductionReview', 'inductionEnd', 'caseloadDecision']);
  const promised = (member: string) => told().find((one) => one.member === member)?.history ?? [];
  return {
    inductions: async () => members().map((one) => ({ ...one, hours: 7.4 })),
    inductionsTold: async () => told(),
    inductionsProtected: async () => ({
      inductions: members().map((one) => ({ ...one, hours: 7.4, history: promised(one.member) })),
      carried: carried(),
    }),
    inductionCarried: async () => carried(),
    visitedTogether: async () =>
      members().flatMap(({ member }) => [true, false].map((led) => ({ member, visitedOn: date('2026-02-17'), led }))),
  };
};

/** Courses as they are written; of their registers nobody else is told anything. */
const pretendTraining = (files: PretendFiles, written: readonly NewEntry[]): Training => ({
  courses: async () =>
    written.flatMap(({ entry, step, happenedOn, shared, about }) =>
      about.flatMap(({ person }) => {
        const file = files.get(person);
        const body = file?.file?.subject;
        const told = { file: person, title: file?.name ?? '', entry, step, happenedOn, answers: shared };
        return file?.file?.kind === 'course' ? [{ ...told, ...(body === undefined ? {} : { body }) }] : [];
      }),
    ),
  courseBookings: async () => {
    const back = new Set(written.flatMap(({ step, shared }) => (step === 'trainingBookingEnd' ? [shared['booking']] : [])));
    return written.flatMap(({ entry, step, shared, about }): readonly Booked[] => {
      const [session, member] = [String(shared['session']), files.get(about[0]?.person ?? '')?.file?.subject];
      if (step === 'agencyPlaces') return [{ session, agency: String(shared['agency']), places: Number(shared['places']) }];
      return step === 'trainingBooking' && !back.has(entry) ? [{ session, places: 1, ...(member === undefined ? {} : { member }) }] : [];
    });
  },
  startedHere: async () => new Map(),
  trained: async ({ actor }) => [
    { member: actor, topic: 'neglect', title: 'Neglect, hospital trust', heldOn: date('2025-06-03'), came: 'came' },
  ],
  trainingNeeds: async ({ roles }) =>
    roles.includes('headOfService')
      ? [
          { kind: 'staff', topic: 'fathers', raisedOn: date('2026-01-12') },
          { kind: 'auditProgramme', topic: 'uncertainty', raisedOn: date('2026-02-02'), need: 'To write down the other explanation' },
        ]
      : [],
  practiceFound: async () => [],
});

/** Nobody is sealed here but the one whom an officer finds. */
function pretendSeals(): Seals {
  const waiting: UnsealAsked[] = [];
  const officers = new Map([[pretendId(2, 2), { member: pretendId(2, 2), namedAt: '2026-03-02T10:00:00Z', namedBy: pretendId(2, 2) }]]);
  return {
    seal: async () => ({ kind: 'done' }),
    sealOfficers: async () => [...officers.values()],
    nameSealOfficer: async (session, member, isOff) => {
      if (isOff) officers.delete(member);
      else officers.set(member, { member, namedAt: '2026-03-03T10:00:00Z', namedBy: session.actor });
      return { kind: 'done' };
    },
    findSealed: async (_session, asked) =>
      asked === 'L100' ? [{ person: pretendId(1, 3), name: 'Daniel Osei', bornOn: date('2019-05-14') }] : [],
    openSealed: async () => ({ kind: 'unknown' }),
    askUnseal: async (session, person, { why, reason }) => {
      waiting.push({ person, name: 'Daniel Osei', askedAt: '2026-03-03T10:00:00Z', askedBy: session.actor, why, reason });
      return { kind: 'done' };
    },
    unsealsWaiting: async () => waiting,
    confirmUnseal: async (session, person, confirms) => {
      const asked = waiting.find((one) => one.person === person);
      if (asked === undefined) return { kind: 'refused', message: 'Nobody has asked that this seal be lifted' };
      if (confirms && asked.askedBy === session.actor)
        return { kind: 'refused', message: 'Another officer confirms it than whoever asked' };
      waiting.splice(waiting.indexOf(asked), 1);
      return { kind: 'done' };
    },
  };
}

/** What is shown to experts, who hold no role. */
function pretendViews(): ExpertViews {
  const given: (NewView & { readonly person: string; withdrawnAt: string | null })[] = [];
  const open = (actor: string) => given.filter(({ expert, withdrawnAt }) => expert === actor && withdrawnAt === null);
  return {
    giveView: async ({ person }, view) => {
      if (view.entries.length === 0) return { kind: 'refused', message: 'Choose what the expert is shown' };
      given.push({ ...view, person, withdrawnAt: null });
      return { kind: 'done' };
    },
    withdrawView: async (_record, view) => {
      for (const one of given) if (one.view === view) one.withdrawnAt = '2026-03-03T10:00:00Z';
      return { kind: 'done' };
    },
    viewsOf: async ({ person }) =>
      given
        .filter((one) => one.person === person)
        .map((one) => ({ ...one, entries: one.entries.length, givenAt: '2026-03-03T10:00:00Z', givenBy: pretendId(2, 1) })),
    ownViews: async ({ actor }) => open(actor).map((one) => ({ ...one, entries: one.entries.length })),
    readView: async ({ actor }, view) =>
      open(actor)
        .filter((one) => one.view === view)
        .flatMap(({ entries }) =>
          entries.map((entry) => ({ entry, step: 'visit', happenedOn: date('2026-02-11'), answers: { note: 'At the table, drawing.' } })),
        ),
  };
}

/** Who may open a file because they are named for it, and who inspects. */
function pretendGuests() {
  const named: NamedFor[] = [];
  const inspecting = new Map<string, Inspector>([[pretendId(2, 10), { member: pretendId(2, 10), name: 'An inspector' }]]);
  return {
    inspectors: async (): ReturnType<Inspecting['inspectors']> => ({
      inspectors: [...inspecting.values()],
      opened: [{ member: pretendId(2, 10), person: pretendId(1, 0), openedAt: '2026-03-03T09:00:00Z', reason: 'Inspection' }],
    }),
    letInspect: async (_session: Session, member: string, weeks?: Weeks) => {
      inspecting.set(member, { member, name: 'An inspector', ...(weeks === undefined ? {} : { weeks }) });
      return { kind: 'done' } as const;
    },
    namedFor: async (): Promise<readonly NamedFor[]> => named,
    nameFor: async (session: Session, _file: string, { member, until, isOff }: Parameters<WholeRecord['nameFor']>[2]) => {
      const at = named.findIndex((one) => one.member === member);
      if (at >= 0) named.splice(at, 1);
      const one = { member, namedAt: '2026-03-03T09:00:00Z', namedBy: session.actor, ...(until === undefined ? {} : { until }) };
      if (isOff !== true) named.push(one);
      return { kind: 'done' } as const;
    },
  };
}
