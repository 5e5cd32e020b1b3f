import { addDays, addMonths, date, isDate, type LocalDate } from '../src/kernel/calendar/dates.ts';
import { areas, headOf, type Area, type DemoStaff } from './authority.ts';
import { boardOfItsTime } from './board-of-2009.ts';
import { Body, type Sitter } from './body.ts';
import type { DemoFile } from './load-file.ts';
import { agencyYear } from './body-agencies.ts';
import { challenges, issues, priorities, risks, subGroups } from './words/bodies.ts';

/** Two years of the three partners, their four sub-groups and three panels; and the board of 2009, taken over from its minutes. */
export function bodyFiles(staff: DemoStaff, today: LocalDate): readonly DemoFile[] {
  const until = addDays(today, -1);
  const begun = addMonths(today, -25);
  const told = { partners: staff.partners, until, begun };
  const board = new Body('Norchester safeguarding partners', undefined, told);
  partnership(board, headOf(staff));
  return [
    board,
    ...subGroups.map((one, n) => subGroup(board, one, n)),
    ...areas.map((area) => panel(board, area)),
    boardOfItsTime(told),
  ].map((one) => one.file());
}

function partnership(board: Body, head: string): void {
  const { begun } = board;
  board.constitute({
    configuration: 'safeguardingPartners',
    meetsEveryMonths: 'three',
    purpose: 'To see that every child here is safe, and that each agency does its part.',
  });
  const sitters = sittersOf(board.partners, head);
  for (const sitter of sitters) board.seat(sitter);
  board.say('bodyForwardPlan', addMonths(begun, 13), {
    plan: [1, 4, 7, 10].map((n, k) => ({
      on: addMonths(board.until, n - 2),
      item: [
        'Multi-agency data of the quarter',
        'Self-assessments and what peers found',
        'Yearly report',
        'Budget and priorities of next year',
      ][k],
      agency: k === 2 ? 'independent' : 'council',
    })),
  });
  for (const { priority, measure, found } of priorities) {
    const entry = board.say('bodyPriority', addDays(begun, 20), { setOn: addDays(begun, 20), priority, origin: 'own', measure });
    board.progress(entry, found, 6);
  }
  board.meetings(3, sitters);
  for (const [n, one] of risks.entries()) board.risk(one, addMonths(begun, 4 + 5 * n));
  for (const [n, one] of challenges.entries()) board.challenge(one, n === 3 ? addDays(board.until, -34) : addMonths(begun, 3 + 5 * n));
  agencyYear(board);
  reports(board);
}

function reports(board: Body): void {
  const [published, march] = [addDays(lastSeptember(board.until), 20), `${lastSeptember(board.until).slice(0, 4)}-03-31`];
  for (const back of [12, 0])
    if (isDate(march))
      board.say('bodyReport', addMonths(published, -back), {
        yearEnded: addMonths(march, -back),
        sentOn: addDays(addMonths(published, -back), 3),
      });
}

/** Who sits with the partners: those with a sign-in open it. */
const sittersOf = (partners: DemoStaff['partners'], head: string): readonly Sitter[] => [
  { agency: 'council', name: 'Chief executive', seat: 'lead' },
  { agency: 'integratedCareBoard', name: 'Chief executive of the integrated care board', seat: 'lead' },
  { agency: 'police', name: 'Chief constable', seat: 'lead' },
  { agency: 'council', name: 'Director of children’s services', seat: 'delegated', member: head },
  { agency: 'integratedCareBoard', name: 'Chief nurse', seat: 'delegated', member: partners.health },
  { agency: 'police', name: 'Detective superintendent', seat: 'delegated', member: partners.police },
  { agency: 'integratedCareBoard', name: 'Chief nurse, as chair of the partnership', seat: 'chair' },
  { agency: 'independent', name: 'Independent scrutineer', seat: 'scrutineer', member: partners.scrutineer },
  { agency: 'schools', name: 'Head teacher, for the schools', seat: 'education', member: partners.schools },
  { agency: 'probation', name: 'Head of probation', seat: 'relevantAgency', member: partners.probation },
  { agency: 'voluntary', name: 'Chair of the voluntary sector’s forum', seat: 'relevantAgency' },
  { agency: 'council', name: 'Business manager', seat: 'businessManager', member: partners.business },
];

/** The first of the September that is over. */
function lastSeptember(until: LocalDate): LocalDate {
  const year = Number(until.slice(0, 4));
  return date(`${until.slice(5) > '09-24' ? year : year - 1}-09-01`);
}

function subGroup(board: Body, { name, purpose, work }: (typeof subGroups)[number], n: number): Body {
  const { partners, begun } = board;
  const group = new Body(name, board.id, board);
  group.constitute({ configuration: 'subGroup', meetsEveryMonths: 'three', purpose });
  const chairs = [partners.scrutineer, partners.business, partners.schools, partners.police];
  const sitters: readonly Sitter[] = [
    { agency: n === 0 ? 'independent' : 'council', name: 'Chair of the sub-group', seat: 'chair', member: chairs[n] ?? partners.business },
    { agency: 'police', name: 'Detective inspector', seat: 'member' },
    { agency: 'healthProvider', name: 'Named nurse', seat: 'member' },
    { agency: 'schools', name: 'Designated safeguarding lead', seat: 'member' },
  ];
  for (const sitter of sitters) group.seat(sitter);
  group.workPlan(work, priorities[n % priorities.length]?.priority ?? '', addMonths(begun, 12));
  group.meetings(3, sitters);
  return group;
}

const chairsOf: Readonly<Record<Area, 'north' | 'central' | 'south'>> = { North: 'north', Central: 'central', South: 'south' };

function panel(board: Body, area: Area): Body {
  const { partners, begun, until } = board;
  const one = new Body(`${area} local panel`, board.id, board);
  one.constitute({
    configuration: 'panel',
    meetsEveryMonths: 'two',
    teamsOf: area,
    purpose: 'To turn the priorities of the partners into better work here.',
  });
  const sitters: readonly Sitter[] = [
    { agency: 'schools', name: `Head teacher, ${area}`, seat: 'chair', member: partners[chairsOf[area]] },
    { agency: 'healthProvider', name: `Locality lead of the health visitors, ${area}`, seat: 'member', member: partners.visiting },
    { agency: 'police', name: `Neighbourhood inspector, ${area}`, seat: 'member' },
    { agency: 'voluntary', name: `Family centre, ${area}`, seat: 'member' },
  ];
  for (const sitter of sitters) one.seat(sitter);
  for (const { priority, measure, local, found } of priorities.slice(0, area === 'South' ? 2 : 3)) {
    const setOn = addDays(begun, 60);
    const entry = one.say('bodyPriority', setOn, { setOn, priority, origin: 'above', measure, localMeasure: local });
    one.progress(
      entry,
      found.slice(0, 3).map((words) => {
        const third = words.replace(/\d+/g, (n) => String(Math.max(6, Math.round(Number(n) / 3))));
        return `Here: ${third.replace(/^\d+/, (n) => String(Math.max(5, Number(n) - areas.indexOf(area))))}`;
      }),
      7,
    );
  }
  one.meetings(2, sitters);
  for (const issue of issues.filter((each) => each.area === area))
    one.issue(issue, area === 'Central' ? addDays(until, -50) : addMonths(begun, 14));
  return one;
}
