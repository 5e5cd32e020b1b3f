import { parentPort, workerData } from 'node:worker_threads';
import { Service } from './engine.ts';
import { givingWay } from './giving-way.ts';
import { columnsOf } from './model.ts';
import type { Asked, Answered, Begun } from './replications.ts';

/** Begun by replications.ts: makes the replications that it is given, one part after the other. */
const { models, sharing }: Begun = workerData;
const giveWay = sharing === undefined ? () => {} : givingWay(sharing);
const services: (Service | undefined)[] = [];

parentPort?.on('message', ({ scenario, seeds }: Asked) => {
  const model = models[scenario];
  if (model === undefined) throw new RangeError(`There is no scenario ${scenario}`);
  const service = (services[scenario] ??= new Service(model));
  const size = columnsOf(model) * model.monthEnds.length;
  const rows = new Float64Array(size * seeds.length);
  for (const [n, seed] of seeds.entries()) {
    giveWay();
    service.run(seed, rows.subarray(n * size, (n + 1) * size));
  }
  const answered: Answered = { scenario, first: seeds[0] ?? 0, rows };
  parentPort?.postMessage(answered, [rows.buffer]);
});
