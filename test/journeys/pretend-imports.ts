import type { ImportRun, QuestionInFull } from '../../src/web/parts.ts';
import { pretendId } from '../../src/web/pretend-parts.ts';
import { pretendRun } from '../../src/web/pretend-run.ts';
import type { Parts } from './pretend-worlds.ts';

/** Longer than a telephone is wide. */
export const fileNamed = (n: number): string => `CIN_Census_${'a_very_long_name_without_a_space_'.repeat(3)}${n}.xml`;

const run = (state: ImportRun['state'], n: number): ImportRun =>
  pretendRun({
    run: pretendId(8, n),
    fileName: fileNamed(n),
    finishedAt: state === 'running' ? null : '2026-03-03 09:02:00+00',
    shareRead: 0.469,
    childrenDone: 23_456,
    entries: 120_000,
    corrections: 3,
    unchanged: 40,
    state,
    message: state === 'stopped' ? 'The file ends in the middle of a child, at line 88.' : null,
  });

const said = (name: string, bornOn: string) => ({
  name,
  facts: [
    ['Identifier', '100234'],
    ['Unique pupil number', 'A123456789123'],
    ['Date of birth', bornOn],
    ['Sex', 'Female'],
    ['Ethnicity', 'Pakistani'],
  ] as const,
  history: ['2 Jun 2024: Became looked after', '2 Jun 2024: Placement'],
});

const question = (number: number, isDecided: boolean): QuestionInFull => ({
  id: pretendId(9, number),
  source: 'SSDA903 return',
  child: '100243',
  because: 'the record with this identifier has another date of birth',
  askedAt: '2026-03-03 09:00:00+00',
  isDecided,
  decision: pretendId(10, number),
  given: said('Child 100243 of the SSDA903 return', '14 May 2019'),
  records: [{ ...said('Amira Example', '15 May 2019'), person: pretendId(1, 0), isChosen: isDecided }],
});

/** Imports in every state, what could not be taken of them, and children of whom somebody must say whose the rows are. */
export const pretendImports: Pick<Parts, 'runs' | 'problems' | 'suggestions' | 'questions'> = {
  runs: [
    run('running', 1),
    run('stopped', 2),
    run('finished', 3),
    {
      ...run('stopped', 4),
      setAsideAt: '2026-03-03 09:30:00+00',
      setAsideBy: pretendId(2, 6),
      setAsideReason: 'It came from the other system',
    },
    { ...run('finished', 5), kind: 'cin-dry-run' },
  ],
  problems: [
    {
      n: 1,
      isRepairable: true,
      file: 'episodes.csv',
      line: 88,
      child: '0000001',
      field: 'DEC',
      value: '27/11/24'.repeat(20),
      reason: 'DEC has a year of two digits',
      raw: 'episodes: CHILD=0000001, DEC=27/11/24',
    },
    {
      n: 2,
      isRepairable: false,
      line: null,
      child: null,
      field: null,
      value: null,
      reason: 'This child has no number by which to tell who it is',
    },
    {
      n: 3,
      isRepairable: false,
      line: 90,
      child: '0000002',
      field: 'DEC',
      value: '1/4/24',
      reason: 'lacks a nought',
      corrected: '01/04/2024',
    },
  ],
  suggestions: [{ field: 'DEC', writing: 'two-digits', values: 1107, example: '27/11/24', readAs: '27/11/2024' }],
  questions: [
    question(1, false),
    question(2, true),
    { ...question(3, false), answeredBy: { run: pretendId(8, 3), fileName: 'corrected.csv', at: '2026-03-03 09:40:00+00' } },
  ],
};
