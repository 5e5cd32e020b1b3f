import { addDays, type LocalDate } from '../src/kernel/calendar/dates.ts';
import { chanceFrom, idFrom, type Chance } from './chance.ts';
import type { DemoFile } from './load-file.ts';
import type { Supervised, SupervisionDay } from './supervision-days.ts';
import { entryOf, workingDayAfter, type DemoEntry, type DemoFamily } from './telling.ts';
import { agreedWithStaff, comments, learning, practice, wellbeing } from './words/supervision.ts';

/** Who was discussed with whom on which day: known once every family is told. */
export type Discussions = Map<string, Set<string>>;

const keyOf = (member: unknown, on: LocalDate): string => `${String(member)} ${on}`;

/** Remembers whose children were discussed, as their families are told. */
export function noteDiscussions(discussions: Discussions, { entries }: Pick<DemoFamily, 'entries'>): void {
  for (const { step, happenedOn, shared, about } of entries) {
    if (step !== 'caseDiscussion') continue;
    const key = keyOf(shared['worker'], happenedOn);
    const children = discussions.get(key) ?? new Set();
    for (const { person } of about) children.add(person);
    discussions.set(key, children);
  }
}

/** Two years of supervision of everybody who is supervised: each a file of their own, with no word about a child in it. */
export const staffFiles = (supervised: Iterable<Supervised>, discussions: Discussions): readonly DemoFile[] =>
  Array.from(supervised, (one) => ({
    file: fileOf(one),
    kind: 'staff',
    title: `Staff file of ${one.member.name}`,
    subject: one.member.member,
    entries: entriesOf(one, discussions),
  }));

const fileOf = ({ member }: Supervised): string => idFrom('staff file', member.member);

function entriesOf(one: Supervised, discussions: Discussions): readonly DemoEntry[] {
  const { member, agreedOn, leftOn, days } = one;
  const chance = chanceFrom(Number.parseInt(member.member.slice(9, 13), 16) + 41);
  const isManager = member.roles.includes('teamManager') || member.roles.includes('reviewingOfficer');
  const grade = isManager ? 'manager' : member.roles.includes('leadPractitioner') ? 'otherPractitioner' : chance.oneOf(workersGrades);
  const said = days.flatMap((day) => supervisionOf(one, day, discussions, chance));
  return [
    entry(one, 'staffSupervisionAgreement', agreedOn, { startedOn: agreedOn, grade, terms: 'In person, ninety minutes, door shut.' }),
    ...said,
    ...(leftOn === undefined ? [] : [entry(one, 'staffSupervisionEnd', leftOn, { endedOn: leftOn, reason: 'left' })]),
  ];
}

const workersGrades = ['socialWorker', 'socialWorker', 'socialWorker', 'advanced'] as const;

const entry = (
  one: Supervised,
  step: string,
  on: LocalDate,
  shared: DemoEntry['shared'],
  more: Partial<Pick<DemoEntry, 'recordedOn' | 'recordedBy'>> = {},
): DemoEntry => {
  const of = fileOf(one);
  return { ...entryOf({ entry: idFrom('entry', of, step, on), step, on, of, by: one.supervisor, shared }), ...more };
};

const reasons = ['emergency', 'supervisor', 'sickness', 'supervisor'] as const;

function supervisionOf(one: Supervised, day: SupervisionDay, discussions: Discussions, chance: Chance): readonly DemoEntry[] {
  const { on, recordedOn, held } = day;
  if (!held) return [entry(one, 'staffSupervision', on, { heldOn: on, held, whyNot: chance.oneOf(reasons) }, { recordedOn })];
  const children = [...(discussions.get(keyOf(one.member.member, on)) ?? [])].map((child) => ({ child }));
  const shared = {
    heldOn: on,
    held,
    ...(chance.happens(0.6) ? { wellbeing: chance.oneOf(wellbeing) } : {}),
    ...(chance.happens(0.5) ? { practice: chance.oneOf(practice) } : {}),
    ...(chance.happens(0.15) ? { learning: chance.oneOf(learning) } : {}),
    ...(chance.happens(0.1) ? { agreedActions: [{ what: chance.oneOf(agreedWithStaff), owner: one.supervisor }] } : {}),
    nextOn: workingDayAfter(addDays(on, 28)),
    ...(children.length === 0 ? {} : { children }),
  };
  return [entry(one, 'staffSupervision', on, shared, { recordedOn }), ...commentOn(one, day, chance)];
}

/** One in nine writes something of their own, on the day itself. */
function commentOn(one: Supervised, { recordedOn }: SupervisionDay, chance: Chance): readonly DemoEntry[] {
  if (!chance.happens(0.11)) return [];
  const comment = chance.oneOf(comments);
  return [entry(one, 'staffSupervisionComment', recordedOn, { on: recordedOn, ...comment }, { recordedBy: one.member.member })];
}
