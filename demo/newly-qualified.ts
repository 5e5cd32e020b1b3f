import { addDays, addMonths, type LocalDate } from '../src/kernel/calendar/dates.ts';
import type { DemoMember, DemoStaff, DemoTeam } from './authority.ts';
import { chanceOf, idFrom, type Chance } from './chance.ts';
import type { DemoFile } from './load-file.ts';
import type { Supervised } from './supervision-days.ts';
import { entryOf, workingDayAfter, workingDayBefore, type DemoEntry, type DemoFamily } from './telling.ts';
import { helps, plans, seen, shown, talked } from './words/learning.ts';

/** Somebody newly qualified: before that they worked in the team without being a social worker. */
export type Newly = {
  readonly n: number;
  readonly member: DemoMember;
  readonly team: DemoTeam;
  readonly startedOn: LocalDate;
  /** Absent: nobody has been asked yet. */
  readonly mentor: string | undefined;
};

/** How long ago each of the eleven began, in days. */
const startedAgo = [24, 47, 78, 111, 143, 171, 203, 238, 276, 315, 349] as const;

/** Eleven of those who are supervised, one of a team, and a mentor of another team for all but the last to come. */
export function newlyQualifiedIn(staff: DemoStaff, supervised: readonly Supervised[], today: LocalDate): readonly Newly[] {
  const teamOf = new Map(staff.teams.map((team) => [team.team, team]));
  const workers = supervised.flatMap(({ member, leftOn }) => {
    const team = teamOf.get(member.team ?? '');
    const isOne = member.roles.includes('socialWorker') && leftOn === undefined && member.startedDaysAgo === undefined;
    const place = team?.workers.indexOf(member.member) ?? -1;
    // Nobody who is away, nor agency staff.
    return team !== undefined && isOne && team.kind !== 'Leaving Care' && place >= 0 && ![2, 4, 5].includes(place)
      ? [{ member, team }]
      : [];
  });
  const [few, rest] = [new Map<string, (typeof workers)[number]>(), new Array<(typeof workers)[number]>()];
  for (const one of workers) {
    if (few.has(one.team.team)) rest.push(one);
    else few.set(one.team.team, one);
  }
  const chosen = [...few.values(), ...rest].slice(0, startedAgo.length);
  return chosen.map(({ member, team }, n) => {
    const others = staff.teams.filter((one) => one.team !== team.team && one.kind !== 'Leaving Care');
    const mentor = others[(n * 5 + 3) % others.length]?.workers[1];
    return { n, member, team, startedOn: workingDayAfter(addDays(today, -(startedAgo[n] ?? 24))), mentor: n === 1 ? undefined : mentor };
  });
}

/** Some of their visits are with a colleague, and on some of a colleague’s they go along: one touch in the visit, and nothing else. */
export function withColleagues(newly: readonly Newly[], family: DemoFamily): DemoFamily {
  const byMember = new Map(newly.map((one) => [one.member.member, one]));
  const ofTeam = new Map(newly.flatMap((one) => one.team.workers.map((worker) => [worker, one] as const)));
  const entries = family.entries.map((entry) => {
    if (entry.step !== 'visit' || entry.corrects !== undefined) return entry;
    const chance = chanceOf(idFrom('colleague', entry.entry));
    const own = byMember.get(entry.recordedBy);
    if (own !== undefined && entry.happenedOn >= own.startedOn && chance.happens(0.3))
      return withColleague(entry, own.team.workers.find((worker) => worker !== own.member.member) ?? own.team.manager);
    const near = ofTeam.get(entry.recordedBy);
    if (own === undefined && near !== undefined && entry.happenedOn >= near.startedOn && chance.happens(0.12))
      return withColleague(entry, near.member.member);
    return entry;
  });
  return { ...family, entries };
}

const withColleague = (entry: DemoEntry, colleague: string): DemoEntry => ({ ...entry, shared: { ...entry.shared, colleague } });

type Days = { readonly until: LocalDate };
const by = (until: LocalDate, entries: readonly DemoEntry[]): readonly DemoEntry[] =>
  entries.filter(({ recordedOn }) => recordedOn <= until);

/** Staff files of the eleven: unqualified until they began, then newly qualified, with supervision as often as that asks. */
export function withNewlyQualified(files: readonly DemoFile[], newly: readonly Newly[], { until }: Days): readonly DemoFile[] {
  const known = new Map(newly.map((one) => [one.member.member, one]));
  return files.map((file) => {
    const one = file.kind === 'staff' ? known.get(file.subject ?? '') : undefined;
    return one === undefined ? file : { ...file, entries: [...file.entries.flatMap(asBefore(one)), ...by(until, since(file, one, until))] };
  });
}

/** Nobody is registered who is not qualified; the supervision and the employment of before are another practitioner’s. */
const asBefore =
  ({ startedOn }: Newly) =>
  (entry: DemoEntry): readonly DemoEntry[] => {
    if (entry.happenedOn >= startedOn) return [entry];
    if (entry.step === 'staffRegistration') return [];
    const isOfGrade = entry.step === 'staffSupervisionAgreement' || entry.step === 'employment';
    const { role: _, ...rest } = entry.shared;
    return [isOfGrade ? { ...entry, shared: { ...rest, grade: 'otherPractitioner' } } : entry];
  };

