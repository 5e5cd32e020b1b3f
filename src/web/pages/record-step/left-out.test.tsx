import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { steps } from '../../../practice/pathway.ts';
import { FilledIn, LeftOut } from './left-out.tsx';

const visit = steps.find(({ name }) => name === 'visit');
if (visit === undefined) throw new Error('no visit');

it('says that a restricted record is left out, and of whom no more than that', () => {
  const words = (closed: number) => render(<LeftOut closed={closed} step={visit} />);
  expect(words(1)).toContain('A brother or sister has a restricted record: this is not recorded there.');
  expect(words(2)).toContain('2 more brothers and sisters have a restricted record');
  expect(render(<LeftOut closed={1} step={{ ...visit, togetherWith: 'family' }} />)).toContain('Somebody of the family has');
  expect(words(0)).toBe('');
});

it('says whose lines were filled in, before it is recorded', () => {
  expect(render(<FilledIn filled={[{ person: 'b', name: 'Ben' }]} />)).toContain('What is known of Ben was filled in');
  expect(render(<FilledIn filled={[]} />)).toBe('');
});
