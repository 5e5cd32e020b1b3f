import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Clock } from '../../../kernel/step/clock.ts';
import type { Session } from '../../../record/contract.ts';
import type { Supervised } from '../../../record/files.ts';
import type { Member, WebParts } from '../../parts.ts';
import { clockState, type AsKnown } from '../../said-dates.ts';

export type SupervisedRow = {
  readonly member: Member;
  readonly team: string;
  readonly file: string | undefined;
  /** The limit for the next one; undefined: none runs, since no agreement has begun or it has ended. */
  readonly next: Clock | undefined;
  readonly lastOn: LocalDate | undefined;
  readonly isLate: boolean;
  /** Of a session that lists their children: how many they hold. */
  readonly children: number | undefined;
};

/** How many one manager supervises, and how much of it is late: a call for help, told to that manager and their own manager alone. */
export type Span = {
  readonly manager: Member;
  readonly team: string;
  readonly people: number;
  readonly late: number;
  readonly without: number;
};

export type SupervisionModel = {
  readonly known: AsKnown;
  readonly own: SupervisedRow | undefined;
  readonly mine: readonly SupervisedRow[];
  readonly spans: readonly Span[];
  readonly mayBegin: boolean;
};

const isManager = ({ roles }: Member): boolean => roles.includes('teamManager');

export async function supervisionOf(parts: WebParts, session: Session, known: AsKnown): Promise<SupervisionModel> {
  const [supervised, members, teams, children] = await Promise.all([
    parts.record.supervised(session),
    parts.members.all(session),
    parts.members.teams(session),
    session.roles.includes('teamManager') ? parts.record.list(session, { teams: session.teams }) : [],
  ]);
  const named = new Map(members.map((member) => [member.id, member]));
  const teamNames = new Map(teams.map(({ id, name }) => [id, name]));
  const held = Map.groupBy(children, ({ standing }) => standing.worker);
  const rows = supervised.flatMap((one) => {
    const member = named.get(one.member);
    const team = teamNames.get(member?.teams[0] ?? '') ?? '';
    const count = children.length === 0 ? undefined : (held.get(one.member)?.length ?? 0);
    return member === undefined ? [] : [rowOf(one, member, team, count, known)];
  });
  const others = rows.filter(({ member }) => member.id !== session.actor);
  const isHead = session.roles.includes('headOfService');
  const managed = new Set(members.filter(isManager).flatMap((one) => one.teams));
  const isDirect = ({ member }: SupervisedRow): boolean => !isHead || isManager(member) || !member.teams.some((team) => managed.has(team));
  return {
    known,
    own: rows.find(({ member }) => member.id === session.actor),
    mine: others.filter(isDirect),
    spans: isHead ? spansOf(members.filter(isManager), others) : [],
    mayBegin: isHead || session.roles.includes('teamManager'),
  };
}

function rowOf(one: Supervised, member: Member, team: string, children: number | undefined, known: AsKnown): SupervisedRow {
  const ofSupervision = one.clocks.filter(({ rule }) => rule === 'staffSupervision');
  const running = ofSupervision.find((clock) => clock.metOn === undefined && clock.endedOn === undefined);
  const lastOn = ofSupervision
    .flatMap(({ metOn }) => metOn ?? [])
    .toSorted()
    .at(-1);
  return {
    member,
    team,
    file: one.file,
    next: running,
    lastOn,
    isLate: running !== undefined && clockState(running, known) === 'late',
    children,
  };
}

function spansOf(managers: readonly Member[], rows: readonly SupervisedRow[]): readonly Span[] {
  return managers
    .map((manager) => {
      const people = rows.filter(({ member }) => !isManager(member) && member.teams.some((team) => manager.teams.includes(team)));
      return {
        manager,
        team: people[0]?.team ?? '',
        people: people.length,
        late: people.filter(({ isLate }) => isLate).length,
        without: people.filter(({ next }) => next === undefined).length,
      };
    })
    .toSorted((a, b) => a.manager.name.localeCompare(b.manager.name));
}
