import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inLists } from '../../src/kernel/derivation/derivation.ts';
import { derivation } from '../../src/practice/pathway.ts';
import { freshDatabase, type FreshDatabase } from '../servers.ts';

/** What is read with a step, and not in lists. */
const ofSteps = Object.entries(derivation.readBy).flatMap(([part, by]) => (by === inLists ? [] : [part]));

describe('words that belong to a step', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => void (fresh = await freshDatabase()));
  afterAll(() => fresh.drop());

  test('are those that the database refuses among what lists show: who moves one writes a migration that moves it in every row', async () => {
    const { rows } = await fresh.owner.pool.query<{ says: string }>(
      "select pg_get_constraintdef(oid) as says from pg_constraint where conname = 'standing_state_without_words'",
    );
    const refused = [...(rows[0]?.says ?? '').matchAll(/'(\w+)'/g)].map(([, part]) => part);
    expect(refused.sort()).toEqual([...ofSteps].sort());
  });

  test('stand in the one column of the standing that the application cannot read', async () => {
    const { rows } = await fresh.owner.pool.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = 'record.standing'::regclass and attnum > 0 and not attisdropped
        and not has_column_privilege('sightline_app', attrelid, attnum, 'select')`,
    );
    expect(rows.map(({ name }) => name)).toEqual(['words']);
  });
});
