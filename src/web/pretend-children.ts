import { addDays, addMonths, type LocalDate } from '../kernel/calendar/dates.ts';
import { addWorkingDays } from '../kernel/calendar/working-days.ts';
import type { Clock } from '../kernel/step/clock.ts';
import type { ReviewStanding } from '../kernel/derivation/derivation.ts';
import type { Role } from '../kernel/step/permission.ts';
import type { Line } from '../kernel/step/history.ts';
import type { ListedChild, NewEntry } from '../record/contract.ts';

export const pretendId = (kind: number, n: number): string =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`;
/** One member of each role, in this order. */
export const pretendMembers: readonly (readonly [Role, string])[] = [
  ['socialWorker', 'Priya Shah'],
  ['teamManager', 'Tom Ashdown'],
  ['headOfService', 'Helen Voss'],
  ['reviewingOfficer', 'Ruth Oyelaran'],
  ['dutyWorker', 'Max Byrne'],
  ['performanceAnalyst', 'Ana Lopez'],
  ['administrator', 'Ian Frost'],
  ['leadPractitioner', 'Lena Marsh'],
  ['boardManager', 'Joan Petrie'],
  ['boardMember', 'Owen Reeve'],
  ['inspector', 'Judith Quayle'],
  ['dataProtectionOfficer', 'Charles Obi'],
  ['designatedOfficer', 'Nadia Rahman'],
];

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
/** As long as names are, and longer. */
export const longName =
  'Anastasia-Temperance Cholmondeley-Warner-Throgmorton Ó Súilleabháin-Żółkiewska Wolfeschlegelsteinhausenbergerdorff';
const id = pretendId;
const clock = (rule: string, version: string, from: LocalDate, dueOn: LocalDate, notInSource = false): Clock => ({
  rule,
  version,
  startedBy: pretendId(7, 1),
  startedOn: from,
  dueOn,
  notInSource,
});

/** Of every tenth nothing is in; of others some, and something has happened. */
const pretendReview = (today: LocalDate, n: number): ReviewStanding => ({
  in: n % 10 === 8 ? ['report', 'child', 'parents', 'carers', 'school', 'health'] : ['report', 'carers'].slice(0, n % 3),
  asked: ['child', 'parents'],
  participation: n % 4 === 0 ? 'PN1' : 'PN6',
  ...(n % 4 === 0 ? { advocate: 'takenUp', visitor: 'declined' } : {}),
  events: n % 4 === 0 ? [{ entry: id(7, 2), kind: n % 8 === 0 ? 'placementMove' : 'missing', on: addDays(today, -n) }] : [],
  recommendations: n % 4 === 0 ? [{ entry: id(7, 3), byWhen: addDays(today, n - 9) }] : [],
  ...(n === 18
    ? { dispute: { entry: id(7, 1), since: addDays(today, -9), level: 'headOfService', atLevelSince: addDays(today, -4) } }
    : {}),
  ...(n === 28 ? { tie: 'plans' } : {}),
});

/** Every fourth is on a register or two. */
const pretendRegisters = (n: number, since: LocalDate): Pick<ListedChild['standing'], 'registers'> => {
  const on = [
    ...(n % 4 === 0 ? [{ register: 'placedHere', since, state: n % 8 === 0 ? 'bothOwed' : 'complete' }] : []),
    ...(n % 12 === 0 ? [{ register: 'guardianship', since, state: 'assessed' }] : []),
    ...(n === 6 || n === 7 ? [{ register: 'sealing', since, state: n === 6 ? 'toSeal' : 'storyOwed' }] : []),
  ];
  return on.length === 0 ? {} : { registers: on };
};

/** A review chaired by the manager of the teams, and a conference by whoever decided in the case. */
const pretendChaired = (today: LocalDate, n: number): Pick<ListedChild['standing'], 'chaired'> =>
  n === 8
    ? { chaired: [{ meeting: 'lookedAfterReview', on: addDays(today, -8), by: id(2, 1) }] }
    : n === 18
      ? { chaired: [{ meeting: 'reviewConference', on: addDays(today, -30), by: id(2, 3), tie: 'managed' }] }
      : {};

export const pretendChildren = (now: Date, today: LocalDate, count: number): readonly ListedChild[] =>
  Array.from({ length: count }, (_, n) => {
    const since = addMonths(today, -(n % 11) - 1);
    return {
      person: id(1, n),
      changedAt: now.toISOString(),
      standing: {
        name: n === 12 ? longName : `${names[n % names.length]}${n >= names.length ? ` ${n}` : ''}`,
        bornOn: addDays(addMonths(today, -12 * (n % 15)), -20),
        sex: 'F',
        ...(n === 11
          ? { keptUntil: addDays(today, -3) }
          : n === 10
            ? { keptUntil: addDays(today, -2), heldSince: addDays(today, -90) }
            : {}),
        family: id(9, n >> 1),
        ...(n % 5 === 3 ? {} : { onPlanSince: since, category: 'NEG' }),
        ...(n % 5 >= 3
          ? {
              lookedAfterSince: since,
              legalStatus: 'V2',
              placementType: 'U6',
              ...(n % 2 === 0 ? { reviewingOfficer: id(2, 3), lastLookedAfterReviewOn: addMonths(today, -(n % 5)) } : {}),
              ...pretendChaired(today, n),
              ...(n === 9 ? { missingSince: addDays(today, -1) } : {}),
              review: pretendReview(today, n),
              stays: {
                movedOn: [since, addDays(today, -n * 5)].filter((day) => day >= since),
                since,
                area: n % 3 === 0 ? 'atDistance' : 'here',
                miles: (n * n) % 131,
              },
            }
          : {}),
        ...pretendRegisters(n, since),
        team: id(3, n % 2),
        ...(n % 7 === 6 ? {} : { worker: id(2, 0) }),
        ...(n % 3 === 0 ? { lastReviewOn: addMonths(today, -(n % 9)) } : {}),
        ...(n % 5 === 4 ? { visitsNotInSource: true } : { lastSeenOn: addDays(today, -n * 2) }),
      },
      clocks: [
        ...(n % 4 === 0 ? [clock('noticeOfPlacementHere', 'reg 13', since, addDays(today, n - 6))] : []),
        ...(n % 12 === 0 ? [clock('guardianshipReport', 'local', since, addDays(today, n * 3 - 8))] : []),
        clock('laterReviewConference', 'Working Together 1999', since, addDays(today, n * 9 - 20)),
        clock('laterCoreGroup', 'local', since, addWorkingDays(today, (n % 6) + 1)),
        clock('childProtectionVisit', 'local', since, addDays(today, 6 - n), n % 5 === 4),
        ...(n % 5 >= 3
          ? [
              clock('laterLookedAfterReview', 'reg 33', since, addDays(today, n * 7 - 30)),
              clock('lookedAfterVisit', 'reg 28', since, addDays(today, n - 4)),
              clock('reviewHealthAssessment', 'reg 7', since, addDays(today, 40), n === 8),
              clock('reviewMidwayCheck', 'local', since, addDays(today, n * 3 - 20)),
              ...(n > 12 ? [clock('reviewRecordWritten', 'IRO Handbook 2010', since, addDays(today, n - 30))] : []),
              ...(n === 18 ? [clock('reviewDispute', 'IRO Handbook 2010', since, addDays(today, 9))] : []),
            ]
          : []),
      ],
    };
  });

/** A plan, visits of which one was corrected and one struck out, and what was written since. */
export function pretendChain(person: string, now: Date, today: LocalDate, written: readonly NewEntry[]): readonly Line[] {
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
    .map((entry, n) => {
      const { answers, person: _, ...more } = entry.about.find((one) => one.person === person) ?? { answers: {}, person };
      return line(10 + n, entry.step, entry.happenedOn, { ...entry.shared, ...answers }, { entry: entry.entry, ...more });
    });
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
      seenAlone: 'yes',
      note: 'Kitchen and bedroom seen.',
    }),
    line(
      3,
      'visit',
      addDays(today, -29),
      { visitedOn: addDays(today, -29), place: 'home', seen: true },
      { corrects: 2, source: 'cin:1:88' },
    ),
    line(4, 'visit', addDays(today, -20), { visitedOn: addDays(today, -20), place: 'home', seen: true, note: 'At the table, drawing.' }),
    line(5, 'visit', addDays(today, -20), { visitedOn: addDays(today, -20), place: 'home', seen: true }),
    line(6, 'visit', addDays(today, -20), {}, { corrects: 5, tombstone: true, reason: 'Recorded twice' }),
    ...added,
  ];
}
