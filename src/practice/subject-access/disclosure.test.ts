import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { historyOf, type Told } from '../history.fixture.ts';
import { decidedOf, digestOf, standingOf, toldOf } from './disclosure.ts';
import { asText, fromText, joined, placesOf, sentencesOf, takeOut, type Place } from './places.ts';
import { proposalsIn, termsOfName } from './proposals.ts';

const wordsAt = (text: string, places: readonly Place[]): readonly string[] => places.map(({ from, to }) => text.slice(from, to));

describe('words are found', () => {
  test.each<[words: string, text: string, found: readonly string[]]>([
    ['Saira Khan', 'SAIRA KHAN and Saira  Khan’s sister, Saira Khanum', ['SAIRA KHAN', 'Saira  Khan’s']],
    ['Ann', 'Ann, Anna, Joann; Ann-Marie and “ann”.', ['Ann', 'Ann', 'ann']],
    ['Anne-Marie', 'Anne Marie rang', ['Anne Marie']],
    ['O’Brien', "Mr O'Brien’s dog", ["O'Brien’s"]],
    ['Zoë', 'Zoë’s and ZOË', ['Zoë’s', 'ZOË']],
    ['14 High Street', 'at 14 High\nStreet.', ['14 High\nStreet']],
    ['.*', 'nothing', []],
    ['  ', 'nothing', []],
  ])('%s in %s', (words, text, found) => expect(wordsAt(text, placesOf(words, text))).toEqual(found));
});

it('sentences and lines are told apart', () => {
  const text = 'He came at 3. She said “No.” Then?\nNothing more… A line';
  expect(wordsAt(text, sentencesOf(text))).toEqual(['He came at 3.', 'She said “No.”', 'Then?', 'Nothing more…', 'A line']);
});

const anyPlaces = fc.array(
  fc.tuple(fc.nat(60), fc.nat(20)).map(([from, length]) => ({ from, to: from + length })),
  { maxLength: 6 },
);

it('what is taken out is in no part, and all that is left is there in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), anyPlaces, (text, places) => {
      const left = takeOut(
        text,
        places.map((place) => ({ ...place, mark: 'x' })),
      ).map((part) => ('words' in part ? part.words : ''));
      const isOut = (n: number): boolean => places.some(({ from, to }) => from <= n && n < to);
      expect(left.join('')).toBe(
        text
          .split('')
          .filter((_, n) => !isOut(n))
          .join(''),
      );
      expect(fromText(asText(joined(places)))).toEqual(joined(places));
    }),
  );
});

describe('what is proposed', () => {
  const terms = [...termsOfName('Joan Marsh', 'a neighbour'), ...termsOfName('St Example School', 'a school')];
  const proposed = (text: string, notThese: readonly string[] = []) =>
    proposalsIn(text, terms, notThese).map(({ words, what, places }) => [what, words, places.length]);
  it('are people whom the record knows, numbers and addresses', () =>
    expect(proposed('Joan Marsh rang from 07700 900123; Joan lives at OX1 1ND (joan@example.org).')).toEqual([
      ['a neighbour', 'Joan Marsh', 1],
      ['a telephone number', '07700 900123', 1],
      ['a neighbour', 'Joan', 2],
      ['a postcode', 'OX1 1ND', 1],
      ['an e-mail address', 'joan@example.org', 1],
    ]));
  it('is never what is the asker’s own', () =>
    expect(proposed('At OX1 1ND, the home of Joan Marsh Example.', ['OX1 1ND', 'Joan Marsh Example'])).toEqual([]));
  it('is nothing where nothing is', () => expect(proposed('On 12 March 2026 she was 14; see 2026-03-12 and 1,204.')).toEqual([]));
});

describe('what is decided', () => {
  const entry = { entry: 'v', answers: [{ at: 'note', question: 'Note', words: 'Joan rang. All is well.' }] };
  const decide = (line: object, by: string, more: object = {}): Told => [
    'redaction',
    '2026-03-16',
    { entries: [{ entry: 'v', digest: digestOf(entry), ...line }], ...more },
    { recordedBy: by },
  ];
  const confirm = (by: string): Told => ['redactionConfirmation', '2026-03-20', {}, { recordedBy: by }];
  const decided = (...told: readonly Told[]) => {
    const history = historyOf(['subjectAccessRequest', '2026-03-02'], ...told);
    const [request] = history;
    if (request === undefined) throw new Error('no request');
    return decidedOf(request, history);
  };
  const out = { treatment: 'blackOut', at: 'note', places: '0-4', ground: 'thirdParty', weighed: 'refused' };

  it('stands until somebody decides otherwise, and only for the words that were read', () => {
    expect(standingOf(entry, decided())).toEqual({ kind: 'undecided' });
    expect(standingOf(entry, decided(decide({ treatment: 'disclose' }, 'a'), decide(out, 'b')))).toMatchObject({
      kind: 'decided',
      decision: { by: 'b' },
    });
    const changed = { ...entry, answers: [{ at: 'note', question: 'Note', words: 'Joan did not ring.' }] };
    expect(standingOf(changed, decided(decide(out, 'a')))).toEqual({ kind: 'undecided', changed: true });
  });
  it('takes out words at their places, and names wherever they stand', () => {
    const made = decided(decide(out, 'a', { everywhere: [{ words: 'well', ground: 'crime' }] }));
    const [answer] = entry.answers;
    if (answer === undefined) throw new Error('no answer');
    expect(toldOf(answer, made.byEntry.get('v'), made.everywhere)).toEqual([
      { withheld: { ground: 'thirdParty', weighed: 'refused' } },
      { words: ' rang. All is ' },
      { withheld: { ground: 'crime' } },
      { words: '.' },
    ]);
    const lifted: Told = ['redaction', '2026-03-17', { everywhere: [{ words: 'well', lifted: true }] }];
    expect(decided(decide(out, 'a', { everywhere: [{ words: 'well', ground: 'crime' }] }), lifted).everywhere).toEqual([]);
  });
  it('is confirmed by somebody who decided none of it, after the last of it', () => {
    expect(decided(decide(out, 'a'), confirm('a')).confirmation).toBeUndefined();
    expect(decided(decide(out, 'a'), confirm('b')).confirmation?.recordedBy).toBe('b');
    expect(decided(decide(out, 'a'), decide(out, 'b'), confirm('b')).confirmation).toBeUndefined();
    expect(decided(decide(out, 'a'), confirm('b'), decide(out, 'a')).confirmation).toBeUndefined();
    expect(decided(confirm('b')).confirmation).toBeUndefined();
  });
});
