import { addMonths, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { StageSum } from '../../record/stage-sums.ts';
import { Service } from './engine.ts';
import { columnsOf, counted, type ServiceModel } from './model.ts';
import { clockOrder, clocks, type ClockName } from './stages.ts';

/*
 * Much is late although there was time: a family is out, a report does not come, nobody thought of it. The record says how much was late in a year; what is not
 * explained by work that waits for workers is taken to happen as often again.
 */

/** What was due in the twelve months up to a day, and what of it was late. */
export function lateInYear(sums: readonly StageSum[], until: LocalDate, name: ClockName): { readonly due: number; readonly late: number } {
  const from = addMonths(until, -12);
  const rules: readonly string[] = clocks[name].rules;
  const own = sums.filter(
    ({ kind, stage, day }) => kind === 'clock' && stage !== null && rules.includes(stage) && day !== null && day > from && day <= until,
  );
  return { due: own.reduce((sum, { n }) => sum + n, 0), late: own.reduce((sum, { entered }) => sum + entered, 0) };
}

/** Of fewer that were due a share says nothing. */
const fewestDue = 20;

/** Of each clock the share that was late in the year up to a day; undefined: too little was due. */
export const sharesLate = (sums: readonly StageSum[], until: LocalDate): readonly (number | undefined)[] =>
  clockOrder.map((name) => {
    const { due, late } = lateInYear(sums, until, name);
    return due < fewestDue ? undefined : late / due;
  });

/** `like`: the model, by its number, whose year is known; `shares`: what of it was late, clock by clock. */
export type LateBefore = { readonly like: number; readonly shares: readonly (number | undefined)[] };

const tries = 6;
/** What waits takes time as well, and makes other work late: found again so many times. */
const rounds = 4;
/** Something is always done in time. */
const mostWaits = 0.95;

/** Of each clock what is late of all that is due, in a few replications. */
function sharesIn(model: ServiceModel): readonly number[] {
  const columns = columnsOf(model);
  const service = new Service(model);
  const rows = new Float64Array(columns * model.monthEnds.length);
  const [due, late] = [new Float64Array(model.clocks.length), new Float64Array(model.clocks.length)];
  for (let seed = 1; seed <= tries; seed += 1) {
    service.run(seed, rows);
    for (let month = 0; month < model.monthEnds.length; month += 1)
      for (let clock = 0; clock < model.clocks.length; clock += 1) {
        const at = month * columns + counted.length + model.stages.length + 2 * clock;
        due[clock] = (due[clock] ?? 0) + (rows[at] ?? 0);
        late[clock] = (late[clock] ?? 0) + (rows[at + 1] ?? 0);
      }
  }
  return model.clocks.map((_, clock) => ((due[clock] ?? 0) === 0 ? 0 : (late[clock] ?? 0) / (due[clock] ?? 1)));
}

/** How often what is owed waits although there is time, so that as much is late as was. */
function waitsIn(model: ServiceModel, shares: LateBefore['shares']): readonly number[] {
  let waits: readonly number[] = shares.map(() => 0);
  for (let round = 0; round < rounds; round += 1) {
    const found = sharesIn({ ...model, waitsAnyway: waits });
    waits = waits.map((chance, clock) => {
      const [share, late = 0] = [shares[clock], found[clock]];
      if (share === undefined) return 0;
      return Math.min(mostWaits, Math.max(0, chance + ((share - late) * (1 - chance)) / Math.max(0.01, 1 - late)));
    });
  }
  return waits;
}

/** The models, in which as much is late as was in the years that are known, before anything is changed. `before`: of each model; undefined: nothing is known. */
export function fittedToLateness(models: readonly ServiceModel[], before: readonly LateBefore[] | undefined): readonly ServiceModel[] {
  if (before === undefined) return models;
  const waits = new Map<number, readonly number[]>();
  for (const { like, shares } of before) {
    const model = models[like];
    if (model === undefined || waits.has(like)) continue;
    waits.set(like, waitsIn(model, shares));
  }
  return models.map((model, n) => {
    const waitsAnyway = waits.get(before[n]?.like ?? -1);
    return waitsAnyway === undefined ? model : { ...model, waitsAnyway };
  });
}
