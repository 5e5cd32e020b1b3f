import { afterAll, beforeAll, expect, test } from 'vitest';
import type pg from 'pg';
import { fixture, type Fixture } from '../record/record.fixture.ts';
import { copyOut } from './copy-rows.ts';
import { connect } from './database.ts';

let at: Fixture;
let client: pg.Client;
beforeAll(async () => {
  at = await fixture();
  client = await connect(at.ownerUrl);
});
afterAll(async () => {
  await client.end();
  await at.drop();
});

/** What a reader takes slowly is held up at 500 rows; the answer may end before, at or after that, in one packet or in many. */
test.each([0, 1, 499, 500, 501, 1000, 20_000])('%d rows are copied, and the connection answers the next question', async (count) => {
  for (const width of [1, 300]) {
    let said = '';
    for await (const bytes of copyOut(client, `COPY (SELECT repeat('x', ${width}) FROM generate_series(1, ${count})) TO STDOUT`)) {
      await new Promise((done) => setImmediate(done));
      said += String(bytes);
    }
    expect(said).toBe(`${'x'.repeat(width)}\n`.repeat(count));
    expect((await client.query<{ one: number }>('select 1 as one')).rows).toEqual([{ one: 1 }]);
  }
});
