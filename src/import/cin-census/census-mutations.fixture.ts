import { readFileSync } from 'node:fs';
import { chanceFrom } from '../../../demo/chance.ts';

/** A file that somebody's system, a bad disk or an enemy might send, and how it was made. */
export type Mutant = { readonly how: string; readonly bytes: Uint8Array };

const sample = (name: string): string => readFileSync(new URL(`../../../test/samples/cin/${name}.xml`, import.meta.url), 'utf8');
const bases = ['CIN2rows', 'CIN_Census_2021', 'CIN_Census_2024', 'CIN_Census_2026'].map(sample);

type Chance = ReturnType<typeof chanceFrom>;

/** Of a list that is not empty. */
function oneOf<T>({ below }: Pick<Chance, 'below'>, choices: readonly T[]): T {
  const chosen = choices[below(choices.length)];
  if (chosen === undefined) throw new Error('nothing to choose from');
  return chosen;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const leaf = /<([A-Za-z]+)>([^<]*)<\/\1>/g;
const withLeaf = (text: string, chance: Pick<Chance, 'below'>, change: (name: string, value: string) => string): string => {
  const found = [...text.matchAll(leaf)];
  if (found.length === 0) return text;
  const one = oneOf(chance, found);
  return `${text.slice(0, one.index)}${change(one[1] ?? '', one[2] ?? '')}${text.slice(one.index + one[0].length)}`;
};

const values = [
  '',
  ' ',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '99999-01-01',
  '31/12/2025',
  '2025-12-31T25:61:00',
  '-1',
  '1e309',
  'NaN',
  'null',
  '__proto__',
  'constructor',
  '&#0;',
  '&#xFFFF;',
  '&#x1F4A3;',
  '&lt;script&gt;alert(7)&lt;/script&gt;',
  '=HYPERLINK("x")',
  "' or 1=1--",
  '<![CDATA[<b>]]>',
  '<?php ?>',
  '\u202e\u0301',
  'x'.repeat(120_000),
];
const years = ['1066', '20266', 'abc', '', '2026.0', '0', '-2026', '1999', '2031'];

type Mutation = (text: string, chance: Chance) => string | Uint8Array;

/** Each is a way in which real files go wrong, or are made to. */
const mutations: Readonly<Record<string, Mutation>> = {
  'bytes flipped': (text, { below }) => {
    const bytes = utf8(text);
    for (let n = 0; n <= below(8); n += 1) bytes[below(bytes.length)] = below(256);
    return bytes;
  },
  'one bit flipped': (text, { below }) => {
    const bytes = utf8(text);
    const at = below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
    return bytes;
  },
  'cut short': (text, { below }) => utf8(text).subarray(0, below(text.length)),
  'a piece is missing': (text, { below }) => {
    const at = below(text.length);
    return text.slice(0, at) + text.slice(at + 1 + below(200));
  },
  'a piece is there twice': (text, { below }) => {
    const at = below(text.length);
    return text.slice(0, at + below(2_000)) + text.slice(at);
  },
  'bytes put in': (text, { below, oneOf }) => {
    const at = below(text.length);
    const piece = oneOf([[0], [0xff, 0xfe], [0xef, 0xbb, 0xbf], [0xc3], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0x1b, 0x5b]]);
    return joined(utf8(text.slice(0, at)), new Uint8Array(piece), utf8(text.slice(at)));
  },
  'another encoding': (text, { oneOf }) => {
    const accented = withLeaf(text, { below: () => 0 }, (name) => `<${name}>Zoë Müller</${name}>`);
    const encoding = oneOf(['utf16le', 'latin1', 'utf16be', 'declared'] as const);
    if (encoding === 'declared')
      return `<?xml version="1.0" encoding="${oneOf(['UTF-16', 'EBCDIC', 'utf-7', '', 'windows-1252'])}"?>${text}`;
    if (encoding === 'utf16be') return new Uint8Array(Buffer.from(`\uFEFF${accented}`, 'utf16le').swap16());
    return new Uint8Array(Buffer.from(encoding === 'utf16le' ? `\uFEFF${accented}` : accented, encoding));
  },
  'elements nested without end': (text, { below, oneOf }) => {
    const depth = oneOf([20, 200, 3_000]);
    const at = text.indexOf('<', below(text.length));
    return `${text.slice(0, at)}${'<a>'.repeat(depth)}${'</a>'.repeat(oneOf([0, depth]))}${text.slice(at)}`;
  },
  'a document type': (text, { oneOf }) =>
    oneOf([
      '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>',
      '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
      '<!DOCTYPE x PUBLIC "-//x" "http://127.0.0.1:1/x.dtd">',
    ]) + text.replace(/^<\?xml[^>]*>/, ''),
  'an entity': (text, chance) => withLeaf(text, chance, (name) => `<${name}>&bomb;&amp;&#xD800;</${name}>`),
  'two elements swapped': (text, chance) => {
    const found = [...text.matchAll(leaf)];
    const [a, b] = [oneOf(chance, found), oneOf(chance, found)].sort((one, other) => one.index - other.index);
    if (a === undefined || b === undefined || a.index === b.index) return text;
    return text.slice(0, a.index) + b[0] + text.slice(a.index + a[0].length, b.index) + a[0] + text.slice(b.index + b[0].length);
  },
  'an element under another name': (text, chance) => {
    const other = oneOf(chance, [...text.matchAll(leaf)])[1] ?? 'a';
    return withLeaf(text, chance, (_, value) => `<${other}>${value}</${other}>`);
  },
  'another value': (text, chance) => withLeaf(text, chance, (name) => `<${name}>${oneOf(chance, values)}</${name}>`),
  'an element twice': (text, chance) => withLeaf(text, chance, (name, value) => `<${name}>${value}</${name}>`.repeat(2 + chance.below(30))),
  'an element left open': (text, chance) => withLeaf(text, chance, (name, value) => `<${name}>${value}`),
  'an element within itself': (text, chance) => withLeaf(text, chance, (name, value) => `<${name}><${name}>${value}</${name}></${name}>`),
  'another year': (text, chance) => text.replace(/<Year>[^<]*/, `<Year>${oneOf(chance, years)}`),
  'another collection': (text, { oneOf }) => text.replace(/<Collection>[^<]*/, `<Collection>${oneOf(['CLA', '', 'cin', 'SC', '<x/>'])}`),
  'a child twice': (text, { below }) => {
    const children = text.match(/<Child>[\s\S]*?<\/Child>/g) ?? [];
    const one = children[below(Math.max(1, children.length))] ?? '';
    return text.replace('</Children>', `${one.repeat(1 + below(3))}</Children>`);
  },
  'what nobody asked for': (text, { below, oneOf }) => {
    const at = text.indexOf('<', below(text.length));
    const piece = oneOf([
      '<!-- -- -->',
      '<?xml version="1.1"?>',
      '<constructor>1</constructor>',
      '<__proto__>1</__proto__>',
      '<toString/>',
      '<x:y xmlns:x="urn:x" a="b" a="c"/>',
      ']]>',
      '<![CDATA[',
      '<Child/>',
      '</Child>',
      '<Children>',
      '&',
      '<',
    ]);
    return text.slice(0, at) + piece + text.slice(at);
  },
};

/** Seeded: the n-th file is the same at every run. Some are wrong in two ways. */
export function mutant(n: number): Mutant {
  const chance = chanceFrom(n * 7_919 + 13);
  const names = Object.keys(mutations);
  const how = names[n % names.length] ?? '';
  const first = mutations[how]?.(oneOf(chance, bases), chance) ?? '';
  if (typeof first !== 'string' || chance.below(4) > 0)
    return { how: `${n}: ${how}`, bytes: typeof first === 'string' ? utf8(first) : first };
  const also = oneOf(chance, names);
  const second = mutations[also]?.(first, chance) ?? '';
  return { how: `${n}: ${how}, ${also}`, bytes: typeof second === 'string' ? utf8(second) : second };
}
