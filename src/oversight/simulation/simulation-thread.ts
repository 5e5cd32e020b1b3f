import { parentPort, workerData } from 'node:worker_threads';
import { Service } from './engine.ts';
import { columnsOf, type ServiceModel } from './model.ts';
import type { Asked, Answered } from './replications.ts';

/** Begun by replications.ts: makes the replications that it is given, one part after the other. */
const models: readonly ServiceModel[] = workerData;
const services: (Service | undefined)[] = [];

parentPort?.on('message', ({ scenario, seeds }: Asked) => {
  const model = models[scenario];
  if (model === undefined) throw new RangeError(`There is no scenario ${scenario}`);
  const service = (services[scenario] ??= new Service(model));
  const size = columnsOf(model) * model.monthEnds.length;
  const rows = new Float64Array(size * seeds.length);
  seeds.forEach((seed, n) => service.run(seed, rows.subarray(n * size, (n + 1) * size)));
  const answered: Answered = { scenario, first: seeds[0] ?? 0, rows };
  parentPort?.postMessage(answered, [rows.buffer]);
});
