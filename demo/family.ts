import { addDays, addMonths, daysBetween, type LocalDate } from '../src/kernel/calendar/dates.ts';
import { addWorkingDays } from '../src/kernel/calendar/working-days.ts';
import type { NewEntry } from '../src/record/contract.ts';
import type { DemoStaff, DemoTeam } from './authority.ts';
import { chanceFrom, idFrom, type Chance } from './chance.ts';
import { firstNames, lastNames } from './names.ts';

/** One entry, by whom it was recorded and on which day. */
export type DemoEntry = Omit<NewEntry, 'wording'> & { readonly recordedBy: string; readonly recordedOn: LocalDate };
/** Brothers and sisters: one child at least; what is said of all of them is said once. */
export type DemoFamily = { readonly people: readonly string[]; readonly entries: readonly DemoEntry[] };

type Kind = 'onPlan' | 'planEnded' | 'inNeed' | 'noFurtherAction';
type Telling = {
  readonly chance: Chance;
  readonly staff: DemoStaff;
  readonly team: DemoTeam;
  readonly worker: string;
  readonly n: number;
  readonly today: LocalDate;
  readonly people: readonly string[];
  readonly entries: DemoEntry[];
};
type Said = {
  readonly step: string;
  readonly on: LocalDate;
  readonly shared: Record<string, unknown>;
  readonly by?: string;
  readonly each?: readonly Record<string, unknown>[];
  readonly late?: number;
};

/** A family of `size` children, told from referral to today. */
export function tellFamily(n: number, size: number, kind: Kind, staff: DemoStaff, today: LocalDate): DemoFamily {
  const chance = chanceFrom(n * 7919 + 17);
  const team = staff.teams[n % staff.teams.length];
  if (team === undefined) throw new Error('A family needs a team');
  const people = Array.from({ length: size }, (_, child) => idFrom('child', n, child));
  const telling: Telling = {
    chance,
    staff,
    team,
    worker: team.workers[chance.between(0, team.workers.length - 1)] ?? team.manager,
    n,
    today,
    people,
    entries: [],
  };
  const referredOn = addDays(today, -chance.between(kind === 'onPlan' ? 75 : 120, 700));
  introduce(telling, referredOn, kind);
  if (kind === 'noFurtherAction')
    say(telling, {
      step: 'closure',
      on: addDays(referredOn, 2),
      shared: { closedOn: addDays(referredOn, 2), reason: 'RC8' },
      by: team.manager,
    });
  else assess(telling, referredOn, kind);
  return { people, entries: telling.entries };
}

/** Adds an entry about the whole family, unless it has not happened yet; some are written up days afterwards. */
function say(telling: Telling, { step, on, shared, by, each, late }: Said): string {
  const entry = idFrom('entry', telling.n, step, telling.entries.length);
  const recordedOn = addDays(on, late ?? (telling.chance.happens(0.12) ? telling.chance.between(2, 9) : 0));
  if (recordedOn > telling.today) return entry;
  const about = telling.people.map((person, child) => ({ person, answers: each?.[child] ?? {} }));
  telling.entries.push({ entry, step, happenedOn: on, shared, about, recordedBy: by ?? telling.worker, recordedOn });
  return entry;
}

function introduce(telling: Telling, referredOn: LocalDate, kind: Kind): void {
  const { chance, n, people } = telling;
  const lastName = chance.oneOf(lastNames);
  people.forEach((person, child) => {
    const isUnborn = child === people.length - 1 && chance.happens(0.03) && people.length > 1;
    const bornOn = addDays(telling.today, -chance.between(500 + child * 420, 1900 + child * 700));
    const born = isUnborn ? { expectedOn: addDays(telling.today, chance.between(20, 120)) } : { bornOn };
    const answers = {
      laChildId: `NC${String(n * 10 + child).padStart(6, '0')}`,
      lastName,
      family: `F${String(n).padStart(5, '0')}`,
      ...(isUnborn ? {} : { firstName: chance.oneOf(firstNames) }),
      ...born,
      sex: isUnborn ? 'U' : chance.oneOf(['M', 'F']),
      ethnicity: chance.oneOf(['WBRI', 'WBRI', 'WBRI', 'APKN', 'BAFR', 'MWBC', 'WOTH']),
      disabilities: [chance.happens(0.1) ? 'LD' : 'NONE'],
    };
    const happenedOn = isUnborn ? referredOn : bornOn;
    telling.entries.push({
      entry: idFrom('person', n, child),
      step: 'personDetails',
      happenedOn,
      shared: {},
      about: [{ person, answers }],
      recordedBy: telling.staff.duty,
      recordedOn: referredOn,
    });
  });
  const noFurtherAction = kind === 'noFurtherAction';
  say(telling, {
    step: 'referral',
    on: referredOn,
    by: telling.staff.duty,
    late: 0,
    shared: {
      referredOn,
      source: chance.oneOf(['2A', '6', '3A', '1A', '5B']),
      primaryNeed: chance.oneOf(['N1', 'N1', 'N5', 'N2']),
      noFurtherAction,
    },
  });
}

