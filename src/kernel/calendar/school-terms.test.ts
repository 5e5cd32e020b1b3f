import { afterEach, describe, expect, it, test } from 'vitest';
import { date } from './dates.ts';
import { isOpenByTerms, nextTermEndsByTerms, noTerms, readSchoolTerms, schoolYearOf, useSchoolTerms } from './school-terms.ts';

const text = `year,term,from,to
2026-27,autumn,2026-09-03,2026-10-23
2026-27,autumn,2026-11-02,2026-12-18
2026-27,closed,2026-11-27,2026-11-27
2026-27,spring,2027-01-05,2027-02-12
2026-27,spring,2027-02-22,2027-03-25
2026-27,summer,2027-04-12,2027-05-28
2026-27,summer,2027-06-07,2027-07-21
`;
const use = (): void => {
  const read = readSchoolTerms(text);
  if (read.kind === 'refused') throw new Error(read.problems.join('\n'));
  useSchoolTerms(read.terms);
};
afterEach(() => useSchoolTerms(noTerms));

describe('term dates of an authority', () => {
  test.each([
    ['2026-09-02', false],
    ['2026-09-03', true],
    ['2026-09-05', false],
    ['2026-10-26', false],
    ['2026-11-27', false],
    ['2026-12-18', true],
    ['2027-05-03', false],
    ['2027-07-21', true],
    ['2027-08-31', false],
    ['2026-08-31', undefined],
  ])('%s: %s', (day, isOpen) => {
    use();
    expect(isOpenByTerms(date(day))).toBe(isOpen);
  });
  test.each([
    ['2026-10-01', '2027-03-25'],
    ['2026-12-28', '2027-03-25'],
    ['2026-09-01', '2026-12-18'],
    ['2027-01-05', '2027-07-21'],
    ['2027-04-12', undefined],
    ['2026-08-01', undefined],
  ])('after %s the next term ends on %s', (day, ends) => {
    use();
    expect(nextTermEndsByTerms(date(day))).toBe(ends);
  });
  it('say nothing until they are given', () => {
    expect(isOpenByTerms(date('2026-10-01'))).toBeUndefined();
    expect(nextTermEndsByTerms(date('2026-10-01'))).toBeUndefined();
  });
  it('are of the school year from 1 September', () =>
    expect(['2026-08-31', '2026-09-01', '2099-10-01'].map((day) => schoolYearOf(date(day)))).toEqual(['2025-26', '2026-27', '2099-00']));
  it('are refused line by line', () => {
    const wrong = ['2026-28,autumn,2026-09-03,2026-10-23', '2026-27,winter,2026-09-03,2026-10-23', '2026-27,spring,3 Jan,2027-02-12'];
    const more = ['2026-27,summer,2027-05-28,2027-04-12', '2026-27,autumn,2025-09-03,2025-10-23'];
    expect(readSchoolTerms([...wrong, ...more].join('\n'))).toEqual({
      kind: 'refused',
      problems: [
        'Line 1: the school year is "2026-28": it must be as 2026-27',
        'Line 2: the term is "winter": it must be autumn, spring, summer or closed',
        'Line 3: "3 Jan" is no day: it must be as 2026-09-03',
        'Line 4: it ends on 12 Apr 2027, before it begins on 28 May 2027',
        'Line 5: its days do not lie in the school year 2026-27',
      ],
    });
    expect(readSchoolTerms('2026-27,autumn,2026-09-03,2026-10-23')).toEqual({
      kind: 'refused',
      problems: ['2026-27: there is no line of the spring term', '2026-27: there is no line of the summer term'],
    });
  });
});
