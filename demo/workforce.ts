import { addDays, addMonths, date, type LocalDate } from '../src/kernel/calendar/dates.ts';
import { idWithin } from '../src/practice/pathway.ts';
import { headOf, type DemoCounties, type DemoMember, type DemoStaff, type DemoTeam } from './authority.ts';
import { chanceOf, idFrom, type Chance } from './chance.ts';
import type { DemoFile } from './load-file.ts';
import { entryOf, workingDayAfter, workingDayBefore, type DemoEntry } from './telling.ts';

type Days = { readonly today: LocalDate; readonly until: LocalDate };

/** Whose file it is, and what goes with it. */
type Of = Days & {
  readonly file: string;
  readonly member: DemoMember;
  readonly team: DemoTeam | undefined;
  readonly by: string;
  readonly head: string;
  readonly chance: Chance;
  /** The first day that is on record here: what was before is said on it. */
  readonly begun: LocalDate;
  readonly leftOn: LocalDate | undefined;
};

const state = ({ file, by }: Of, step: string, on: LocalDate, shared: DemoEntry['shared'], more: Partial<DemoEntry> = {}): DemoEntry => ({
  ...entryOf({ entry: idFrom('entry', file, step, on, 'workforce', String(shared['until'] ?? '')), step, on, of: file, by, shared }),
  ...more,
});

const languages = ['Urdu', 'Polish', 'Portuguese', 'British Sign Language', 'Punjabi', 'Romanian'] as const;

/** How somebody is employed: in teams that are short of staff two of seven are agency staff. */
function employed(of: Of, grade: string, since: unknown): readonly DemoEntry[] {
  const { member, team, chance, begun } = of;
  const isManager = member.manages !== undefined;
  const place = team?.workers.indexOf(member.member) ?? -1;
  const isAgency = team?.isStretched === true && (place === 4 || place === 5);
  const isWorker = member.roles.includes('socialWorker');
  const startedOn =
    member.startedDaysAgo === undefined && !isAgency
      ? workingDayAfter(addDays(begun, -chance.between(30, isManager ? 4000 : 2500)))
      : begun;
  const hours = chance.happens(0.16) ? chance.oneOf([18.5, 22.2, 29.6]) : 37;
  const speaks = chance.happens(0.18) ? { languages: chance.oneOf(languages) } : {};
  const role = isManager ? '3' : member.roles.includes('reviewingOfficer') ? '6' : grade === 'advanced' ? '4' : isWorker ? '5' : undefined;
  const shared = {
    contract: isAgency ? 'agency' : chance.happens(0.05) ? 'fixedTerm' : 'permanent',
    ...(team === undefined ? {} : { team: team.team }),
    hours,
    grade,
    ...(grade === 'newlyQualified' && typeof since === 'string' ? { newlyQualifiedSince: since } : {}),
    ...(role === undefined ? {} : { role }),
    ...speaks,
  };
  const origin = isAgency ? '4' : chance.oneOf(['1', '2', '4', '6'] as const);
  const first = state(of, 'employment', startedOn, { from: startedOn, ...shared, origin }, { recordedOn: begun });
  const changedOn = workingDayAfter(addDays(begun, 200 + chance.below(300)));
  if (hours === 37 || changedOn >= (of.leftOn ?? of.until)) return [first];
  const whole = { ...first, shared: { ...first.shared, hours: 37 } };
  return [whole, state(of, 'employment', changedOn, { from: changedOn, ...shared })];
}

/** The day on which registrations end: 30 November, that of today or the next. */
function renewalDay(today: LocalDate): LocalDate {
  const thisYear = date(`${today.slice(0, 4)}-11-30`);
  return thisYear >= today ? thisYear : addMonths(thisYear, 12);
}

/** Seen each year before winter; of four in five already for the next one, where it is autumn. */
function registered(of: Of): readonly DemoEntry[] {
  const { member, chance, today, until, begun, leftOn } = of;
  if (member.registration === undefined) return [];
  const ends = renewalDay(today);
  return [-24, -12, 0]
    .flatMap((months) => {
      const from = addMonths(ends, months);
      const seen = workingDayBefore(addDays(addMonths(from, -12), chance.between(-40, -2)));
      const seenOn = seen < begun ? begun : seen;
      const isOver = from <= begun || seenOn > until || (leftOn !== undefined && seenOn >= leftOn);
      return isOver ? [] : [state(of, 'staffRegistration', seenOn, { seenOn, number: member.registration, until: from })];
    })
    .concat(renewedEarly(of, ends));
}

