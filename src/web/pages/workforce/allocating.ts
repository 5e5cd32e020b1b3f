import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Standing } from '../../../kernel/derivation/derivation.ts';
import { capacityOf, carriedAs, caseloadOf, weightOf } from '../../../oversight/workforce/caseload.ts';
import { absenceOn, hasLeftBy, spellOn } from '../../../oversight/workforce/staff.ts';
import { districtOf, suggestionsFor, type Candidate, type Suggestion } from '../../../oversight/workforce/suggestions.ts';
import { waitingOf, type Gone, type Waiting } from '../../../oversight/workforce/waiting.ts';
import type { ListedChild } from '../../../record/contract.ts';
import type { Member } from '../../parts.ts';
import type { Known } from './model.ts';

/** A child without a worker, and whom the manager might ask. */
export type WaitingChild = Waiting & {
  readonly person: string;
  readonly standing: Standing;
  readonly suggestions: readonly Suggestion[];
};

const districtIn = ({ placementPostcode, livesAt }: Standing): string | undefined => districtOf(placementPostcode ?? livesAt);

/** Who has left, by their account or by their file, and who is away. */
export function goneOn({ staff, on, left: members }: Pick<Known, 'staff' | 'on' | 'left'>): Gone {
  const left = new Map(members.map(({ member, leftOn }) => [member, leftOn]));
  for (const one of staff) {
    const last = one.employments.at(-1)?.to;
    if (hasLeftBy(one, on) && last !== undefined && !left.has(one.member)) left.set(one.member, last);
  }
  const away = new Map<string, LocalDate>();
  for (const one of staff) {
    const absence = absenceOn(one, on);
    if (absence !== undefined) away.set(one.member, absence.from);
  }
  return { left, away };
}

const holdsCases = ({ roles }: Member): boolean => roles.includes('socialWorker');

/** Those of a team who carry children, with what speaks for and against each: what they carry, whose brothers and sisters, where, in which languages. */
export function candidatesIn(team: string, known: Known, children: readonly ListedChild[], gone: Gone): readonly Candidate[] {
  const members = [...known.members.values()].filter((one) => one.teams.includes(team) && holdsCases(one) && !gone.left.has(one.id));
  const theirs = Map.groupBy(children, ({ standing }) => standing.worker ?? '');
  const staff = new Map(known.staff.map((one) => [one.member, one]));
  return members.map(({ id }) => {
    const one = staff.get(id);
    const spell = one === undefined ? undefined : spellOn(one, known.on);
    const own = theirs.get(id) ?? [];
    const districts = own.flatMap(({ standing }) => districtIn(standing) ?? []);
    return {
      member: id,
      caseload: caseloadOf(id, known.carried, known.standard),
      capacity: spell === undefined ? undefined : capacityOf(spell, known.standard, known.percents.get(id)),
      isAway: gone.away.has(id),
      languages: spell?.languages,
      families: new Set(own.flatMap(({ standing }) => standing.family ?? [])),
      districts: new Map([...Map.groupBy(districts, (one) => one)].map(([district, some]) => [district, some.length])),
    };
  });
}

/** Whom a manager might ask to take on a child; nobody is named who is away. */
export function suggestedFor(
  standing: Standing,
  before: readonly string[],
  candidates: readonly Candidate[],
  known: Known,
): readonly Suggestion[] {
  const weight = weightOf(carriedAs(standing), known.standard)?.weight ?? known.standard.assessment;
  const child = { family: standing.family, language: standing.language, district: districtIn(standing), weight, before };
  return suggestionsFor(child, candidates, (member) => known.members.get(member)?.name ?? '');
}

/** The children of a team for whom nobody is there, whoever waits longest first, each with three at most to ask. */
export function waitingIn(
  children: readonly ListedChild[],
  candidates: readonly Candidate[],
  known: Known,
  gone: Gone,
): readonly WaitingChild[] {
  return children
    .flatMap(({ person, standing }) => {
      const waiting = waitingOf(standing, gone, known.on);
      if (waiting === undefined) return [];
      return [{ ...waiting, person, standing, suggestions: suggestedFor(standing, [], candidates, known).slice(0, 3) }];
    })
    .toSorted((a, b) => (b.days ?? 0) - (a.days ?? 0) || a.standing.name.localeCompare(b.standing.name));
}
