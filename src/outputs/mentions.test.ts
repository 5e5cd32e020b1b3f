import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from './facts.ts';
import { mentionsIn, sentencesOf, without } from './mentions.ts';

const fact = (kind: Fact['kind'], ...words: readonly string[]): Fact => ({ id: kind, kind, of: kind, words, whose: [], entry: undefined });
const home = fact('homeAddress', '14 Example Street\nOxford', 'OX1 1ND');
const school = fact('school', 'St Anne’s Primary School');
const sister = fact('restrictedPerson', 'Zofia Łukasiewicz');
const found = (text: string, ...facts: readonly Fact[]) =>
  mentionsIn([{ name: 'a', text }], facts, ['Jan Łukasiewicz']).map(({ sentence }) => sentence);

describe('a sentence that gives away', () => {
  it.each([
    ['an address', 'They live at 14 Example Street.', home],
    ['an address in small letters, cut short', 'seen in the evening at 14 example st', home],
    ['the street without the number', 'She was met in Example Street.', home],
    ['the street with a slip of the finger', 'He went back to Exmaple Street.', home],
    ['a postcode without its space', 'Taxi to ox11nd.', home],
    ['half a postcode', 'He knows it is in OX1.', home],
    ['a school by the half of its name', 'Her teacher at St Annes rang.', school],
    ['somebody’s first name', 'ZOFIA was there.', sister],
    ['somebody’s name without its accents', 'Zofia Lukasiewicz was there.', sister],
  ])('%s is pointed to', (_, text, given) => expect(found(text, given)).toEqual([text]));
  it.each([
    ['the child’s own last name', 'Jan Łukasiewicz is well.', sister],
    ['a word that stands in every address', 'They live in a street of old houses.', home],
    ['another school', 'He started at the primary school.', school],
    ['the town', 'They moved from Oxford.', home],
    ['another number', 'Seen on 14 March.', home],
  ])('%s is not', (_, text, given) => expect(found(text, given)).toEqual([]));
  it('is pointed to once, with everything that it gives away', () => {
    const [one] = mentionsIn([{ name: 'a', text: 'Zofia is at St Anne’s. It rained.' }], [school, sister]);
    expect(one?.facts.map(({ kind }) => kind)).toEqual(['school', 'restrictedPerson']);
  });
});

describe('a sentence left out', () => {
  it('is gone, and the others stand as they stood', () => {
    const part = { name: 'a', text: 'It rained. They live at 14 Example Street. She slept.\n\n- a bed\n- taxi to OX1 1ND' };
    const left = new Set(mentionsIn([part], [home]).map(({ id }) => id));
    expect(without(part, left)).toBe('It rained. [left out] She slept.\n\n- a bed\n- [left out]');
  });
  it('leaves of a row of a table, and of a fact, what is beside it', () => {
    const part = { name: 'a', text: 'What | Where\nA bed | 14 Example Street\n\nHome: taxi to OX1 1ND\nSchool: none' };
    const left = new Set(mentionsIn([part], [home]).map(({ id }) => id));
    expect(without(part, left)).toBe('What | Where\nA bed | [left out]\n\nHome: [left out]\nSchool: none');
  });
  it('is found again after another was changed', () => {
    const id = (text: string) => mentionsIn([{ name: 'a', text }], [home])[0]?.id;
    expect(id('It rained. Taxi to OX1 1ND.')).toBe(id('It snowed a lot. Taxi to OX1 1ND.'));
  });
  it('leaves every text whole where nothing is left out', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'B', ' ', '\n', '.', '!', '?', '”', '-', '|') }), (text) => {
        expect(sentencesOf(text).join('')).toBe(text);
        expect(without({ name: 'a', text }, new Set())).toBe(text);
      }),
    ));
});