function renewedEarly(of: Of, ends: LocalDate): readonly DemoEntry[] {
  const { member, chance, until, leftOn } = of;
  const seenOn = workingDayBefore(addDays(ends, -chance.between(3, 60)));
  if (seenOn > until || leftOn !== undefined || !chance.happens(0.8)) return [];
  return [state(of, 'staffRegistration', seenOn, { seenOn, number: member.registration, until: addMonths(ends, 12) })];
}

/** Sickness: where a team is short of staff more of them are away, and for longer; some are away still. */
function away(of: Of, isAwayStill: boolean): readonly DemoEntry[] {
  const { chance, until, begun, leftOn, team } = of;
  const isStretched = team?.isStretched === true;
  const last = leftOn ?? until;
  const spells = [520, 330, 150].flatMap((ago) => {
    const from = workingDayAfter(addDays(until, -ago + chance.below(60)));
    const days = chance.between(2, isStretched ? 30 : 9);
    const lastDay = workingDayAfter(addDays(from, days));
    const recordedOn = workingDayAfter(from);
    if (!chance.happens(isStretched ? 0.6 : 0.3) || from <= begun || lastDay >= last || recordedOn >= last) return [];
    return [
      state(of, 'staffAbsence', from, { from, reason: 'SIC', ...(days > 20 ? { becauseOfWork: true } : {}) }, { recordedOn }),
      state(of, 'staffAbsenceEnd', lastDay, {
        lastDay,
        ...(days > 14 ? { agreed: 'Half days for two weeks; no new child for a month.' } : {}),
      }),
    ];
  });
  const since = workingDayAfter(addDays(until, -chance.between(20, 45)));
  return isAwayStill ? [...spells, state(of, 'staffAbsence', since, { from: since, reason: 'SIC', becauseOfWork: true })] : spells;
}

type Incident = { readonly kind: string; readonly alone: boolean; readonly what: string; readonly done: string };
const incidents: readonly [Incident, ...Incident[]] = [
  { kind: 'threat', alone: true, what: 'Followed to the car and shouted at.', done: 'Visits in pairs; a warning is on the record.' },
  {
    kind: 'notBack',
    alone: true,
    what: 'No word after the last visit of the day; telephone was flat.',
    done: 'The buddy list names who rings at seven.',
  },
  { kind: 'place', alone: true, what: 'A loose dog on the landing.', done: 'Meets the family at school.' },
  { kind: 'threat', alone: false, what: 'Shouted at in reception.', done: 'Security was called; spoken with the family next day.' },
];

function happenedTo(of: Of): readonly DemoEntry[] {
  const { chance, until, begun, leftOn, team, member } = of;
  const on = workingDayBefore(addDays(until, -chance.between(4, 340)));
  if (!chance.happens(team?.isStretched === true ? 0.3 : 0.07) || on <= begun || on >= (leftOn ?? until)) return [];
  return [
    state(of, 'safetyIncident', on, { on, ...chance.oneOf(incidents) }, { recordedBy: leftOn === undefined ? member.member : of.by }),
  ];
}

const said = [
  'I came to see children, and I see a screen.',
  'Twenty-six children, and six weeks without anybody to think with.',
  'I would come back to another team tomorrow.',
  'Nobody asked me until today.',
] as const;

/** Why they left, as they said it to the head of service. */
function gone(of: Of): readonly DemoEntry[] {
  const { leftOn, chance, team, head } = of;
  if (leftOn === undefined) return [];
  const destination = chance.oneOf(['1', '1', '3', '3', '6', '4'] as const);
  const reasons = team?.isStretched === true ? ['caseload', chance.oneOf(['supervision', 'recording', 'wellbeing'] as const)] : ['home'];
  const asked = chance.happens(0.85)
    ? [
        state(
          of,
          'exitInterview',
          leftOn,
          { on: leftOn, reasons, wouldReturn: chance.happens(0.6), said: chance.oneOf(said) },
          { recordedBy: head },
        ),
      ]
    : [];
  return [state(of, 'employmentEnd', leftOn, { endedOn: leftOn, reason: '1', destination }), ...asked];
}

