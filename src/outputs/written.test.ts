import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from './document.ts';
import { blocksOf, writtenOf } from './written.ts';

describe('a section in a box', () => {
  it('is read as it was written', () => {
    const blocks: readonly Block[] = [
      { kind: 'heading', level: 3, text: 'Health' },
      { kind: 'paragraph', text: 'She is well.\nShe sleeps.' },
      { kind: 'list', items: ['A fire guard', 'A bed'] },
      {
        kind: 'facts',
        lines: [
          ['Category', 'Neglect: of food'],
          ['Since', '3 Mar 2026'],
        ],
      },
      {
        kind: 'table',
        heads: ['What', 'Who'],
        rows: [
          ['Fire guard', 'Mother'],
          ['Bed', ''],
        ],
      },
    ];
    expect(blocksOf(writtenOf(blocks))).toEqual(blocks);
  });
  it('keeps every word, whatever somebody types', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '-', ':', '|', '#', '.') }), (typed) => {
        const letters = (text: string): string => text.replaceAll(/[^ab]/g, '');
        expect(letters(writtenOf(blocksOf(typed)))).toBe(letters(typed));
      }),
    ));
});
