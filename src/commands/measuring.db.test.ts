import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, dayInEngland } from '../kernel/calendar/dates.ts';
import { createMeter, weekOf } from '../oversight/burden/recording-meter.ts';
import { createLog } from '../platform/log.ts';
import { fixture, type Fixture } from '../record/record.fixture.ts';
import { keepMeasuring } from './measuring.ts';

let at: Fixture;
beforeAll(async () => void (at = await fixture()));
afterAll(() => at.drop());

const today = dayInEngland(new Date());
const thisWeek = weekOf(today);
const held = async () =>
  (await at.owner.pool.query('select week::text, step, seconds, forms from record.recording_open where authority = 1 order by seconds'))
    .rows;

it('what recording costs is handed over as sums, not as it comes, and again when the server ends; weeks that are over are closed; the log says nothing of it', async () => {
  const said: string[] = [];
  const log = createLog('json', { out: (line) => void said.push(line), error: (line) => void said.push(line) });
  const meter = createMeter();
  const place = { authority: 1, team: randomUUID(), step: 'visit', wording: '00' };
  meter.add(place, addDays(thisWeek, -14), { seconds: 90, forms: 1 });
  meter.add(place, today, { seconds: 40 });
  meter.add(place, today, { seconds: 20, forms: 1 });
  const keeping = keepMeasuring(at, meter, log);
  await expect.poll(held).toEqual([{ week: thisWeek, step: 'visit', seconds: 60, forms: 1 }]);
  meter.add(place, today, { seconds: 7, forms: 1 });
  expect(await held()).toMatchObject([{ seconds: 60 }]);
  await keeping.stop();
  expect(await held()).toEqual([{ week: thisWeek, step: 'visit', seconds: 67, forms: 2 }]);
  const kept = await at.owner.pool.query('select seconds, people, is_shown from record.recording_week where authority = 1');
  expect(kept.rows).toEqual([{ seconds: 0, people: 0, is_shown: false }]);
  expect(said).toEqual([]);
});