function assess(telling: Telling, referredOn: LocalDate, kind: Kind): void {
  const { chance, team, worker } = telling;
  const allocatedOn = addWorkingDays(referredOn, 1);
  const hasWorker = !(kind === 'onPlan' && telling.n % 37 === 5);
  say(telling, {
    step: 'allocation',
    on: allocatedOn,
    by: team.manager,
    late: 0,
    shared: { allocatedOn, team: team.team, role: 'lead', ...(hasWorker ? { worker } : {}) },
  });
  const startedOn = addWorkingDays(referredOn, chance.between(1, 4));
  const assessment = say(telling, { step: 'childAndFamilyAssessment', on: startedOn, shared: { startedOn }, late: 0 });
  const authorisedOn = addWorkingDays(referredOn, chance.happens(0.2) ? chance.between(46, 60) : chance.between(22, 44));
  say(telling, {
    step: 'assessmentAuthorisation',
    on: authorisedOn,
    by: team.manager,
    late: 0,
    shared: { authorisedOn, assessment, factors: chance.oneOf([['16A', '3B'], ['17A', '2B'], ['3A'], ['4B', '16A']]) },
  });
  if (kind === 'inNeed') {
    const planOn = addWorkingDays(authorisedOn, 2);
    say(telling, { step: 'childInNeedPlan', on: planOn, shared: { startedOn: planOn }, late: 0 });
    visits(telling, planOn, telling.today, 30);
  } else protect(telling, addWorkingDays(startedOn, chance.between(3, 9)), kind);
}

function protect(telling: Telling, discussedOn: LocalDate, kind: Kind): void {
  const { chance, team, staff, today } = telling;
  const reviewer = chance.oneOf([staff.reviewers[telling.n % staff.reviewers.length] ?? team.manager]);
  say(telling, {
    step: 'strategyDiscussion',
    on: discussedOn,
    by: team.manager,
    late: 0,
    shared: {
      heldOn: discussedOn,
      enquiriesInitiated: true,
      decision: 'Police and health attended. Single-agency enquiries by the social worker.',
    },
  });
  say(telling, { step: 'section47Enquiry', on: discussedOn, late: 0, shared: { startedOn: discussedOn, conferenceNotRequired: false } });
  const conferenceOn = addWorkingDays(discussedOn, chance.happens(0.18) ? chance.between(16, 24) : chance.between(9, 15));
  say(telling, {
    step: 'initialConference',
    on: conferenceOn,
    by: reviewer,
    late: 0,
    shared: { heldOn: conferenceOn, outcome: 'planMade' },
  });
  const category = chance.oneOf(['NEG', 'NEG', 'EMO', 'EMO', 'PHY', 'SAB']);
  const plan = say(telling, {
    step: 'childProtectionPlan',
    on: conferenceOn,
    by: reviewer,
    late: 0,
    shared: { startedOn: conferenceOn, category, latestCategory: category, previousPlans: chance.happens(0.2) ? 1 : 0 },
  });
  const endedOn =
    kind === 'planEnded'
      ? addDays(conferenceOn, Math.min(chance.between(100, 420), Math.max(1, daysBetween(conferenceOn, today) - 10)))
      : today;
  meetings(telling, conferenceOn, endedOn);
  reviews(telling, conferenceOn, endedOn, reviewer);
  visits(telling, conferenceOn, endedOn, 8);
  if (kind === 'planEnded') say(telling, { step: 'childProtectionPlanEnd', on: endedOn, by: reviewer, late: 0, shared: { endedOn, plan } });
}

function meetings(telling: Telling, from: LocalDate, until: LocalDate): void {
  const { chance } = telling;
  let heldOn = addWorkingDays(from, chance.happens(0.15) ? chance.between(11, 16) : chance.between(6, 10));
  while (heldOn < until) {
    say(telling, {
      step: 'coreGroupMeeting',
      on: heldOn,
      shared: { heldOn, progress: 'The core group went through the plan line by line.' },
    });
    heldOn = addDays(heldOn, chance.happens(0.2) ? chance.between(45, 62) : chance.between(28, 42));
  }
}

function reviews(telling: Telling, from: LocalDate, until: LocalDate, reviewer: string): void {
  const { chance } = telling;
  let limit = addMonths(from, 3);
  let heldOn = addDays(limit, chance.happens(0.12) ? chance.between(3, 20) : -chance.between(1, 14));
  while (heldOn < until) {
    say(telling, { step: 'reviewConference', on: heldOn, by: reviewer, late: 0, shared: { heldOn, held: true, continues: true } });
    limit = addMonths(heldOn, 6);
    heldOn = addDays(limit, chance.happens(0.1) ? chance.between(3, 25) : -chance.between(2, 30));
  }
}

function visits(telling: Telling, from: LocalDate, until: LocalDate, apart: number): void {
  const { chance, people } = telling;
  let visitedOn = addWorkingDays(from, chance.between(3, 9));
  while (visitedOn < until) {
    const each = people.map(() => {
      if (chance.happens(0.06)) return { seen: false, notSeenBecause: 'Not at home when we called' };
      return {
        seen: true,
        seenAlone: chance.happens(0.7),
        whatTheChildSaid: chance.oneOf([
          'Talked about school and a new friend.',
          'Was quiet; drew the house and who lives there.',
          'Said nights are noisy when people come round.',
          'Wanted to show the new bedroom.',
        ]),
      };
    });
    say(telling, {
      step: 'visit',
      on: visitedOn,
      each,
      shared: {
        visitedOn,
        note: 'Home visit. The home, routines and what has changed since the last visit were gone through with the parent.',
      },
    });
    visitedOn = addWorkingDays(
      visitedOn,
      chance.happens(0.12) ? chance.between(apart + 4, apart + 12) : chance.between(apart - 2, apart + 1),
    );
  }
}
