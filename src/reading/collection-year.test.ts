import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { only, yearsIn } from './collection-year.ts';

describe('the year of a return that a name says', () => {
  test.each<[string, readonly number[]]>([
    ['SSDA903_2024-25_header.csv', [2025]],
    ['SSDA903 2024_25.xml', [2025]],
    ['ssda903-2024-2025-episodes.csv', [2025]],
    ['903 return 2024 to 2025.csv', [2025]],
    ['2024/25', [2025]],
    ['header_2025.csv', [2025]],
    ['SSDA903_2025_header.csv', [2025]],
    ['SSDA903_2024-25_header_extracted_2025-05-12.csv', [2025]],
    ['header_12-05-2024.csv', []],
    ['header_2025-05-12.csv', []],
    ['header_2024-05.csv', []],
    ['header_20240512.csv', []],
    ['header_2024-26.csv', []],
    ['header_2010-11.csv', []],
    ['header_2024_1.csv', []],
    ['header.csv', []],
    ['header_1999.csv', []],
  ])('%s: %j', (name, years) => expect(yearsIn(name)).toEqual(years));

  it('however the two years of a collection are written, it is the one that ends in the second', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2013, max: 2048 }),
        fc.constantFrom('-', '_', '/', '–', ' - ', ' to '),
        fc.boolean(),
        fc.constantFrom('', 'SSDA903_', 'return '),
        fc.constantFrom('', '_header', ' episodes'),
        (year, between, isShort, before, after) => {
          expect(yearsIn(`${before}${year - 1}${between}${isShort ? String(year).slice(2) : year}${after}.csv`)).toEqual([year]);
        },
      ),
    );
  });

  it('a day is never taken for the year of a return', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2013-01-01'), max: new Date('2049-01-01'), noInvalidDate: true }),
        fc.constantFrom('-', '.', '_', ''),
        (on, between) => {
          const [year = '', month = '', day = ''] = on.toISOString().slice(0, 10).split('-');
          for (const written of [
            [year, month, day],
            [day, month, year],
            [year, month],
          ])
            if (between !== '' || written.length === 3) expect(yearsIn(`extract ${written.join(between)}.csv`)).toEqual([]);
        },
      ),
    );
  });

  it('names that disagree say none', () => {
    expect([only([2025, 2025]), only([2024, 2025]), only([])]).toEqual([2025, undefined, undefined]);
  });
});
