import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chanceFrom, type Chance } from '../../../demo/chance.ts';
import { worked } from '../../../test/processor-time.ts';
import { heldNow } from '../../reading/held.fixture.ts';
import { csvLine } from '../../web/export/sheet.ts';
import { checkSent, type SentFile, type Told } from './check-sent.ts';
import { cellsOf } from './columns.ts';

/** So many damaged files at every run: with those of the readers ten thousand. SIGHTLINE_TEST_DAMAGED=10000 for more. */
const files = Number(process.env['SIGHTLINE_TEST_DAMAGED'] ?? 5_200);
/** Of the processor, in milliseconds for one file: what others on the machine take does not count. */
const patience = 5_000;
/** More than is taken while they are read, and more than is kept of them afterwards: by this test, whatever others in its process hold. */
const mostTaken = 500_000_000;
const mostKept = 20_000_000;

const folder = 'test/samples/ssda903/small-all-tables-2025';
const census = readFileSync('test/samples/cin/CIN_Census_2026.xml');
const tables = readdirSync(folder)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => ({ name, bytes: readFileSync(`${folder}/${name}`) }));

type Below = Chance['below'];
type Damage = (bytes: Buffer, below: Below) => Buffer;

const cut = (bytes: Buffer, below: Below): readonly [number, number] => {
  const [one, other] = [below(bytes.length + 1), below(bytes.length + 1)];
  return [Math.min(one, other), Math.max(one, other)];
};
const inPlaceOf = (bytes: Buffer, [from, to]: readonly [number, number], text: string | Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, from), Buffer.from(text), bytes.subarray(to)]);
const formulas = ['=cmd|" /C calc"!A0', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1'];
const nested = (depth: number): string => '<Child>'.repeat(depth);

/** In how many ways a file can be spoilt. */
const damages: readonly Damage[] = [
  (bytes, below) => bytes.subarray(0, below(bytes.length + 1)),
  (bytes, below) => inPlaceOf(bytes, cut(bytes, below), ''),
  (bytes, below) => inPlaceOf(bytes, cut(bytes, below), bytes.subarray(...cut(bytes, below))),
  (bytes, below) => Buffer.from(bytes.toString(), below(2) === 0 ? 'utf16le' : 'latin1'),
  (bytes, below) => inPlaceOf(bytes, cut(bytes, below), Buffer.from([below(256), below(256), 0xff])),
  (bytes, below) => inPlaceOf(bytes, here(bytes, below), 'x'.repeat(below(150_000))),
  (bytes, below) => inPlaceOf(bytes, here(bytes, below), nested(1 + below(300))),
  (bytes, below) => inPlaceOf(bytes, here(bytes, below), '<!DOCTYPE a [<!ENTITY b "&c;&c;">]>&b;'),
  (bytes, below) =>
    inPlaceOf(bytes, here(bytes, below), ['<!-- ', '<![CDATA[', '<?x ', '&#0;', '&amp;', '"', ',,,,', '\u0000'][below(8)] ?? ''),
  (bytes, below) => Buffer.from(bytes.toString().replaceAll(/20\d\d/g, () => String(1800 + below(9_000)))),
  (bytes, below) =>
    Buffer.from(
      bytes
        .toString()
        .replaceAll(/\d{2}\/\d{2}\/\d{4}|\d{4}-\d{2}-\d{2}/g, (day) =>
          below(3) === 0 ? `${below(99)}/${below(99)}/${below(99_999)}` : day,
        ),
    ),
  (bytes, below) =>
    Buffer.from(
      bytes
        .toString()
        .replaceAll(/>[^<>\n]+<|,[^,\n]+,/g, (cell) =>
          below(6) === 0 ? `${cell[0]}${formulas[below(formulas.length)]}${cell.at(-1)}` : cell,
        ),
    ),
  (bytes, below) => Buffer.from(swapped(bytes.toString(), below)),
];

const here = (bytes: Buffer, below: Below): readonly [number, number] => {
  const place = below(bytes.length + 1);
  return [place, place];
};

/** Two words that stand in the file, each where the other was. */
function swapped(text: string, below: Below): string {
  const words = text.match(/[A-Za-z]\w+/g) ?? ['a'];
  const [one = '', other = ''] = [words[below(words.length)], words[below(words.length)]];
  return text.replaceAll(one, '\u0001').replaceAll(other, one).replaceAll('\u0001', other);
}

async function* sent(given: readonly { readonly name: string; readonly bytes: Buffer }[], isLast: boolean): AsyncGenerator<SentFile> {
  for (const { name, bytes } of given)
    yield {
      name,
      isLast,
      bytes: (async function* () {
        yield bytes;
      })(),
    };
}

const once = (bytes: Buffer, below: Below): Buffer => damages[below(damages.length)]?.(bytes, below) ?? bytes;
const spoilt = (bytes: Buffer, below: Below): Buffer => (below(3) === 0 ? once(once(bytes, below), below) : once(bytes, below));

test('damaged files are told in words: none is thrown, takes long, or is passed over in silence', async () => {
  const slow: string[] = [];
  const before = { taken: process.memoryUsage.rss(), kept: 0 };
  let mostAtOnce = 0;
  for (let n = 0; n < files; n += 1) {
    const { below } = chanceFrom(n + 1);
    const isCensus = n % 4 !== 0;
    const given = isCensus
      ? [{ name: 'census.xml', bytes: spoilt(census, below) }]
      : tables.map(({ name, bytes }) => ({ name, bytes: below(3) === 0 ? spoilt(bytes, below) : bytes }));
    const began = worked();
    const told: Told[] = [];
    for await (const each of checkSent(sent(given, false), {
      year: below(2) === 0 ? '2025-26' : undefined,
      authority: undefined,
      folder: undefined,
    }))
      told.push(each);
    mostAtOnce = Math.max(mostAtOnce, process.memoryUsage.rss());
    // By then everything that is read once and kept has been read.
    if (n === Math.min(49, files - 1)) before.kept = heldNow();
    if (worked() - began > patience) slow.push(`${n}`);
    expect(
      told.filter(({ kind }) => kind === 'defect'),
      `file ${n}`,
    ).toEqual([]);
    expect(told.length, `file ${n}`).toBeGreaterThan(0);
    const cells = told.flatMap((each) => (each.kind === 'refused' ? [] : [csvLine(cellsOf(each))]));
    expect(
      cells.filter((line) => /(^|,|,")[=+@\t\r]/.test(line)),
      `file ${n}`,
    ).toEqual([]);
  }
  expect(slow).toEqual([]);
  expect(mostAtOnce - before.taken).toBeLessThan(mostTaken);
  expect(heldNow() - before.kept).toBeLessThan(mostKept);
}, 600_000);
