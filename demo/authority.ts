import type { Role } from '../src/kernel/step/permission.ts';
import { chanceFrom, idFrom } from './chance.ts';
import { heritages } from './words/names.ts';

export const demonstrationAuthority = { authority: 987, name: 'Norchester County Council' } as const;
export const areas = ['North', 'Central', 'South'] as const;
export type Area = (typeof areas)[number];

const teamNames = [
  'Assessment',
  'Family Support',
  'Children in Need',
  'Child Protection',
  'Court',
  'Disabled Children',
  'Adolescents',
] as const;
/** Teams for children in care and for those who left it: two and one in each area. A leaving-care team's workers are personal advisers. */
const careTeamNames = ['Looked After 1', 'Looked After 2', 'Leaving Care'] as const;
export type TeamKind = (typeof teamNames)[number] | (typeof careTeamNames)[number];

export type DemoTeam = {
  readonly team: string;
  readonly name: string;
  readonly kind: TeamKind;
  readonly area: Area;
  readonly manager: string;
  readonly workers: readonly string[];
  /** Short of staff: most of the county's lateness is here, where a head of service can find it. */
  readonly isStretched: boolean;
  /** Somebody who worked here and has left. */
  readonly leaver?: { readonly member: string; readonly leftDaysAgo: number };
};
export type DemoMember = {
  readonly member: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly team?: string;
  readonly manages?: readonly string[];
  readonly leftDaysAgo?: number;
  /** Came since the demonstration's two years began. */
  readonly startedDaysAgo?: number;
  /** Their number at Social Work England. */
  readonly registration?: string;
};
export type DemoStaff = {
  readonly teams: readonly DemoTeam[];
  readonly members: readonly DemoMember[];
  /** Who has left within the year besides, and is named nowhere but in their own staff file. */
  readonly former: readonly DemoMember[];
  readonly administrator: string;
  /** Conference chairs, who review the children in care too. */
  readonly reviewers: readonly string[];
  readonly reviewingOfficers: readonly string[];
  /** Who leads family help and is no social worker: one in each area, in its family support team. */
  readonly leads: readonly { readonly member: string; readonly team: DemoTeam }[];
  readonly duty: string;
  readonly night: string;
  /** People of other agencies who sit on the board and its panels, and who manages its business. */
  readonly partners: DemoPartners;
};

export type DemoPartners = Readonly<
  Record<'business' | 'police' | 'health' | 'schools' | 'probation' | 'scrutineer' | 'visiting' | 'north' | 'central' | 'south', string>
>;

/** The one head of service of a county. */
export const headOf = ({ members }: Pick<DemoStaff, 'members'>): string =>
  members.find(({ roles }) => roles.includes('headOfService'))?.member ?? '';

const teamCount = 20;
const workersInATeam = 6;
const stretched: ReadonlySet<string> = new Set([
  'North Child Protection',
  'South Family Support',
  'Central Assessment',
  'South Looked After 1',
  'Central Leaving Care',
]);
const leavers: ReadonlyMap<string, number> = new Map([
  ['North Child Protection', 96],
  ['South Family Support', 151],
  ['Central Court', 240],
]);

/** Managers of so many that nobody could supervise them well: their teams have family support workers besides. */
const overloaded: ReadonlySet<string> = new Set(['North Child Protection', 'South Family Support']);
const besideInATeam = 4;
/** How many have left a team within the year, where most of them were short of staff already. */
const formerIn: readonly (readonly [team: string, many: number])[] = [
  ['North Child Protection', 4],
  ['North Assessment', 1],
  ['Central Assessment', 4],
  ['Central Leaving Care', 2],
  ['South Family Support', 4],
  ['South Looked After 1', 2],
];

type Add = (key: string, roles: readonly Role[], more?: Pick<DemoMember, 'team' | 'manages' | 'leftDaysAgo' | 'startedDaysAgo'>) => string;

/** The first county, and as many more as the authority is large. */
export type DemoCounties = readonly [DemoStaff, ...DemoStaff[]];

/** Staff grows with the children: the teams of so many counties work for the one authority. */
export const demonstrationCounties = (scale: number): DemoCounties => [
  demonstrationStaff(),
  ...Array.from({ length: Math.max(1, Math.round(scale)) - 1 }, (_, n) => demonstrationStaff(n + 1)),
];

const isRegistered = (roles: readonly Role[]): boolean => roles.includes('socialWorker') || roles.includes('teamManager');

