import { expect, test } from 'vitest';
import { date } from '../../kernel/calendar/dates.ts';
import { arrivedOf } from './arrived.ts';
import { optionsOf } from './words.ts';

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
