import { describe, expect, it, test } from 'vitest';
import { withoutNames, wordsIn } from './withheld-names.ts';

const names = new Set(['Bobby', 'Neill', 'Øyvind', 'Zoe', 'Kay']);

describe('a restricted child’s name in another child’s words', () => {
  test.each([
    ['Placed with his brother Bobby.', 'Placed with his brother [name withheld].'],
    ['BOBBY and bobby', '[name withheld] and [name withheld]'],
    ['Bobby’s father', '[name withheld]’s father'],
    ['Zoë O’Neill called', '[name withheld] O’[name withheld] called'],
    ['øyvind Neill called', '[name withheld] called'],
    ['Okay at school', 'Okay at school'],
    ['Kay-Lee', '[name withheld]-Lee'],
  ])('is left out: %s', (given, expected) => expect(withoutNames(given, names)).toBe(expected));

  it('is looked for in every way in which it may have been typed', () => {
    expect(wordsIn(['bObby, Zoë'])).toEqual(expect.arrayContaining(['bobby', 'BOBBY', 'Bobby', 'Zoe', 'zoe']));
  });

  it('changes nothing where nobody is restricted', () => expect(withoutNames('Bobby', new Set())).toBe('Bobby'));
});
