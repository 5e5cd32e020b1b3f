import { readFileSync } from 'node:fs';
import { chanceFrom, type Chance } from '../../../demo/chance.ts';

/** A return that somebody's system, a bad disk or an enemy might send: how it was made, its files, and the one that is damaged. */
export type Mutant = {
  readonly how: string;
  readonly isXml: boolean;
  readonly damaged: string;
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
};

const sample = (name: string): Buffer => readFileSync(new URL(`../../../test/samples/ssda903/${name}`, import.meta.url));
const tables = ['header', 'episodes', 'reviews', 'oc2', 'oc3', 'uasc', 'missing', 'prevperm', 'ad1', 'placedadoption'];
export const csv = tables.map((table) => ({ name: `${table}.csv`, bytes: sample(`small-all-tables-2025/SSDA903_2025_${table}.csv`) }));
const needed = new Set(['header.csv', 'episodes.csv']);
const [first = { name: '', bytes: Buffer.alloc(0) }, ...others] = csv;
const wholeXml = sample('two-years/ssda903_2025.xml').toString('utf8');
export const xml = `${wholeXml.slice(0, wholeXml.indexOf('</CHILD>', 8_000) + 8)}</EXPSSDA903>`;

type Mutation = (text: string, chance: Chance) => string | Buffer;
const anywhere = (text: string, chance: Chance): number => chance.between(0, text.length);
const insert = (text: string, at: number, what: string): string => text.slice(0, at) + what + text.slice(at);
const lines = (text: string): string[] => text.split('\n');

/** Each is a way in which real files go wrong, or are made to. */
const mutations: Readonly<Record<string, Mutation>> = {
  'cut short': (text, chance) => text.slice(0, anywhere(text, chance)),
  'without its beginning': (text, chance) => text.slice(anywhere(text, chance)),
  'in UTF-16': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'in latin-1': (text, chance) => Buffer.from(insert(text, anywhere(text, chance), 'é£'), 'latin1'),
  'with a byte-order mark': (text) => `\uFEFF${text}`,
  'with a byte-order mark in the middle': (text, chance) => insert(text, anywhere(text, chance), '\uFEFF'),
  'with null bytes': (text, chance) => insert(text, anywhere(text, chance), '\u0000\u0000'),
  'with bytes turned over': (text, chance) => {
    const bytes = Buffer.from(text);
    for (let n = 0; n < 20; n += 1) bytes[chance.between(0, Math.max(0, bytes.length - 1))] = chance.between(0, 255);
    return bytes;
  },
  'with a quotation mark': (text, chance) => insert(text, anywhere(text, chance), '"'),
  'with many quotation marks': (text, chance) => text.replaceAll(',', () => (chance.happens(0.1) ? ',"' : ',')),
  'with a huge field': (text, chance) => insert(text, anywhere(text, chance), 'x'.repeat(150_000)),
  'with a row of commas': (text, chance) => insert(text, anywhere(text, chance), `\n${','.repeat(5_000)}\n`),
  'with columns in another order': (text, chance) => {
    const swap = chance.between(0, 6);
    return lines(text).map((line) => [...line.split(',').slice(swap), ...line.split(',').slice(0, swap)].join(',')).join('\n'); // prettier-ignore
  },
  'with the names of its columns in another order': (text) => {
    const [first = '', ...rest] = lines(text);
    return [first.split(',').toReversed().join(','), ...rest].join('\n');
  },
  'with formula cells': (text, chance) =>
    text.replaceAll(/,(\w)/g, (all, one: string) => (chance.happens(0.05) ? `,=cmd|'/C calc'!${one}` : all)),
  'with dates of every kind': (text, chance) =>
    text.replaceAll(/(\d\d)\/(\d\d)\/(\d{4})/g, (all, d: string, m: string, y: string) =>
      chance.happens(0.5)
        ? all
        : chance.oneOf([`${y}-${m}-${d}`, `${d}/${m}/${y.slice(2)}`, '45000', `${d} Mar ${y}`, '31/02/2025', '99/99/9999']),
    ),
  'with rows repeated': (text, chance) => lines(text).flatMap((line) => (chance.happens(0.2) ? [line, line, line] : [line])).join('\n'), // prettier-ignore
  'with rows in another order': (text) => {
    const [first = '', ...rest] = lines(text);
    return [first, ...rest.toReversed()].join('\n');
  },
  'with semicolons': (text) => text.replaceAll(',', ';'),
  'with other line ends': (text) => text.replaceAll('\n', '\r'),
  'with words that mean something elsewhere': (text, chance) =>
    text.replaceAll(/[A-Z]\d/g, (all) =>
      chance.happens(0.05) ? chance.oneOf(['__proto__', 'constructor', 'toString', '\\', '${x}', '<b>', "'; drop", '\u202e', '🙂']) : all,
    ),
  'with elements nested without end': (text, chance) => insert(text, anywhere(text, chance), '<A>'.repeat(2_000)),
  'with a bomb of entities': (text) => `<!DOCTYPE a [<!ENTITY a "${'b'.repeat(1_000)}"><!ENTITY c "${'&a;'.repeat(500)}">]>${text}`,
  'with an entity in a field': (text, chance) => insert(text, anywhere(text, chance), '&xxe;'),
  empty: () => '',
  'only its first line': (text) => `${lines(text)[0]}\n`,
};

const ways = Object.entries(mutations);

/** Seeded: the n-th is the same at every run. A third of them are wrong in two ways. */
function damage(text: string, n: number, chance: Chance): { readonly how: string; readonly bytes: Buffer } {
  const [how = '', mutate = (same: string) => same] = ways[n % ways.length] ?? [];
  const once = mutate(text, chance);
  if (typeof once !== 'string' || !chance.happens(0.35)) return { how: `${n}: ${how}`, bytes: Buffer.from(once) };
  const [also = '', again = (same: string) => same] = ways[chance.below(ways.length)] ?? [];
  return { how: `${n}: ${how}, ${also}`, bytes: Buffer.from(again(once, chance)) };
}

/** One table of a return as CSV is damaged; the tables that it needs beside it are whole. */
export function csvMutant(n: number): Mutant {
  const chance = chanceFrom(n * 7_919 + 13);
  const { name: damaged, bytes: whole } = chance.oneOf([first, ...others]);
  const { how, bytes } = damage(whole.toString('utf8'), n, chance);
  const beside = csv.filter(({ name }) => name !== damaged && needed.has(name));
  return { how: `${damaged} ${how}`, isXml: false, damaged, files: [{ name: damaged, bytes }, ...beside] };
}

export function xmlMutant(n: number): Mutant {
  const { how, bytes } = damage(xml, n, chanceFrom(n * 7_919 + 17));
  return { how: `XML ${how}`, isXml: true, damaged: 'return.xml', files: [{ name: 'return.xml', bytes }] };
}