function since(file: DemoFile, { member, team, startedOn, n }: Newly, until: LocalDate): readonly DemoEntry[] {
  const say = (step: string, on: LocalDate, shared: DemoEntry['shared']): DemoEntry =>
    entryOf({ entry: idFrom('entry', file.file, step, on, 'newly qualified'), step, on, of: file.file, by: team.manager, shared });
  const employed = file.entries.findLast(({ step, happenedOn }) => step === 'employment' && happenedOn < startedOn);
  const { origin: _, ...as } = employed?.shared ?? {};
  const grade = 'newlyQualified';
  const chance = chanceOf(idFrom('supervised weekly', member.member));
  const held = new Set(file.entries.filter(({ step }) => step === 'staffSupervision').map(({ happenedOn }) => happenedOn));
  return [
    say('staffSupervisionAgreement', startedOn, {
      startedOn,
      grade,
      startedInPostOn: startedOn,
      terms: 'Weekly at first, an hour, door shut.',
    }),
    ...(employed === undefined
      ? []
      : [say('employment', startedOn, { ...as, from: startedOn, grade, newlyQualifiedSince: startedOn, role: '5' })]),
    ...supervisedOn(startedOn, until, n === 4 ? 26 : 0)
      .filter((on) => !held.has(on))
      .map((on) =>
        say('staffSupervision', on, { heldOn: on, held: true, ...(chance.happens(0.5) ? { learning: chance.oneOf(talked) } : {}) }),
      ),
  ];
}

/** Every week for six weeks, every two weeks to six months, every four from then on; of one nothing for the last weeks. */
function supervisedOn(startedOn: LocalDate, until: LocalDate, withoutFor: number): readonly LocalDate[] {
  const days: LocalDate[] = [];
  const last = addDays(until, -withoutFor);
  for (let on = startedOn; on <= last;) {
    const every = on < addDays(startedOn, 42) ? 7 : on < addMonths(startedOn, 6) ? 14 : 28;
    on = workingDayBefore(addDays(on, every));
    if (on <= last) days.push(on);
  }
  return days;
}

const stages = [
  ['three', 3],
  ['six', 6],
  ['twelve', 12],
] as const;

/** The file of each: what was promised, and what was done. Two carry more than was promised, one of them by a decision; of one a review is late. */
export const inductionFiles = (newly: readonly Newly[], { until }: Days): readonly DemoFile[] =>
  newly.map((one) => {
    const { member } = one;
    const file = idFrom('induction', member.member);
    return {
      file,
      kind: 'induction',
      title: `Induction of ${member.name}`,
      subject: member.member,
      entries: by(until, inducted(file, one, until)),
    };
  });

function inducted(file: string, one: Newly, until: LocalDate): readonly DemoEntry[] {
  const { n, member, team, startedOn, mentor } = one;
  const chance = chanceOf(idFrom('induction', member.member));
  const say = (step: string, on: LocalDate, shared: DemoEntry['shared'], who: string = team.manager): DemoEntry =>
    entryOf({ entry: idFrom('entry', file, step, on, String(shared['towards'] ?? '')), step, on, of: file, by: who, shared });
  const few = n === 2 ? { percent: 20 } : n === 6 ? { percent: 25 } : n < 3 ? { percent: 75 } : {};
  const decidedOn = workingDayBefore(addDays(until, -9));
  return [
    say('inductionProgramme', startedOn, {
      startedOn,
      scheme: 'assessedYear',
      ...(mentor === undefined ? {} : { mentor }),
      protectedHours: 15,
      ...few,
      plan: chance.oneOf(plans),
    }),
    ...(mentor === undefined
      ? []
      : metOn(startedOn, until).map((on) => say('mentorMeeting', on, { on, about: chance.oneOf(talked) }, mentor))),
    ...watched(one, chance).map(({ on, ...shared }) => say('directObservation', on, { on, ...shared })),
    ...shownBy(one, until).map(({ on, ...shared }) => say('inductionEvidence', on, { on, ...shared }, member.member)),
    ...reviewed(one, chance).map(({ heldOn, ...shared }) => say('inductionReview', heldOn, { heldOn, ...shared })),
    ...(n === 6
      ? [
          say('caseloadDecision', decidedOn, {
            decidedOn,
            why: 'Her colleague is off sick, and she knows the children from the duty desk.',
            relief: 'Two whose plans end go to the manager until then; the senior worker goes along.',
            mendedBy: addDays(until, 26),
          }),
        ]
      : []),
  ];
}

/** Every month, a day or two before it is due. */
function metOn(startedOn: LocalDate, until: LocalDate): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let on = workingDayBefore(addDays(addMonths(startedOn, 1), -2)); on <= until; on = workingDayBefore(addDays(addMonths(on, 1), -1)))
    days.push(on);
  return days;
}

const watched = ({ startedOn }: Newly, chance: Chance) =>
  seen.map((one, n) => ({ ...one, on: workingDayBefore(addDays(addMonths(startedOn, [3, 6, 11][n] ?? 3), -chance.between(5, 25))) }));

const shownBy = ({ startedOn, n }: Newly, until: LocalDate) =>
  shown.flatMap((one, k) => {
    const on = workingDayAfter(addDays(startedOn, 40 + k * 45 + n));
    return on <= until ? [{ ...one, on }] : [];
  });

/** One at three months is late; at six months one was told that the time was not there. */
const reviewed = ({ startedOn, n }: Newly, chance: Chance) =>
  stages.flatMap(([stage, months]) => {
    if (n === 3 && stage === 'three') return [];
    const heldOn = workingDayBefore(addDays(addMonths(startedOn, months), -chance.between(0, 6)));
    const isHard = n === 7 && stage === 'six';
    const timeGiven = isHard ? 'no' : chance.happens(0.7) ? 'yes' : 'partly';
    return [{ heldOn, stage, judgement: isHard ? 'support' : 'onTrack', timeGiven, support: chance.oneOf(helps) }];
  });
