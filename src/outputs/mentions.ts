import { createHash } from 'node:crypto';
import { slipsBetween } from '../kernel/names/likeness.ts';
import type { Fact } from './facts.ts';

/** A sentence that may give away what is left out: the sender decides. `id` stays the same while sentence and section do. */
export type Mention = { readonly id: string; readonly section: string; readonly sentence: string; readonly facts: readonly Fact[] };

/** What stands where a sentence stood. */
export const leftOutMark = '[left out]';

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLocaleLowerCase('en-GB')
    .replaceAll(/['’]/g, '');
const wordsIn = (text: string): readonly string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** As people write them short. */
const short: Readonly<Record<string, string>> = {
  st: 'street',
  rd: 'road',
  ave: 'avenue',
  cl: 'close',
  ln: 'lane',
  dr: 'drive',
  ct: 'court',
  saint: 'st',
};
/** Words that stand in the name of every school, address or agency, and find nothing. */
const common: ReadonlySet<string> = new Set(
  'the of and at a an in no flat house street road avenue close lane drive court place way crescent gardens terrace school primary secondary infant infants junior academy nursery college high church england catholic special free home centre mr mrs ms miss dr'.split(
    ' ',
  ),
);

type Sign = { readonly kind: 'run'; readonly words: readonly string[] } | { readonly kind: 'code'; readonly code: string };

const postcode = /\b([a-z]{1,2}\d[a-z\d]?) ?(\d[a-z]{2})\b/g;

/** By what a fact is known in a text: whole phrases, parts of an address, postcodes and their first half, one name of several. */
function signsOf({ kind, words }: Fact): readonly Sign[] {
  return words.flatMap((phrase): readonly Sign[] => {
    const codes = [...plain(phrase).matchAll(postcode)].flatMap(({ 1: out = '', 2: into = '' }) => [`${out}${into}`, out]);
    const parts = phrase
      .split(/[\n,;:]/)
      .map((part) => plain(part).replaceAll(postcode, ' '))
      .map((part) => part.match(/[\p{L}\p{N}]+/gu) ?? [])
      // The town alone stands in too many sentences.
      .filter((part, at) => at === 0 || part.length > 1);
    const isPerson = kind === 'closeFamily' || kind === 'otherFamily' || kind === 'restrictedPerson';
    const runs = isPerson ? parts.flatMap((part) => part.slice(0, 1).map((word) => [word])) : parts.map(telling);
    return [
      ...codes.map((code) => ({ kind: 'code', code }) as const),
      ...[...runs, ...parts.filter((part) => part.length > 1)]
        .filter((run) => run.some((word) => word.length > 2 && !common.has(word)))
        .map((run) => ({ kind: 'run', words: run }) as const),
    ];
  });
}

/** What is left of "14 Example Street" or "St Anne’s Primary School" when the words are gone that stand in every one. */
const telling = (part: readonly string[]): readonly string[] => part.filter((word) => !common.has(word) && !/^\d+[a-z]?$/.test(word));

/** A slip of the finger in a long word is the same word. */
const isSame = (asked: string, word: string): boolean =>
  asked === word || short[word] === asked || short[asked] === word || (asked.length >= 6 && slipsBetween(asked, word) <= 1);

const holds = (words: readonly string[], run: readonly string[]): boolean =>
  run.length > 0 && words.some((_, at) => run.every((asked, n) => isSame(asked, words[at + n] ?? '')));

function isIn(sentence: string, sign: Sign): boolean {
  if (sign.kind === 'run') return holds(wordsIn(sentence), sign.words);
  const text = plain(sentence);
  return sign.code.length > 4 ? text.replaceAll(/[^a-z0-9]/g, '').includes(sign.code) : wordsIn(text).includes(sign.code);
}

/** A text as its sentences, each with what parts it from the next: put together again they are the text. */
export const sentencesOf = (text: string): readonly string[] => text.match(/[^\n]+?(?:[.!?]["”’)]*(?=\s|$)|(?=\n|$))|\n+/g) ?? [];

const idOf = (section: string, sentence: string): string =>
  createHash('sha256').update(`${section}\n${sentence.trim()}`).digest('hex').slice(0, 16);

type Part = { readonly name: string; readonly text: string };

/** Every sentence of these sections that gives away one of the facts, or may. `known`: words of the child's own name say nothing. */
export function mentionsIn(sections: readonly Part[], facts: readonly Fact[], known: readonly string[] = []): readonly Mention[] {
  const own = new Set(known.flatMap(wordsIn));
  const signs = facts.map((fact) => ({
    fact,
    signs: signsOf(fact).filter((sign) => sign.kind === 'code' || !sign.words.every((word) => own.has(word))),
  }));
  const found = new Map<string, Mention>();
  for (const { name, text } of sections)
    for (const sentence of sentencesOf(text)) {
      const given = signs.filter((one) => one.signs.some((sign) => isIn(sentence, sign))).map(({ fact }) => fact);
      const id = idOf(name, sentence);
      if (given.length > 0) found.set(id, { id, section: name, sentence: sentence.trim(), facts: given });
    }
  return [...found.values()];
}

/** The section without the sentences that are left out. */
export const without = ({ name, text }: Part, left: ReadonlySet<string>): string =>
  sentencesOf(text)
    .map((sentence) => (left.has(idOf(name, sentence)) ? `${/^\s*(- )?/.exec(sentence)?.[0] ?? ''}${leftOutMark}` : sentence))
    .join('');
