import { categoriesOfAbuse } from '../../../vocabulary/cin.ts';
import type { Counting } from './figures.ts';
import { teamsAsked, type Question } from './reading.ts';
import type { Row } from './row.ts';

export type Choice = { readonly value: string; readonly label: string };

/** What the filters offer. */
export type Choices = {
  readonly teams: readonly Choice[];
  readonly areas: readonly Choice[];
  readonly workers: readonly Choice[];
  readonly categories: readonly Choice[];
};

/** As many as one looks through; of more, an area or a team is chosen first. */
const most = 300;

export function choicesOf(question: Question, counting: Counting, everyone: readonly Row[] | undefined): Choices {
  const { query, names } = question;
  const teams = teamsOf(question);
  const offered = teams.filter(({ area }) => query.area === '' || area === query.area);
  return {
    areas: alphabetical(new Map(teams.map(({ area }) => [area, area]))),
    teams: offered.length > most ? [] : alphabetical(new Map(offered.map(({ id, name }) => [id, name]))),
    workers: [
      { value: 'none', label: 'No named worker' },
      ...alphabetical(everyone === undefined ? staffOf(question) : new Map(workersIn(everyone)), query.worker, names.members),
    ],
    categories: alphabetical(new Map(Object.entries(categoriesOfAbuse).filter(([code]) => counting.count(`category-${code}`) > 0))),
  };
}

/** The teams whose children the session's lists may show. */
const teamsOf = ({ session, names }: Question) =>
  [...names.teams.values()].filter(({ id }) => session.scope === 'all' || session.teams.includes(id));

const workersIn = (rows: readonly Row[]): readonly (readonly [string, string])[] =>
  rows.flatMap(({ workerId, worker }) => (workerId === undefined ? [] : [[workerId, worker ?? workerId] as const]));

/** Where children were counted and not read: the social workers of the teams, unless they are too many to choose from. */
function staffOf({ query, names }: Question): ReadonlyMap<string, string> {
  const teams = teamsAsked(query, names);
  const staff = [...names.members.values()].filter(
    (one) => one.roles.includes('socialWorker') && (teams === undefined || one.teams.some((team) => teams.includes(team))),
  );
  return new Map(staff.length > most ? [] : staff.map(({ id, name }) => [id, name]));
}

/** In the order of their names; what has been chosen is always offered. */
function alphabetical(
  found: ReadonlyMap<string, string>,
  chosen = '',
  known: ReadonlyMap<string, { readonly name: string }> = new Map(),
): readonly Choice[] {
  const name = known.get(chosen)?.name;
  const all = name === undefined ? found : new Map([...found, [chosen, name]]);
  return [...all].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, 'en-GB'));
}
