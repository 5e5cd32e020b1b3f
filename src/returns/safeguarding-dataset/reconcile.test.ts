import { describe, expect, test } from 'vitest';
import type { DayTable } from '../of-a-day.ts';
import { asSaid, reconcile } from './reconcile.ts';

test.each([
  ['{"A_FLAG":"Y","B_FLAG":"N","COMMENTS":"seen twice"}', '{"B_FLAG": "n", "A_FLAG": "y"}'],
  ['["3B","1A"]', '[ "1A", "3B", "3B" ]'],
  ['{"STREET":"14 Example Street","UPRN":"1000"}', '{"STREET":"14 EXAMPLE STREET ","TOWN":""}'],
  ['{"TOTAL_NO_OF_OUTCOMES":1,"A_FLAG":"Y"}', '{"A_FLAG":"Y","TOTAL_NO_OF_OUTCOMES":2}'],
])('%s says the same as %s', (one, other) => expect(asSaid(one)).toBe(asSaid(other)));

test.each([
  ['{"A_FLAG":"Y"}', '{"B_FLAG":"Y"}'],
  ['["1A"]', '["1A","3B"]'],
  ['no JSON {', '{}'],
])('%s says something else than %s', (one, other) => expect(asSaid(one)).not.toBe(asSaid(other)));

const assessments = (...rows: readonly (readonly string[])[]): DayTable => ({
  name: 'ssd_cin_assessments',
  heads: ['cina_assessment_id', 'cina_person_id', 'cina_assessment_start_date', 'cina_assessment_outcome_json'],
  rows,
});
const factors = (...rows: readonly (readonly string[])[]): DayTable => ({
  name: 'ssd_assessment_factors',
  heads: ['cinf_table_id', 'cinf_assessment_id', 'cinf_assessment_factors_json'],
  rows,
});

describe('columns of JSON', () => {
  const own = [assessments(['o1', '7', '2026-01-05', '{"NFA_FLAG":"N","PLAN_FLAG":"Y"}']), factors(['o9', 'o1', '["1A","3B"]'])];
  test('what both say is the same, however it is written and whatever the ids are', () => {
    const theirs = [assessments(['t1', '7', '2026-01-05', '{"PLAN_FLAG":"Y","COMMENTS":"x"}']), factors(['t9', 't1', '["3B","1A"]'])];
    expect(reconcile(theirs, own)).toMatchObject([
      { table: 'ssd_cin_assessments', same: 1, differences: [] },
      { table: 'ssd_assessment_factors', same: 1, differences: [] },
    ]);
  });
  test('a factor that one of them lacks is told of its child and assessment; and so is another outcome', () => {
    const theirs = [assessments(['t1', '7', '2026-01-05', '{"NFA_FLAG":"Y"}']), factors(['t9', 't1', '["1A"]'])];
    const [assessment, factor] = reconcile(theirs, own);
    expect(assessment?.differences).toMatchObject([
      { in: 'extract', person: '7', says: expect.stringContaining('NFA_FLAG=Y') },
      { in: 'record', person: '7', says: expect.stringContaining('PLAN_FLAG=Y') },
    ]);
    expect(factor?.differences).toMatchObject([
      { in: 'extract', person: '7', says: 'cinf_assessment_factors_json 1A, cina_assessment_start_date 2026-01-05' },
      { in: 'record', person: '7', says: 'cinf_assessment_factors_json 1A 3B, cina_assessment_start_date 2026-01-05' },
    ]);
  });
  test('no flag that is set says as much as nothing', () => {
    const theirs = [assessments(['t1', '7', '2026-01-05', '{"NFA_FLAG":"N"}'])];
    expect(reconcile(theirs, [assessments(['o1', '7', '2026-01-05', ''])])[0]).toMatchObject({ same: 1, differences: [] });
  });
  test('a factor of an assessment that is in no table is nobody’s, and is told of all the same', () =>
    expect(reconcile([factors(['t9', 'lost', '["1A"]'])], own)[0]).toMatchObject({
      same: 0,
      differences: [{ person: '' }, { person: '7' }],
    }));
});
