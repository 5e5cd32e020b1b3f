import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { forecast, type Forecast } from '../forecast/forecast.ts';
import type { CareFlows } from '../forecast/care-flows.ts';
import { Service } from './engine.ts';
import { sharing, type Sharing } from './giving-way.ts';
import { columnsOf, type ServiceModel } from './model.ts';
import { fittedToLateness, type LateBefore } from './lateness.ts';
import { Random } from './random.ts';
import { summaryOf, type Summary } from './summary.ts';

/** What a thread is asked: some replications of one scenario. */
export type Asked = { readonly scenario: number; readonly seeds: readonly number[] };
/** What a thread begins with. */
export type Begun = { readonly models: readonly ServiceModel[]; readonly sharing: Sharing | undefined };
export type Answered = { readonly scenario: number; readonly first: number; readonly rows: Float64Array<ArrayBuffer> };

/** `late`: of each model what was late in a year that is known. `care`: of whom it is forecast who will be looked after, so many months on. */
export type Question = {
  readonly models: readonly ServiceModel[];
  readonly replications: number;
  readonly seed: number;
  readonly late?: readonly LateBefore[];
  readonly care?: readonly { readonly flows: CareFlows; readonly months: number }[];
};
/** In the order in which they were asked. */
export type Outcome = { readonly summaries: readonly Summary[]; readonly forecasts: readonly Forecast[] };
/** So many replications at once: some tenths of a second, so that progress is told often. */
const atOnce = 10;

/** All parts, a scenario after the other; the same seeds in each, so that scenarios differ by what is asked and not by who happened to be referred. */
function partsOf({ models, replications, seed }: Question): readonly Asked[] {
  const seeds = Array.from({ length: replications }, (_, n) => seed + n);
  const pieces = Array.from({ length: Math.ceil(replications / atOnce) }, (_, n) => seeds.slice(n * atOnce, (n + 1) * atOnce));
  return models.flatMap((_, scenario) => pieces.map((some) => ({ scenario, seeds: some })));
}

/** One thread works until no part is left. */
function work(begun: Begun, parts: Iterator<Asked>, keep: (answered: Answered) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./simulation-thread.ts', import.meta.url), { workerData: begun });
    const ask = (): void => {
      const { value, done } = parts.next();
      if (done === true) void thread.terminate().then(() => resolve());
      else thread.postMessage(value, []);
    };
    thread.on('message', (answered: Answered) => {
      keep(answered);
      ask();
    });
    thread.on('error', reject);
    ask();
  });
}

/** All replications of all scenarios, on as many threads as there are processors; when it is begun idle, they rest while others work. */
export async function simulateAll(question: Question, isIdle: boolean, progress: (done: number) => void): Promise<Outcome> {
  const { replications, seed } = question;
  const models = fittedToLateness(question.models, question.late);
  const sizes = models.map((model) => columnsOf(model) * model.monthEnds.length);
  const rows = sizes.map((size) => new Float64Array(size * replications));
  let done = 0;
  const parts = partsOf(question);
  const queue = parts.values();
  const threads = Math.max(1, Math.min(availableParallelism(), parts.length));
  const keep = (answered: Answered): void => {
    const size = sizes[answered.scenario] ?? 0;
    rows[answered.scenario]?.set(answered.rows, (answered.first - seed) * size);
    done += answered.rows.length / size;
    progress(done);
  };
  const begun: Begun = { models, sharing: isIdle ? sharing() : undefined };
  await Promise.all(Array.from({ length: threads }, () => work(begun, queue, keep)));
  return { summaries: models.map((model, n) => summaryOf(model, rows[n] ?? new Float64Array(0))), forecasts: forecastsOf(question) };
}

function forecastsOf({ care = [], replications, seed }: Question): readonly Forecast[] {
  return care.map(({ flows, months }, n) => {
    const random = new Random();
    random.seed(seed, 10 + n);
    return forecast(flows, months, Math.max(200, replications), random);
  });
}

/** The same in the thread that asks, which does nothing else meanwhile: for few replications of a small service. */
export function simulateHere(question: Question): Outcome {
  const { replications, seed } = question;
  const models = fittedToLateness(question.models, question.late);
  const summaries = models.map((model) => {
    const size = columnsOf(model) * model.monthEnds.length;
    const rows = new Float64Array(size * replications);
    const service = new Service(model);
    for (let n = 0; n < replications; n += 1) service.run(seed + n, rows.subarray(n * size, (n + 1) * size));
    return summaryOf(model, rows);
  });
  return { summaries, forecasts: forecastsOf(question) };
}
