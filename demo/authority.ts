import type { Role } from '../src/kernel/step/permission.ts';
import { chanceFrom, idFrom } from './chance.ts';
import { firstNames, lastNames } from './names.ts';

export const demonstrationAuthority = { authority: 987, name: 'Norchester County Council' } as const;
export const areas = ['North', 'Central', 'South'] as const;

export type DemoTeam = {
  readonly team: string;
  readonly name: string;
  readonly area: (typeof areas)[number];
  readonly manager: string;
  readonly workers: readonly string[];
};
export type DemoMember = {
  readonly member: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly team?: string;
  readonly manages?: readonly string[];
};
export type DemoStaff = {
  readonly teams: readonly DemoTeam[];
  readonly members: readonly DemoMember[];
  readonly administrator: string;
  readonly reviewers: readonly string[];
  readonly duty: string;
};

const teamNames = [
  'Assessment',
  'Family Support',
  'Children in Need',
  'Child Protection',
  'Court',
  'Disabled Children',
  'Adolescents',
] as const;
const teamCount = 20;
const workersInATeam = 6;

/** Twenty teams in three areas, each with a manager and six social workers; and those who work across the county. */
export function demonstrationStaff(): DemoStaff {
  const chance = chanceFrom(2009);
  const members: DemoMember[] = [];
  const add = (key: string, roles: readonly Role[], more: Pick<DemoMember, 'team' | 'manages'> = {}): string => {
    const name = `${chance.oneOf(firstNames)} ${chance.oneOf(lastNames)}`;
    const member = idFrom('member', key);
    members.push({ member, name, email: `${key}@norchester.example`, roles, ...more });
    return member;
  };
  const teams = Array.from({ length: teamCount }, (_, n): DemoTeam => {
    const area = areas[n % areas.length] ?? 'North';
    const team = idFrom('team', n);
    const manager = add(`manager${n + 1}`, ['teamManager'], { team, manages: [team] });
    const workers = Array.from({ length: workersInATeam }, (__, w) => add(`worker${n + 1}-${w + 1}`, ['socialWorker'], { team }));
    return { team, area, manager, workers, name: `${area} ${teamNames[Math.floor(n / areas.length)] ?? 'Family Support'}` };
  });
  add('head1', ['headOfService']);
  const reviewers = Array.from({ length: 6 }, (_, n) => add(`reviewer${n + 1}`, ['reviewingOfficer']));
  const duty = add('duty1', ['dutyWorker']);
  add('duty2', ['dutyWorker']);
  add('analyst1', ['performanceAnalyst']);
  return { teams, members, reviewers, duty, administrator: add('administrator1', ['administrator']) };
}
