import { describe, expect, it, test } from 'vitest';
import { inventedPlaces, inventedReleases } from '../../../demo/published-figures.ts';
import { date } from '../../kernel/calendar/dates.ts';
import { workforceIndicators } from './indicators.ts';
import { readFigures } from './release.ts';

const heads =
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,inpost_fte,inpost_headcount,starters_fte,starters_headcount,leavers_fte,leavers_headcount,turnover_rate_fte,turnover_rate_headcount,agency_fte,agency_headcount,agency_rate_fte,agency_rate_headcount,agency_cover_fte,agency_cover_rate_fte,vacancy_fte,vacancy_rate_fte,vacancy_agency_cover_rate_fte,case_holders_fte,cases,caseload_fte,working_days_lost_fte,absence_rate_fte';
/** The release of 2024, first lines (Department for Education, Open Government Licence v3.0). */
const england =
  '2023,Reporting year,National,E92000001,England,,,,,,33119.1,35199,6027.5,6247,5254.6,5640,15.9,16,7173.5,7429,17.8,17.4,5744.2,80.1,7722.7,18.9,74.4,21111.4,337055,16,270751,3.2';
const northEast =
  '2023,Reporting year,Regional,E92000001,England,E12000001,North East,,,,2159.9,2266,392.8,416,307.6,331,14.2,14.6,236.5,243,9.9,9.7,158,66.8,265.6,10.9,59.5,1388.8,23660,17,19673,3.6';
const here =
  '2023,Reporting year,Local authority,E92000001,England,E12000001,North East,999,E06000999,Wyeford,100,106,9,9,12,13,12,12.3,c,c,c,c,c,c,25,20,c,60,960,16,800,3.2';
const other = here.replace('E06000999', 'E06000998').replace('Wyeford', 'Eastmarch');
const places = { own: 'Wyeford', neighbours: ['e06000998'] };
const read = (...lines: readonly string[]) => readFigures([heads, ...lines].join('\n'), places);

describe('the release “Children’s social work workforce”', () => {
  const { figures, problems, kind, withheld } = read(england, northEast, here, other);
  const of = (area: string, measure: string) => figures.find((one) => one.area === area && one.measure === measure);

  it('is told by its columns, and read as it is downloaded', () => {
    expect([kind, problems]).toEqual(['workforce', []]);
    expect(of('England', 'vacancyRate')).toMatchObject({ relation: 'england', period: '2023', value: 18.9 });
    expect(of('North East', 'caseload')).toMatchObject({ relation: 'region', value: 17, denominator: 1388.8 });
    expect(of('Wyeford', 'turnoverRate')).toMatchObject({ relation: 'own', value: 12, denominator: 100 });
    expect(of('Eastmarch', 'turnoverRate')?.relation).toBe('neighbour');
  });

  it('leaves out what is withheld', () => {
    expect(of('Wyeford', 'agencyRate')).toBeUndefined();
    expect(withheld).toBe(2);
  });

  /** Numerators of the same lines: that each denominator is the one by which the Department divided. */
  test.each([
    ['England', 'vacancyRate', 7722.7],
    ['England', 'turnoverRate', 5254.6],
    ['England', 'agencyRate', 7173.5],
    ['England', 'caseload', 337_055],
    ['England', 'absenceRate', 270_751],
    ['North East', 'vacancyRate', 265.6],
    ['North East', 'turnoverRate', 307.6],
    ['North East', 'agencyRate', 236.5],
    ['North East', 'caseload', 23_660],
    ['North East', 'absenceRate', 19_673],
  ])('%s, %s: what is published is what its denominator gives', (area, measure, numerator) => {
    const { value = 0, denominator = 0 } = of(area, measure) ?? {};
    const scale = measure === 'caseload' ? 1 : 100;
    // They round to one decimal what they did not round before.
    expect(Math.abs((scale * numerator) / denominator - value)).toBeLessThan(0.06);
  });

  test.each([
    [here.replace('2023,', '23/24,'), 'Line 3: time_period is "23/24". Write the reporting year, for example 2024'],
    [
      here.replace(',12,12.3,', ',many,12.3,'),
      'Line 3: turnover_rate_fte is "many". Write a number of nought or more, or c or x where none is published',
    ],
  ])('%s: says what is wrong, and takes nothing', (line, problem) => {
    expect(read(england, line, other)).toMatchObject({ figures: [], problems: [problem] });
  });

  it('says which authority it does not know, and which column is not there', () => {
    expect(readFigures([heads, england, here].join('\n'), { own: 'Wyford', neighbours: [] }).problems).toEqual([
      'The file has no local authority "Wyford". Write its name as the file does, or its code, such as E10000025',
    ]);
    const short = [heads.replace(',cases,', ',case,'), england.replace('x', 'x')].join('\n').replaceAll('case_holders_fte', 'holders');
    expect(readFigures(short, places).problems).toEqual(['The first line lacks case_holders_fte, which the Department’s release has']);
  });
});

describe('the release of children looked after', () => {
  const lines = [
    'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,la_name,new_la_code,population_type,population_estimate,children_count,rate_per_10000',
    '2025,Reporting year,National,E92000001,England,,,,,,Children ceasing to be looked after each year,12183016,34450,28',
    '2025,Reporting year,National,E92000001,England,,,,,,Children looked after on 31 March each year,12183016,81770,67',
    '2025,Reporting year,Local authority,E92000001,England,E12000001,North East,999,Wyeford,E06000999,Children looked after on 31 March each year,52000,300,58',
    '2025,Reporting year,Local authority,E92000001,England,E12000001,North East,998,Eastmarch,E06000998,Children looked after on 31 March each year,41000,c,c',
  ];
  it('says how many children live where, once for each place and year', () => {
    const { kind, figures, problems } = readFigures(lines.join('\n'), places);
    expect([kind, problems]).toEqual(['population', []]);
    expect(figures).toEqual([
      { area: 'England', relation: 'england', measure: 'population', period: '2024-25', value: 12_183_016 },
      { area: 'Wyeford', relation: 'own', measure: 'population', period: '2024-25', value: 52_000 },
      { area: 'Eastmarch', relation: 'neighbour', measure: 'population', period: '2024-25', value: 41_000 },
    ]);
  });
});

test('a table of one’s own is read as before', () => {
  const own = 'area,relation,measure,period,value,denominator\nEngland,England,reReferrals,2024-25,22,';
  expect(readFigures(own, places)).toMatchObject({ kind: 'measures', problems: [], figures: [{ measure: 'reReferrals', value: 22 }] });
});

test('the invented releases of the demonstration are read without a problem, and say in their names what they are', () => {
  for (const { kind, fileName, text } of inventedReleases(date('2026-11-29'))) {
    const { figures, problems, kind: found } = readFigures(text, inventedPlaces);
    expect([found, problems]).toEqual([kind, []]);
    expect(fileName).toContain('INVENTED');
    expect(new Set(figures.map(({ relation }) => relation))).toEqual(new Set(['england', 'own', 'neighbour', 'other']));
    if (kind === 'workforce') expect(new Set(figures.map(({ measure }) => measure)).size).toBe(workforceIndicators.length);
  }
});
