import { expect, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { arrivedOf } from './arrived.ts';
import { optionsOf, shiftSaid } from './words.ts';

test.each([
  ['1A', 'Family, neighbours and the public'],
  ['1D', 'Family, neighbours and the public'],
  ['9', 'Anonymous or not known'],
  ['10', 'Anonymous or not known'],
  [undefined, undefined],
])('who told of a child by the code %s is named as %s', (source, named) => {
  const arrived = arrivedOf(
    [
      {
        kind: 'contact',
        entry: 'e',
        person: 'p',
        on: date('2026-10-05'),
        source,
        isAgain: false,
        led: undefined,
        team: undefined,
        need: undefined,
        age: undefined,
      },
    ],
    'contact',
  );
  expect(arrived.map(optionsOf('source', new Map()))).toEqual([named]);
});

test.each([
  [{ change: 0.33, low: 0.15, high: 0.5 }, '33 % more than usual (between 15 % and 50 %)'],
  [{ change: 1.6, low: 1.1, high: 2.2 }, '160 % more than usual (between 110 % and 220 %)'],
  [{ change: -0.79, low: -1.34, high: -0.25 }, '79 % less than usual (between 25 % and 100 %)'],
])('a change of %o is said so, and never to be less by more than all', (size, words) => {
  const shift = { ...size, since: date('2026-08-24'), until: undefined, noticed: date('2026-10-12') };
  expect(shiftSaid(shift)).toContain(words);
});
