import { setTimeout as pause } from 'node:timers/promises';
import { serviceOf } from '../src/oversight/simulation/model.fixture.ts';
import { simulate, type Running } from '../src/oversight/simulation/running.ts';
import { median, timed, type Note } from './figures.ts';
import type { Place } from './place.ts';
import { castOf } from './signed-in.ts';
import { pageTime, stage, type Stage } from './stage.ts';
import { prepared } from './start-up.ts';

const replications = 1000;
const question = { models: [serviceOf(120, 6000)], replications, seed: 1 };
const pages = 300;

/** A year of an authority of 120 workers and 6,000 referrals, a thousand times; then the same while a board is asked for again and again. */
export async function measureSimulation(place: Place, note: Note): Promise<void> {
  const { ms } = await timed(() => simulate(question).outcome);
  const what = '12 months of 120 workers and 6,000 referrals, 1,000 replications';
  note({ what, value: ms / 1000, unit: 's', n: 1, target: { most: 30 } });
  const folder = await place.copy((await prepared(place)).folder, 'simulation');
  const served = await stage(folder, (owner) => castOf(owner));
  try {
    await boards(served, 10);
    const alone = await boards(served, pages);
    const running: Running = simulate({ ...question, replications: 100 * replications });
    while (running.done() < 20) await pause(100); // its beginning is over
    const beside = await boards(served, pages);
    running.cancel();
    note({ what: 'board of one team, by itself', value: median(alone), unit: 'ms', n: pages });
    note({ what: 'board of one team, while it is simulated', value: median(beside), unit: 'ms', n: pages });
    note({
      what: 'board while it is simulated, over by itself',
      value: median(beside) / median(alone),
      unit: '×',
      n: pages,
      target: { most: 1.2 },
    });
  } finally {
    await served.close();
  }
}

async function boards({ manager }: Stage, times: number): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let n = 0; n < times; n += 1) taken.push(await pageTime(manager, '/board'));
  return taken;
}