/** Twenty-nine teams in three areas, each with a manager and six workers; and those who work across the county. The first county's have no number. */
export function demonstrationStaff(county = 0): DemoStaff {
  const members: DemoMember[] = [];
  const nextName = namesInTurn(2009 + county);
  const ofCounty = county === 0 ? '' : ` ${county + 1}`;
  const add: Add = (inCounty, roles, more = {}) => {
    const key = `${inCounty}${ofCounty.replace(' ', '.')}`;
    const member = idFrom('member', key);
    const registration = isRegistered(roles) ? { registration: `SW${(county + 1) * 10_000 + members.length}` } : {};
    members.push({ member, name: nextName(), email: `${key}@norchester.example`, roles, ...registration, ...more });
    return member;
  };
  const addTeam = (n: number, area: Area, kind: TeamKind): DemoTeam => teamOf(n, area, kind, ofCounty, add);
  const teams = Array.from({ length: teamCount }, (_, n) =>
    addTeam(n, areas[n % areas.length] ?? 'North', teamNames[Math.floor(n / areas.length)] ?? 'Family Support'),
  );
  add('head1', ['headOfService']);
  const reviewers = Array.from({ length: 6 }, (_, n) => add(`reviewer${n + 1}`, ['reviewingOfficer']));
  const duty = add('duty1', ['dutyWorker']);
  add('duty2', ['dutyWorker']);
  const night = add('night1', ['dutyWorker']);
  add('analyst1', ['performanceAnalyst']);
  const administrator = add('administrator1', ['administrator']);
  add('dpo1', ['dataProtectionOfficer']);
  const ofCare = careTeamNames.flatMap((kind, k) => areas.map((area, a) => addTeam(teamCount + k * areas.length + a, area, kind)));
  const all = [...teams, ...ofCare];
  const inCare = Array.from({ length: 4 }, (_, n) => add(`reviewer${reviewers.length + n + 1}`, ['reviewingOfficer']));
  const leads = leadsOf(teams, add);
  const partners = partnersOf(add);
  add('designated1', ['designatedOfficer']);
  addSupport(all, ofCounty, add);
  const working = members.length;
  addFormer(all, ofCounty, add);
  return {
    partners,
    leads,
    teams: all,
    members: members.slice(0, working),
    former: members.slice(working),
    reviewers,
    reviewingOfficers: [...inCare, ...reviewers],
    duty,
    night,
    administrator,
  };
}

/** Who leads family help and is no social worker, one in each family support team. */
const leadsOf = (teams: readonly DemoTeam[], add: Add): DemoStaff['leads'] =>
  teams
    .filter(({ kind }) => kind === 'Family Support')
    .map((team, n) => ({ team, member: add(`lead${n + 1}`, ['leadPractitioner'], { team: team.team }) }));

/** Support workers, of whom two managers have more than they can supervise. */
function addSupport(teams: readonly DemoTeam[], ofCounty: string, add: Add): void {
  for (const { team, name } of teams.filter(({ name }) => overloaded.has(name.replace(ofCounty, ''))))
    for (let n = 1; n <= besideInATeam; n += 1)
      add(`support-${name.replaceAll(' ', '')}-${n}`.toLowerCase(), ['leadPractitioner'], { team, startedDaysAgo: 430 + n * 23 });
}

/** Who has left within the year. */
function addFormer(teams: readonly DemoTeam[], ofCounty: string, add: Add): void {
  for (const [name, many] of formerIn) {
    const team = teams.find((one) => one.name === `${name}${ofCounty}`)?.team;
    if (team === undefined) continue;
    for (let n = 1; n <= many; n += 1)
      add(`left-${name.replaceAll(' ', '')}-${n}`.toLowerCase(), ['socialWorker'], {
        team,
        leftDaysAgo: 20 + ((n * 71 + many * 29) % 320),
      });
  }
}

/** Nobody of them is let into a child's record. */
function partnersOf(add: Add): DemoPartners {
  const business = add('partner-business', ['boardManager']);
  const of = (key: string): string => add(`partner-${key}`, ['boardMember']);
  const [police, health, schools, probation] = [of('police'), of('health'), of('schools'), of('probation')];
  const [scrutineer, visiting] = [of('scrutineer'), of('visiting')];
  return {
    business,
    police,
    health,
    schools,
    probation,
    scrutineer,
    visiting,
    north: of('north'),
    central: of('central'),
    south: of('south'),
  };
}

function teamOf(n: number, area: Area, kind: TeamKind, ofCounty: string, add: Add): DemoTeam {
  const name = `${area} ${kind}`;
  const team = idFrom('team', `${n}${ofCounty}`);
  const manager = add(`manager${n + 1}`, ['teamManager'], { team, manages: [team] });
  const workers = Array.from({ length: workersInATeam }, (_, w) => add(`worker${n + 1}-${w + 1}`, ['socialWorker'], { team }));
  const leftDaysAgo = leavers.get(name);
  const leaver =
    leftDaysAgo === undefined ? {} : { leaver: { leftDaysAgo, member: add(`former${n + 1}`, ['socialWorker'], { team, leftDaysAgo }) } };
  return { team, area, kind, name: `${name}${ofCounty}`, manager, workers, isStretched: stretched.has(name), ...leaver };
}

/** No two members of a county's staff have one name. */
function namesInTurn(seed: number): () => string {
  const chance = chanceFrom(seed);
  const taken = new Set<string>();
  return () => {
    for (;;) {
      const { girls, boys, families } = chance.oneOf(heritages);
      const name = `${chance.happens(0.75) ? chance.oneOf(girls) : chance.oneOf(boys)} ${chance.oneOf(families)}`;
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  };
}

/** The team of an area that does this work; the next best where the area has none. */
export function teamFor({ teams }: DemoStaff, area: Area, kind: TeamKind): DemoTeam {
  const here = teams.filter((team) => team.area === area);
  const found = here.find((team) => team.kind === kind) ?? here.find((team) => team.kind === 'Family Support');
  if (found === undefined) throw new Error(`There is no team for ${kind} in ${area}`);
  return found;
}
