import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { comparisonOf } from './comparison.ts';
import { measureNamed, measures } from './measures.ts';
import { periodOf, readPublished } from './published.ts';

const head = 'area,relation,measure,period,value,denominator';
const read = (...lines: readonly string[]) => readPublished([head, ...lines].join('\n'));

describe('a file of published figures', () => {
  test('is read whole: by the names or the titles of measures, with what is not published left out', () => {
    const { figures, withheld, problems } = readPublished(
      `\uFEFFArea,Relation,Measure,Period,Value,Denominator,Note\r\nEngland,England,reReferrals,202425,22.4,\r\n"Hull, City of",Statistical neighbour,Referred again within twelve months,2024/25,19.1 %,"3,120",x\r\nWye,Region,reReferrals,2025,c,c\r\n`,
    );
    expect(problems).toEqual([]);
    expect(withheld).toBe(1);
    expect(figures).toEqual([
      { area: 'England', relation: 'england', measure: 'reReferrals', period: '2024-25', value: 22.4 },
      { area: 'Hull, City of', relation: 'neighbour', measure: 'reReferrals', period: '2024-25', value: 19.1, denominator: 3120 },
    ]);
  });

  test.each([
    [
      'Hull,Neighbor,reReferrals,2024-25,19,300',
      'Line 2: relation is "Neighbor". Write England, Region, Statistical neighbour or Own authority',
    ],
    [
      'Hull,Region,rereferals,2024-25,19,300',
      'Line 2: measure is "rereferals". Write the name or the title of a measure as its page says it, or population',
    ],
    ['Hull,Region,reReferrals,2024-26,19,300', 'Line 2: period is "2024-26". Write the year to 31 March, for example 2024-25'],
    ['Hull,Region,reReferrals,2024-25,many,300', 'Line 2: value is "many". Write a number, or c or x where none is published'],
    ['Hull,Region,reReferrals,2024-25,190,300', 'Line 2: value is "190". Write it in 100: from 0 to 100'],
    ['Hull,Region,reReferrals,2024-25,19,-3', 'Line 2: denominator is "-3". Write of how many, a number above nought, or leave it empty'],
    [',Region,reReferrals,2024-25,19,300', 'Line 2: area is "". Write the name of the area, for example England'],
  ])('%s: says what is wrong and what would be right, and takes nothing', (line, problem) => {
    expect(read(line, 'England,England,reReferrals,2024-25,22,')).toMatchObject({ figures: [], problems: [problem] });
  });

  test('an area that stands twice, a file of other columns, and none at all', () => {
    expect(read('Hull,Region,reReferrals,2024-25,19,', 'Hull,Region,reReferrals,2025,20,').problems).toEqual([
      'Line 3: Hull, reReferrals, 2024-25 stands in line 2 already. Leave one of them',
    ]);
    expect(readPublished('a,b\n1,2').problems[0]).toContain('The first line lacks area, relation, measure, period, value');
    expect(readPublished('').problems[0]).toContain('The first line lacks');
    expect(readPublished('area,"relation\n1').problems[0]).toContain('The file is not CSV');
    expect(periodOf('2024-26')).toBeUndefined();
  });

  test('the sample is read without a problem', () => {
    const { figures, problems } = readPublished(readFileSync('test/samples/published/figures-invented.csv', 'utf8'));
    expect(problems).toEqual([]);
    expect(figures.length).toBeGreaterThan(300);
  });
});

describe('beside others', () => {
  const [measure] = measures;
  if (measure === undefined) throw new Error('there is a measure');
  const year = (n: number, among: number) => [{ period: '2024-25', n, among, apart: 0 }];
  const figures = (value: number, denominator: number) =>
    read('England,England,reReferrals,2024-25,20,', `Wye,Statistical neighbour,reReferrals,2024-25,${value},${denominator}`).figures;
  const wye = (value: number, denominator: number) =>
    comparisonOf(measure, year(40, 200), figures(value, denominator), 'Here')?.points.at(-1)?.where;

  test('being small is not read as being bad: the same share of few lies within chance, and of many far from it', () => {
    expect(wye(30, 40)).toBe('within');
    expect(wye(30, 4000)).toBe('farAbove');
    expect(wye(25, 300)).toBe('above');
    expect(wye(12, 4000)).toBe('farBelow');
  });

  test('one’s own year is as it was counted here, of the same year; what points at somebody is not placed', () => {
    expect(comparisonOf(measure, year(40, 200), figures(19, 900), 'Here')?.points[0]).toEqual({
      area: 'Here',
      isOwn: true,
      value: 20,
      denominator: 200,
      where: 'within',
    });
    expect(comparisonOf(measure, year(3, 200), figures(19, 900), 'Here')?.points.map(({ area }) => area)).toEqual(['Wye']);
    expect(comparisonOf(measure, year(40, 200), [], 'Here')).toBeUndefined();
  });

  test('a rate needs to know how many children live here', () => {
    const rate = measureNamed('careRate');
    if (rate === undefined) throw new Error('careRate');
    const lines = ['England,England,careRate,2024-25,70,', 'Wye,Statistical neighbour,careRate,2024-25,71,60000'];
    const own = (...more: readonly string[]) =>
      comparisonOf(rate, [{ period: '2024-25', n: 410, among: 410, apart: 0 }], read(...lines, ...more).figures, 'Here')?.points.find(
        ({ isOwn }) => isOwn,
      );
    expect(own()).toBeUndefined();
    expect(own('Here,Own authority,population,2024-25,58000,')).toMatchObject({ value: 410 / 5.8, denominator: 58000, where: 'within' });
  });
});
