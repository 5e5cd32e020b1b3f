import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chanceFrom, type Chance } from '../../../demo/chance.ts';
import { date } from '../../kernel/calendar/dates.ts';
import { steps } from '../../practice/pathway.ts';
import type { SourceEvent } from '../intake/import-run.ts';
import { longestRaw } from '../intake/problem.ts';
import { returnSource } from './return-source.ts';

/*
 * 1,200 returns that something has gone wrong with, each made from a seed: whatever it is, reading ends, nothing throws, and what is said of it is
 * bounded. The database never sees more than `statementsOf` gives: what it gives must be understood answers only.
 */
const sample = (name: string): Buffer => readFileSync(new URL(`../../../test/samples/ssda903/${name}`, import.meta.url));
const tables = ['header', 'episodes', 'reviews', 'oc2', 'oc3', 'uasc', 'missing', 'prevperm', 'ad1', 'placedadoption'];
const csv = tables.map((table) => ({ name: `${table}.csv`, bytes: sample(`small-all-tables-2025/SSDA903_2025_${table}.csv`) }));
const wholeXml = sample('two-years/ssda903_2025.xml').toString('utf8');
const xml = `${wholeXml.slice(0, wholeXml.indexOf('</CHILD>', 20_000) + 8)}</EXPSSDA903>`;

type Mutation = (text: string, chance: Chance) => string | Buffer;
const anywhere = (text: string, chance: Chance): number => chance.between(0, text.length);
const insert = (text: string, at: number, what: string): string => text.slice(0, at) + what + text.slice(at);
const lines = (text: string): string[] => text.split('\n');

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

async function readAll(
  files: readonly { readonly name: string; readonly bytes: Buffer }[],
  isXml: boolean,
): Promise<readonly SourceEvent[]> {
  const given = files.map(({ name, bytes }) => ({
    name,
    bytes: bytes.length,
    async *open(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += 30_000) yield bytes.subarray(at, at + 30_000);
    },
  }));
  const { events } = returnSource({ files: given, isXml, steps, year: 2025, today: date('2026-11-25') });
  const read: SourceEvent[] = [];
  for await (const event of events) read.push(event);
  return read;
}

/** What a reader says must be fit to be written down: bounded words, understood answers, days that exist. */
function isSound(events: readonly SourceEvent[]): void {
  for (const event of events) {
    const problems = event.kind === 'child' ? event.read.problems : event.kind === 'problem' ? [event.problem] : [];
    for (const { raw, value, child, field, line } of problems) {
      expect(raw.length).toBeLessThanOrEqual(longestRaw);
      expect(value.length + child.length + field.length).toBeLessThanOrEqual(700);
      expect(Number.isInteger(line)).toBe(true);
    }
    if (event.kind !== 'child') continue;
    expect(event.read.child.length).toBeLessThanOrEqual(200);
    const ids = event.read.statements.map(({ step, key }) => `${step.name} ${key}`);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { step, answers, happenedOn } of event.read.statements) {
      expect(happenedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
      for (const name of Object.keys(answers)) expect(Object.hasOwn({ ...step.fields, ...step.each }, name)).toBe(true);
      expect(JSON.stringify(answers)).not.toMatch(/\\u0000|cmd\|/);
    }
  }
}

const each = Object.entries(mutations);
const rounds = 26;

describe(`${each.length * rounds * 2} returns that something has gone wrong with`, () => {
  it.each(each)(
    '%s',
    async (_name, mutate) => {
      for (let seed = 1; seed <= rounds; seed += 1) {
        const chance = chanceFrom(seed);
        const which = chance.between(0, csv.length - 1);
        const asBytes = (text: string): Buffer => Buffer.from(mutate(text, chance));
        isSound(await readAll(csv.map(({ name, bytes }, at) => ({ name, bytes: at === which ? asBytes(bytes.toString('utf8')) : bytes })), false)); // prettier-ignore
        isSound(await readAll([{ name: 'return.xml', bytes: asBytes(xml) }], true));
      }
    },
    300_000,
  );

  it('what nothing has been done to is read whole by the same eyes', async () => {
    const events = await readAll(csv, false);
    isSound(events);
    expect(events.filter(({ kind }) => kind === 'child')).toHaveLength(130);
    expect((await readAll([{ name: 'return.xml', bytes: Buffer.from(xml) }], true)).filter(({ kind }) => kind === 'stopped')).toEqual([]);
  });
});
