import { addDays, type LocalDate } from '../src/kernel/calendar/dates.ts';
import { whatStands, type Line } from '../src/kernel/step/history.ts';
import { drawSample, type Candidate, type Design } from '../src/oversight/sampling/sampling.ts';
import { derivation } from '../src/practice/pathway.ts';
import type { DemoCounties, DemoTeam } from './authority.ts';
import { chainsOf } from './chains.ts';
import { idFrom } from './chance.ts';
import { workingDayBefore, type DemoFamily } from './telling.ts';

export type Programme = {
  readonly file: string;
  readonly question: string;
  readonly population: 'onPlan' | 'lookedAfter';
  readonly method: 'random' | 'stratified';
  readonly size: number;
  readonly seed: string;
  readonly decidedOn: LocalDate;
  /** Of so many in 100 the practice is good, on an average. */
  readonly good: number;
  /** Standards by which practice is better since the first of the three: courses were held for them that worked (`words/learning.ts`). */
  readonly moved: readonly string[];
  /** The turn of the child whom the audit finds not safe. */
  readonly unsafe?: number;
};

const programme = (key: string, today: LocalDate, ago: number, rest: Omit<Programme, 'file' | 'decidedOn' | 'seed'>): Programme => {
  const decidedOn = workingDayBefore(addDays(today, -ago));
  return { ...rest, file: idFrom('audit programme', key), decidedOn, seed: `${key}, ${decidedOn}` };
};

const movedSince = ['seen', 'plan'] as const;

/** Two that are over, of forty each with a second look at a fifth; and one that has begun. */
const programmesOf = (today: LocalDate): readonly Programme[] => [
  programme('Seen and heard', today, 250, {
    question: 'Is the child seen alone, and does what they say change the plan?',
    population: 'onPlan',
    method: 'random',
    size: 40,
    good: 62,
    moved: [],
    unsafe: 13,
  }),
  programme('Plans in care', today, 130, {
    question: 'Does the care plan say where this child will live, and has it moved on since the last review?',
    population: 'lookedAfter',
    method: 'stratified',
    size: 40,
    good: 72,
    moved: movedSince,
  }),
  programme('Seen and heard, again', today, 16, {
    question: 'Is the child seen alone, and does what they say change the plan? The same question as eight months ago.',
    population: 'onPlan',
    method: 'random',
    size: 20,
    good: 74,
    moved: movedSince,
  }),
];

/** A child whom a programme drew, and who answered for them then. */
export type Drawn = { readonly person: string; readonly turn: number; readonly team: DemoTeam; readonly worker: string };
export type Drawing = { readonly programme: Programme; readonly drawnFrom: number; readonly drawn: readonly Drawn[] };

type Possible = Candidate & { readonly worker: string | undefined };

/** Whom each programme draws, by the seed that it keeps, from all who were on a plan or looked after as was known on its day. Reads every family once. */
export function drawingsOf(tales: Iterable<DemoFamily>, counties: DemoCounties, today: LocalDate): readonly Drawing[] {
  const programmes = programmesOf(today).map((one) => ({ one, frame: new Array<Possible>() }));
  for (const family of tales) {
    const chains = chainsOf(family);
    for (const { one, frame } of programmes) for (const [person, chain] of chains) frame.push(...possible(person, chain, one));
  }
  const teams = new Map(counties.flatMap((county) => county.teams.map((team) => [team.team, team])));
  return programmes.map(({ one, frame }) => drawingOf(one, frame, teams));
}

const begins = { onPlan: 'childProtectionPlan', lookedAfter: 'periodOfCare' } as const;

/** As was known when the day began. */
function possible(person: string, chain: readonly Line[], { decidedOn, population }: Programme): readonly Possible[] {
  const known = chain.filter(({ recordedAt }) => recordedAt < decidedOn);
  if (!known.some(({ step }) => step === begins[population])) return [];
  const { onPlanSince, lookedAfterSince, team, worker } = derivation.standing(whatStands(known));
  const isOf = population === 'onPlan' ? onPlanSince !== undefined : lookedAfterSince !== undefined;
  return isOf ? [{ id: person, stratum: team ?? 'no team', worker }] : [];
}

function drawingOf(one: Programme, frame: readonly Possible[], teams: ReadonlyMap<string, DemoTeam>): Drawing {
  const design: Design = { kind: one.method, size: one.size };
  const { drawn, population } = drawSample(frame, design, one.seed);
  const found = drawn.flatMap(({ id, stratum, worker }, turn): readonly Drawn[] => {
    const team = teams.get(stratum ?? '') ?? [...teams.values()][0];
    return team === undefined ? [] : [{ person: id, turn, team, worker: worker ?? team.manager }];
  });
  return { programme: one, drawnFrom: population, drawn: found };
}
