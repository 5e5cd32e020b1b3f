import { describe, expect, it, test } from 'vitest';
import fc from 'fast-check';
import { isDate } from '../../kernel/calendar/dates.ts';
import { dayOf } from './cells.ts';
import { wronglyWritten } from './written-date.ts';

describe('a date in the return', () => {
  it('is written DD/MM/YYYY and nothing else', () => {
    expect(wronglyWritten('03/04/2025')).toBeUndefined();
    expect(dayOf('03/04/2025')).toBe('2025-04-03');
  });

  test.each([
    ['27/11/24', /year of two digits/, '27/11/2024'],
    ['3/4/25', /year of two digits/, '03/04/2025'],
    ['2024-11-27', /year first/, '27/11/2024'],
    ['2024-11-27T00:00:00', /year first/, '27/11/2024'],
    ['2024-11-27 00:00:00', /year first/, '27/11/2024'],
    ['27 Nov 2024', /name of the month/, '27/11/2024'],
    ['7-November-2024', /name of the month/, '07/11/2024'],
    ['27-Nov-24', /name of the month and a year of two digits/, undefined],
    ['45623', /spreadsheet’s number/, '27/11/2024'],
    ['45623.0', /spreadsheet’s number/, '27/11/2024'],
    ['7/4/2025', /nought/, '07/04/2025'],
    ['27-11-2024', /not written as/, '27/11/2024'],
    ['27/11/2024 00:00', /not written as/, '27/11/2024'],
    ['notadate', /is no date/, undefined],
    ['27 Foo 2024', /is no date/, undefined],
  ])('%s is told, with what a person may put in its place', (value, problem, suggestion) => {
    expect(wronglyWritten(value)?.problem).toMatch(problem);
    expect(wronglyWritten(value)?.problem).toMatch(/DD\/MM\/YYYY/);
    expect(wronglyWritten(value)?.suggestion).toBe(suggestion);
    expect(dayOf(value)).toBeUndefined();
  });

  test.each(['31/02/2025', '00/01/2025', '12/13/2025', '29/02/2025'])('%s is no day', (value) => expect(dayOf(value)).toBeUndefined());

  it('whatever is written: read only if it is DD/MM/YYYY of a day that exists, and never otherwise', () => {
    const digits = fc.stringMatching(/^[0-9]{1,5}([/ .-][0-9A-Za-z]{1,9}){0,2}$/);
    fc.assert(
      fc.property(fc.oneof(digits, fc.string()), (value) => {
        const day = dayOf(value);
        const [, dd, mm, yyyy] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(value) ?? [];
        expect(day).toBe(isDate(`${yyyy}-${mm}-${dd}`) ? `${yyyy}-${mm}-${dd}` : undefined);
      }),
    );
  });
});
