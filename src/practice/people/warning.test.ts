import { describe, expect, it, test } from 'vitest';
import { addDays, date } from '../../kernel/calendar/dates.ts';
import { historyOf, type Told } from '../history.fixture.ts';
import { standingOf } from '../pathway.ts';
import { warningEnd, warningsOn } from './warning.ts';

const words = 'Dog loose in the yard.';
const dog: Told = ['warning', '2026-03-03', { from: '2026-03-03', kind: 'dangerToStaff', words, until: '2026-09-03' }];
const order: Told = ['warning', '2026-03-01', { from: '2026-03-01', kind: 'noContact', words: 'Not to be alone with his uncle.' }];
const gone: Told = ['warningEnd', '2026-05-01', { endedOn: '2026-05-01', warning: 'e1', because: 'The dog has gone.' }];

const held = (on: string, ...told: readonly Told[]) => warningsOn(standingOf(historyOf(...told)), date(on)).map(({ entry }) => entry);

describe('a warning', () => {
  test.each([
    ['2026-03-02', ['e2']],
    ['2026-03-03', ['e1', 'e2']],
    ['2026-09-03', ['e1', 'e2']],
    ['2026-09-04', ['e2']],
  ])('holds from its first day to its last: %s', (on, expected) => expect(held(on, dog, order)).toEqual(expected));

  it('without a last day holds until it is ended; another then still stands', () => {
    expect(held('2026-05-02', dog, order, gone)).toEqual(['e2']);
    expect(held('2099-01-01', dog, order)).toEqual(['e2']);
  });

  it('that was struck out warns nobody', () => {
    expect(held('2026-04-01', dog, ['warning', '2026-03-03', {}, { corrects: 1, tombstone: true }])).toEqual([]);
  });

  it('is ended by name, on a day on which it had begun', () => {
    const history = historyOf(dog, ['visit', '2026-03-05', { seen: true }]);
    const end = (more: object) =>
      warningEnd
        .decide(history, { endedOn: date('2026-05-01'), warning: 'e1', because: 'over', ...more }, date('2026-06-01'))
        .map(({ field }) => field);
    expect(end({})).toEqual([]);
    expect(end({ warning: 'e2' })).toEqual(['warning']);
    expect(end({ endedOn: addDays(date('2026-03-03'), -1) })).toEqual(['endedOn']);
    expect(end({ endedOn: date('2026-06-02') })).toEqual(['endedOn']);
  });
});