/** The staff files as supervision tells them, with employment, absence, registration and leaving; those of who left within the year besides; and the register. */
export function withWorkforce(files: readonly DemoFile[], counties: DemoCounties, days: Days): readonly DemoFile[] {
  const known = new Map(counties.flatMap((staff) => staff.members.map((member) => [member.member, { member, staff }] as const)));
  const stillAway = new Set(
    counties.flatMap(({ teams }) =>
      teams
        .filter(({ isStretched }) => isStretched)
        .slice(0, 3)
        .flatMap(({ workers }) => workers[2] ?? []),
    ),
  );
  const told = files.map((file) => {
    const one = known.get(file.subject ?? '');
    if (file.kind !== 'staff' || one === undefined) return file;
    const [agreed] = file.entries;
    const of = ofFile(one.staff, one.member, file.file, agreed?.happenedOn ?? days.until, days);
    const grade = String(agreed?.shared['grade'] ?? 'socialWorker');
    const entries = [
      ...employed(of, grade, agreed?.shared['startedInPostOn']),
      ...registered(of),
      ...away(of, stillAway.has(one.member.member)),
      ...happenedTo(of),
      ...gone(of),
    ];
    return { ...file, entries: [...file.entries, ...entries] };
  });
  return [
    ...told,
    ...counties.flatMap((staff) => staff.former.map((member) => formerFile(staff, member, days))),
    registerFile(counties, days),
  ];
}

function ofFile(staff: DemoStaff, member: DemoMember, file: string, begun: LocalDate, days: Days): Of {
  const team = staff.teams.find((one) => one.team === member.team);
  const head = headOf(staff);
  const leftOn = member.leftDaysAgo === undefined ? undefined : workingDayBefore(addDays(days.today, -member.leftDaysAgo - 1));
  const by = member.manages === undefined ? (team?.manager ?? head) : head;
  return { ...days, file, member, team, by, head, chance: chanceOf(idFrom('workforce', member.member)), begun, leftOn };
}

/** Who left within the year: of half of them the whole of it was within the year. */
function formerFile(staff: DemoStaff, member: DemoMember, days: Days): DemoFile {
  const file = idFrom('staff file', member.member);
  const months = Number.parseInt(member.member.slice(0, 2), 16) % 2 === 0 ? 7 : 19;
  const leftDaysAgo = member.leftDaysAgo ?? 0;
  const begun = workingDayAfter(addMonths(addDays(days.today, -leftDaysAgo), -months));
  const of = ofFile(staff, { ...member, startedDaysAgo: 0 }, file, begun, days);
  return {
    file,
    kind: 'staff',
    title: `Staff file of ${member.name}`,
    subject: member.member,
    entries: [...employed(of, 'socialWorker', undefined), ...registered(of), ...away(of, false), ...gone(of)],
  };
}

const standard = {
  help: 0.6,
  assessment: 1,
  inNeed: 1,
  protection: 1.5,
  lookedAfter: 1.2,
  leavingCare: 0.6,
  proceedings: 0.8,
  distance: 0.3,
  siblings: 60,
  second: 50,
  usual: 20,
  newlyQualified: 90,
  fullTimeHours: 37,
  span: 7,
} as const;

/** Posts of every team, and the standard by which caseloads are weighed: one file of an authority, written by its head of service. */
function registerFile(counties: DemoCounties, { today }: Days): DemoFile {
  const [staff] = counties;
  const head = headOf(staff);
  const file = idWithin('the workforce', 'workforce', 0);
  const from = workingDayAfter(addDays(today, -735));
  const tell = (step: string, on: LocalDate, key: string, shared: DemoEntry['shared']): DemoEntry =>
    entryOf({ entry: idFrom('entry', file, step, key), step, on, of: file, by: head, shared });
  const later = workingDayAfter(addDays(today, -240));
  return {
    file,
    kind: 'workforce',
    title: 'Posts and local standards',
    entries: [
      tell('caseloadStandard', from, 'first', { from, why: 'The first of ours: agreed with practitioners of every team.', ...standard }),
      tell('caseloadStandard', later, 'second', {
        from: later,
        why: 'What people said on leaving: the usual caseload is two lower, and proceedings weigh more.',
        ...standard,
        proceedings: 1,
        usual: 18,
      }),
      ...counties.flatMap(({ teams }) =>
        teams.map((team) => tell('teamPosts', from, team.team, { from, team: team.team, posts: postsOf(team) })),
      ),
    ],
  };
}

/** Where a team is short of staff, two posts are filled by nobody; support workers have posts of their own. */
const postsOf = ({ kind, isStretched, name }: DemoTeam) => [
  { grade: 'manager', fte: 1 },
  { grade: kind === 'Leaving Care' ? 'otherPractitioner' : 'socialWorker', fte: isStretched ? 8 : 6 },
  ...(kind !== 'Leaving Care' && /North Child Protection|Family Support/.test(name)
    ? [{ grade: 'otherPractitioner', fte: /Central|North Family/.test(name) ? 1 : 5 }]
    : []),
];
