import { addMonths, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { Timescale } from '../../kernel/step/timescale.ts';
import type { CareRow, StageSum } from '../../record/stage-sums.ts';
import { careFlows, type CareFlows } from '../forecast/care-flows.ts';
import { testForecast, type ForecastTested } from '../forecast/forecast-test.ts';
import type { Forecast } from '../forecast/forecast.ts';
import type { Assumptions } from './assumptions.ts';
import { backTest, type Tested } from './back-test.ts';
import { costOf } from './costs.ts';
import { fit, modelOf, type Fitted } from './fit.ts';
import { sharesLate } from './lateness.ts';
import type { ServiceModel } from './model.ts';
import type { Outcome, Question } from './replications.ts';
import { changed, titleOf, workersOf, type Scenario } from './scenarios.ts';
import type { Band, Summary } from './summary.ts';

/** What the record says of the service up to a day, and up to the same day a year before: as it is known now. */
export type Known = {
  readonly until: LocalDate;
  readonly now: readonly StageSum[];
  readonly yearAgo: readonly StageSum[];
  readonly care: readonly CareRow[];
};

export type Asked = {
  readonly assumptions: Assumptions;
  readonly scenarios: readonly Scenario[];
  readonly replications: number;
  readonly seed: number;
};

export type Planned = {
  readonly title: string;
  readonly workers: number;
  readonly summary: Summary;
  readonly cost: Band;
};

export type Answer = {
  readonly fitted: Fitted;
  /** As now, then each scenario. */
  readonly planned: readonly Planned[];
  /** Empty: the record does not reach back far enough. */
  readonly tested: readonly Tested[];
  readonly flows: CareFlows;
  readonly forecast: Forecast | undefined;
  readonly forecastTested: readonly ForecastTested[];
};

/** So many months are forecast of placements. */
export const monthsOfCare = 24;
/** Of fewer children who came in a year nothing is simulated: chance would say all of it. */
const fewestInAYear = 20;
const fewestInCare = 20;

const isEnough = ({ arriving }: Fitted): boolean => arriving.perYear >= fewestInAYear;

type Prepared = {
  readonly fitted: Fitted;
  readonly models: readonly ServiceModel[];
  readonly before: ServiceModel | undefined;
  readonly flows: CareFlows;
  readonly flowsBefore: CareFlows;
};

function prepare(known: Known, { assumptions, scenarios }: Asked, timescales: readonly Timescale[]): Prepared {
  const fitted = fit(known.now, known.until);
  const base = modelOf(fitted, timescales, assumptions);
  const then = addMonths(known.until, -12);
  const before = fit(known.yearAgo, then);
  return {
    fitted,
    models: [base, ...scenarios.map(({ change }) => changed(base, change))],
    before: isEnough(before) ? modelOf(before, timescales, assumptions) : undefined,
    flows: careFlows(known.care, known.until),
    flowsBefore: careFlows(
      known.care.filter(({ happenedOn }) => happenedOn <= then),
      then,
    ),
  };
}

const hasCare = ({ flows }: Prepared): boolean => flows.stock.length >= fewestInCare;

/** @returns why nothing can be said yet */
export const tooLittle = (known: Known): string | undefined =>
  isEnough(fit(known.now, known.until))
    ? undefined
    : `Fewer than ${fewestInAYear} children came in the year up to now, as the record has it: nothing can be said of the next from so few.`;

/** What must be simulated: the service as now, each scenario, and last the year that is over from before it. */
export function questionOf(known: Known, asked: Asked, timescales: readonly Timescale[]): Question {
  const prepared = prepare(known, asked, timescales);
  const { models, before, flows, flowsBefore } = prepared;
  const now = sharesLate(known.now, known.until);
  const then = sharesLate(known.yearAgo, addMonths(known.until, -12));
  const late = models.map(() => ({ like: 0, shares: now }));
  return {
    models: before === undefined ? models : [...models, before],
    late: before === undefined ? late : [...late, { like: models.length, shares: then }],
    replications: asked.replications,
    seed: asked.seed,
    ...(hasCare(prepared)
      ? {
          care: [
            { flows, months: monthsOfCare },
            { flows: flowsBefore, months: 12 },
          ],
        }
      : {}),
  };
}

export function answerOf(known: Known, asked: Asked, timescales: readonly Timescale[], { summaries, forecasts }: Outcome): Answer {
  const { fitted, models, before, flows, flowsBefore } = prepare(known, asked, timescales);
  const [said, saidBefore] = forecasts;
  const last = before === undefined ? undefined : summaries[models.length];
  return {
    fitted,
    planned: models.flatMap((model, n) => {
      const summary = summaries[n];
      if (summary === undefined) return [];
      const scenario = asked.scenarios[n - 1];
      const title = scenario === undefined ? titleOf({}) : `${scenario.letter}: ${titleOf(scenario.change)}`;
      return [{ title, workers: workersOf(model), summary, cost: costOf(model, summary, asked.assumptions) }];
    }),
    tested: last === undefined ? [] : backTest(known.now, known.until, last),
    flows,
    forecast: said,
    forecastTested: saidBefore === undefined || flowsBefore.stock.length < fewestInCare ? [] : testForecast(saidBefore, flows),
  };
}
