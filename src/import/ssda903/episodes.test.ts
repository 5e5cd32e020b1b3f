import { expect, it } from 'vitest';
import type { Problem } from '../intake/problem.ts';
import { readCells } from './cells.ts';
import { episodesOf } from './episodes.ts';

it('a second episode on one day is not taken, and what would be right is said: one changed value would not be', () => {
  const problems: Problem[] = [];
  const episode = (line: number, values: Readonly<Record<string, string>>) =>
    readCells({ table: 'episodes', file: 'episodes.csv', line, values: { CHILD: '7', DECOM: '02/06/2024', ...values } }, problems);
  const taken = episodesOf([episode(2, { RNE: 'S', LS: 'C1', PLACE: 'U6' }), episode(3, { RNE: 'L', LS: 'C2', PLACE: 'U6' })], problems);
  expect(taken.map(({ read }) => read.row.line)).toEqual([2]);
  const reason = expect.stringMatching(/in line 2, begins on this day.*all that changed on a day in one row.*load it again$/);
  expect(problems).toMatchObject([{ kind: 'refused', line: 3, field: 'DECOM', value: '02/06/2024', reason }]);
});
