import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { feedSchema } from '../../vocabulary/daily-feed.ts';
import { bodyOf, callsOf } from './calls.ts';
import { deltaOf } from './delta.ts';
import { openApi } from './openapi.fixture.ts';
import type { ChildPayload } from './part.ts';
import { feedTables, readCalls } from './reader.ts';

const told = new Set(['description', 'title', 'default', '$schema', '$comment', 'example', 'examples']);
/** A schema without what says nothing of its values. */
const bare = (schema: unknown): unknown =>
  Array.isArray(schema) || typeof schema !== 'object' || schema === null
    ? schema
    : Object.fromEntries(
        Object.entries(schema).flatMap(([key, value]): [string, unknown][] =>
          key === 'properties'
            ? [[key, Object.fromEntries(Object.entries(value as object).map(([name, one]) => [name, bare(one)]))]]
            : told.has(key)
              ? []
              : [[key, bare(value)]],
        ),
      );

test('the schema is the Department’s', () => expect(feedSchema).toEqual(bare(openApi.components.schemas.CSC)));

const calls = (...bodies: readonly unknown[]) =>
  bodies.map((body, n) => ({ name: `call-${n + 1}.json`, bytes: Buffer.from(JSON.stringify(body)) }));

const day = fc.constantFrom('2026-01-05', '2026-02-10', '2026-03-20');
const plan = fc.record(
  { child_in_need_plan_id: fc.constantFrom('p1', 'p2', 'p3'), start_date: day, end_date: day },
  { requiredKeys: ['child_in_need_plan_id', 'start_date'] },
);
const episode = fc.record(
  {
    social_care_episode_id: fc.constantFrom('e1', 'e2'),
    referral_date: day,
    child_in_need_plans: fc.uniqueArray(plan, { minLength: 1, maxLength: 3, selector: (one) => one.child_in_need_plan_id }),
    adoption: fc.record({ matched_date: day }),
  },
  { requiredKeys: ['social_care_episode_id', 'referral_date'] },
);
const child: fc.Arbitrary<ChildPayload> = fc.record(
  {
    la_child_id: fc.constant('NC7'),
    mis_child_id: fc.constant('m7'),
    child_details: fc.record({ first_name: fc.constantFrom('Amira', 'Mira'), sex: fc.constantFrom('F', 'U') }),
    health_and_wellbeing: fc.record({
      sdq_assessments: fc.array(fc.record({ date: day, score: fc.nat(40) }), { minLength: 1, maxLength: 2 }),
    }),
    social_care_episodes: fc.uniqueArray(episode, { minLength: 1, maxLength: 2, selector: (one) => one.social_care_episode_id }),
  },
  { requiredKeys: ['la_child_id', 'mis_child_id', 'child_details', 'social_care_episodes'] },
);

/** With keys and items in one order. */
const ordered = (held: readonly ChildPayload[]) =>
  feedTables(held).map(({ name, heads, rows }) => ({ name, heads, rows: rows.map((row) => JSON.stringify(row)).toSorted() }));

describe('calls of the daily feed', () => {
  test('read one after the other say what the Department holds: whatever was sent first, changed and purged', () => {
    fc.assert(
      fc.property(fc.array(fc.option(child, { nil: undefined }), { minLength: 1, maxLength: 5 }), (states) => {
        const sent = states.flatMap((now, n) => {
          const before = states[n - 1];
          return callsOf([{ person: 'm7', restricted: false, now, delta: deltaOf(before, now) }]).map(({ sent: all }) =>
            all.map(({ payload }) => payload),
          );
        });
        const { held, refused } = readCalls(sent.map((all, n) => ({ name: `call-${n + 1}.json`, bytes: Buffer.from(bodyOf(all)) })));
        const last = states.at(-1);
        expect(refused).toEqual([]);
        expect(ordered(held)).toEqual(ordered(last === undefined ? [] : [last]));
      }),
    );
  });
  test('are read in the order of their numbers: the tenth comes after the second', () => {
    const files = calls([{ la_child_id: 'A', mis_child_id: 'a' }], [{ la_child_id: 'A', mis_child_id: 'a', purge: true }]);
    const [first, second] = files;
    if (first === undefined || second === undefined) throw new Error('two calls');
    expect(
      readCalls([
        { ...first, name: 'call-10.json' },
        { ...second, name: 'call-2.json' },
      ]).held,
    ).toHaveLength(1);
  });
  test('what the Department would not take is told with the file, the child, the field, the value and what would be right', () => {
    const body = [
      { la_child_id: 'NC7', mis_child_id: 'm', child_details: { sex: 'Female', date_of_birth: '2020-02-30', shoe_size: 31 } },
      { mis_child_id: 'm8' },
    ];
    expect(readCalls(calls(body)).refused).toEqual([
      'call-1.json, child 1 (NC7), child_details.sex: “"Female"” must be at most 1 signs long',
      'call-1.json, child 1 (NC7), child_details.date_of_birth: “"2020-02-30"” must be a day that exists, such as 2026-03-31',
      'call-1.json, child 1 (NC7), child_details.shoe_size: “31” must be left out: the schema has no such field',
      'call-1.json, child 2, la_child_id: it must be there',
    ]);
  });
  test.each([['{"a"'], ['not JSON'], ['\xff'], ['{}'], ['[[]]'], ['[1]'], [`${'['.repeat(50_000)}`]])(
    'what is no call is told of, and nothing is thrown: %s',
    (text) => {
      const { held, refused } = readCalls([{ name: 'call-1.json', bytes: Buffer.from(text, 'latin1') }]);
      expect(held).toEqual([]);
      expect(refused[0]).toMatch(/^call-1\.json, (the file|child 1)/);
    },
  );
  test('the Department’s own example is read whole', () => {
    const example = JSON.parse(readFileSync('test/samples/daily-feed/openapi-1.0.1.json', 'utf8')).components.schemas.CSC.items.example;
    const { held, refused } = readCalls(calls([example]));
    expect(refused).toEqual([]);
    expect(feedTables(held).map(({ name, rows }) => [name, rows.length])).toEqual(
      [
        'children',
        'sdq_assessments',
        'social_care_episodes',
        'care_worker_details',
        'child_and_family_assessments',
        'child_in_need_plans',
        'section_47_assessments',
        'child_protection_plans',
        'child_looked_after_placements',
        'adoption',
        'care_leavers',
      ].map((name) => [name, 1]),
    );
  });
});
