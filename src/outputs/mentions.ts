import { createHash } from 'node:crypto';
import { slipsBetween } from '../kernel/names/likeness.ts';
import type { Fact } from './facts.ts';

/** A sentence that may give away what is left out: the sender decides. `id` stays the same while sentence and section do. */
export type Mention = { readonly id: string; readonly section: string; readonly sentence: string; readonly facts: readonly Fact[] };

/** What stands where a sentence stood. */
const leftOutMark = '[left out]';

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
  asked === word ||
  short[word] === asked ||
  short[asked] === word ||
  (asked.length >= 6 && Math.abs(asked.length - word.length) <= 1 && slipsBetween(asked, word) <= 1);

/** Which words of a text are each of the words asked for: worked out once, for a record has thousands of sentences and hundreds of facts. */
function sameWords(vocabulary: ReadonlySet<string>): (asked: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (asked) => {
    const found = known.get(asked) ?? new Set([...vocabulary].filter((word) => isSame(asked, word)));
    known.set(asked, found);
    return found;
  };
}

type Heard = { readonly name: string; readonly sentence: string; readonly words: readonly string[]; readonly squeezed: string };

const heardIn = (name: string, sentence: string): Heard => ({
  name,
  sentence,
  words: wordsIn(sentence),
  squeezed: plain(sentence).replaceAll(/[^a-z0-9]/g, ''),
});

/** Finds the sentences that hold a sign: by the words that are in them, so that most are never looked at. */
function finder(heard: readonly Heard[]): (sign: Sign) => readonly Heard[] {
  const holding = new Map<string, Set<Heard>>();
  for (const one of heard) for (const word of one.words) holding.set(word, (holding.get(word) ?? new Set()).add(one));
  const same = sameWords(new Set(holding.keys()));
  return (sign) => {
    if (sign.kind === 'code')
      return sign.code.length > 4 ? heard.filter(({ squeezed }) => squeezed.includes(sign.code)) : [...(holding.get(sign.code) ?? [])];
    const [first = new Set<string>(), ...rest] = sign.words.map(same);
    const candidates = new Set([...first].flatMap((word) => [...(holding.get(word) ?? [])]));
    const follows = (words: readonly string[], at: number): boolean => rest.every((each, n) => each.has(words[at + 1 + n] ?? ''));
    return [...candidates].filter(({ words }) => words.some((word, at) => first.has(word) && follows(words, at)));
  };
}

const label = /^\s*(?:- )?[^.:|]{1,100}: (?=\S)/;

/**
 * A text as its sentences, with what parts them: put together again they are the text. A cell of a table, the label of a fact and what it says are
 * sentences of their own, so that what is left of a row is a row.
 */
export const sentencesOf = (text: string): readonly string[] =>
  text.split(/(\n+| \| )/).flatMap((line) => {
    if (line === '') return [];
    const before = label.exec(line)?.[0] ?? '';
    const rest = line.slice(before.length).match(/.+?(?:[.!?]["”’)]*(?=\s|$)|$)/gs) ?? [];
    return before === '' ? rest : [before, ...rest];
  });

const idOf = (section: string, sentence: string): string =>
  createHash('sha256').update(`${section}\n${sentence.trim()}`).digest('hex').slice(0, 16);

type Part = { readonly name: string; readonly text: string };

/** Every sentence of these sections that gives away one of the facts, or may. `known`: words of the child's own name say nothing. */
export function mentionsIn(sections: readonly Part[], facts: readonly Fact[], known: readonly string[] = []): readonly Mention[] {
  const own = new Set(known.flatMap(wordsIn));
  const heard = sections.flatMap(({ name, text }) => sentencesOf(text).map((sentence) => heardIn(name, sentence)));
  const find = finder(heard);
  const given = new Map<Heard, Set<Fact>>();
  for (const fact of facts)
    for (const sign of signsOf(fact).filter((one) => one.kind === 'code' || !one.words.every((word) => own.has(word))))
      for (const one of find(sign)) given.set(one, (given.get(one) ?? new Set()).add(fact));
  const pointed = heard.flatMap((one): readonly Mention[] => {
    const said = given.get(one);
    const { name, sentence } = one;
    return said === undefined ? [] : [{ id: idOf(name, sentence), section: name, sentence: sentence.trim(), facts: [...said] }];
  });
  return [...new Map(pointed.map((mention) => [mention.id, mention])).values()];
}

/** Every sentence of these sections, in their order. */
export const sentencesFrom = (sections: readonly Part[]): readonly { readonly section: string; readonly sentence: string }[] =>
  sections.flatMap(({ name, text }) => sentencesOf(text).map((sentence) => ({ section: name, sentence })));

/** With those sentences that give away one of these facts, as somebody says who may know what is looked for. */
export function alsoPointedTo(
  mentions: readonly Mention[],
  pointed: ReturnType<typeof sentencesFrom>,
  facts: readonly Fact[],
): readonly Mention[] {
  const all = new Map(mentions.map((mention) => [mention.id, mention]));
  for (const { section, sentence } of pointed) {
    const id = idOf(section, sentence);
    all.set(id, { id, section, sentence: sentence.trim(), facts: [...(all.get(id)?.facts ?? []), ...facts] });
  }
  return [...all.values()];
}

/** The section without the sentences that are left out. */
export const without = ({ name, text }: Part, left: ReadonlySet<string>): string =>
  sentencesOf(text)
    .map((sentence) => {
      if (!left.has(idOf(name, sentence))) return sentence;
      return `${/^\s*(- )?/.exec(sentence)?.[0] ?? ''}${leftOutMark}${/: $/.exec(sentence)?.[0] ?? ''}`;
    })
    .join('');
