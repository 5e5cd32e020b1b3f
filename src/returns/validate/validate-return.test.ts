import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { returnFiles } from '../../../demo/return-files.ts';
import { readCsv } from '../ssda903/read-tables.ts';
import { check, checkHeldWhole, type HeldFile } from './held-whole.fixture.ts';
import { nothingKnown, type Reference } from './reference.ts';
import { usualSizes, type Told } from './validate-return.ts';

const samples = 'test/samples/ssda903/two-years';
const fileOf = (name: string, text: string | Buffer, isLast = false): HeldFile => ({
  name,
  file: basename(name),
  isLast,
  text: Buffer.from(text),
});
/** A few children, and every table: what is tried of many damaged files is tried of these. */
const few = 'test/samples/ssda903/small-all-tables-2025';
const fewFiles = readdirSync(few)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => fileOf(name, readFileSync(`${few}/${name}`)));
const folder = (year: string, isLast = false): readonly HeldFile[] =>
  readdirSync(`${samples}/${year}`).map((name) => fileOf(`${year}/${name}`, readFileSync(`${samples}/${year}/${name}`), isLast));

const asked = (reference: Reference = nothingKnown) => ({ year: '2025-26', authority: undefined, reference }) as const;
/** Files are read a few bytes at a time, and a few children are looked at together. */
const small = { sizes: { ...usualSizes, inOrder: 0, together: 20_000, piece: 1_500 }, slice: 700 };

/** In one order, and without the number of a group, which is counted as they come. */
const ordered = (told: readonly Told[]) => told.map((one) => JSON.stringify({ ...one, group: 'group' in one ? 0 : undefined })).toSorted();
/**
 * What is found, and which files are no tables. Why one is none is told as soon as it is known, and what could not be read before that has been told already;
 * of all of it at once there is one reason.
 */
function foundApart(told: readonly Told[], files: readonly HeldFile[]) {
  const none = new Set(files.filter(({ text }) => readCsv(text).tables.size === 0).map(({ file }) => file));
  const noneOf = (one: Told): string | undefined => (one.kind === 'unreadable' && none.has(one.file) ? one.file : undefined);
  return { found: ordered(told.filter((one) => noneOf(one) === undefined)), none: new Set(told.map(noneOf)) };
}
const isUnreadable = ({ kind }: Told): boolean => kind === 'unreadable';

describe('a looked-after return is checked in shares of its children', () => {
  test('as CSV with the year before: each finding, in its row and line, as when all of it is held', async () => {
    const files = [...folder('2026'), ...folder('2025', true)];
    const whole = await checkHeldWhole(files, asked());
    expect(whole.length).toBeGreaterThan(500);
    expect(await check(files, asked())).toEqual(whole);
    expect(ordered(await check(files, asked(), small))).toEqual(ordered(whole));
  });
  test('as XML', async () => {
    const files = [
      fileOf('ssda903_2026.xml', readFileSync(`${samples}/ssda903_2026.xml`)),
      fileOf('ssda903_2025.xml', readFileSync(`${samples}/ssda903_2025.xml`), true),
    ];
    expect(ordered(await check(files, asked(), small))).toEqual(ordered(await checkHeldWhole(files, asked())));
  });
  test('a table in several files, the years told by their names, and one file that is none among them', async () => {
    const half = (name: string, which: 0 | 1): Buffer => {
      const [head = '', ...rows] = readFileSync(`${samples}/2026/${name}`, 'utf8').split('\n');
      return Buffer.from([head, ...rows.filter((_, n) => n % 2 === which)].join('\n'));
    };
    const names = readdirSync(`${samples}/2026`);
    const files = [
      ...names.map((name) => fileOf(`2025-26/a-${name}`, half(name, 0))),
      ...folder('2025').map((file) => ({ ...file, name: file.name.replace('2025', '2024-25') })),
      fileOf('2025-26/notes.csv', 'Dear all,\nhere it is\n'),
      ...names.map((name) => fileOf(`2025-26/b-${name}`, half(name, 1))),
    ];
    const whole = await checkHeldWhole(files, { ...asked(), year: undefined });
    expect(ordered(await check(files, { ...asked(), year: undefined }, small))).toEqual(ordered(whole));
    expect(whole.filter(isUnreadable)).toHaveLength(1);
  });
  test('with reference data, of which only the postcodes that are named are asked for', async () => {
    const files = folder('2026');
    let wanted = 0;
    const reference: Reference = {
      ...nothingKnown,
      providers: [],
      authorities: new Map([['301', 'E09000002']]),
      postcodes: async (codes) => {
        wanted = codes.size;
        return new Map([...codes].filter((_, n) => n % 2 === 0).map((code) => [code, { authority: 'E09000002', east: 5, north: 6 }]));
      },
    };
    const how = { year: '2025-26', authority: '301', reference } as const;
    const shares = ordered(await check(files, how, small));
    expect(wanted).toBeGreaterThan(10);
    expect(shares).toEqual(ordered(await checkHeldWhole(files, how)));
  });
  test('what does not fit into memory is read again; where it cannot be, that is refused', async () => {
    const files: HeldFile[] = [];
    for (const { name, content } of returnFiles({ children: 3_000, year: 2026 })) {
      const pieces: Uint8Array[] = [];
      for await (const piece of content) pieces.push(piece);
      files.push(fileOf(name, Buffer.concat(pieces)));
    }
    const sizes = { ...usualSizes, packed: 300_000, inOrder: 0, together: 100_000 };
    expect(ordered(await check(files, asked(), { sizes, isOnce: false }))).toEqual(ordered(await checkHeldWhole(files, asked())));
    expect(await check(files, asked(), { sizes })).toEqual([{ kind: 'refused', message: expect.stringContaining('sightline validate') }]);
  });
});

describe('a file that is damaged is told of as when it is read whole', () => {
  const columns = 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN';
  const rowOf = (n: number, address: string) =>
    `${n % 50 === 49 ? '' : `C${n % 90}`},0${(n % 9) + 1}/06/2025,S,C2,N1,U1,PR1,,,,${address},ox42ab,SC00000${n % 10}`;
  const lines = (count: number, address = 'OX1 1ND') => Array.from({ length: count }, (_, n) => rowOf(n, address));

  test('cells with quotation marks, new lines and any other sign, rows that cannot be read, and whoever is nobody', async () => {
    const rows = lines(400).map((row, n) => {
      const address = ['"12,\nLong Lane"', '', '"a\u001eb"', 'OX1 1ND', '\u001d', '"\u001f,"'][n % 6] ?? '';
      return `${row.replace('OX1 1ND', address)}${n % 37 === 0 ? ',too,many' : ''}`;
    });
    const files = [fileOf('episodes-2025-26.csv', `${columns}\r\n${rows.join('\r\n')}\r\n`)];
    const whole = await checkHeldWhole(files, asked());
    expect(whole.filter(isUnreadable).length).toBeGreaterThan(5);
    expect(ordered(await check(files, asked(), small))).toEqual(ordered(whole));
  });
  test.each([
    ['a quotation mark that nobody closes', Buffer.from(`${columns}\n${lines(90).join('\n')}\n7,"01/06/2025,S\n${lines(90).join('\n')}`)],
    [
      'bytes that are not UTF-8 far into it',
      Buffer.concat([Buffer.from(`${columns}\n${lines(90).join('\n')}\n`), Buffer.from([0xe9, 0x0a])]),
    ],
    ['a null far into it', Buffer.from(`${columns}\n${lines(90).join('\n')}\n7\u0000,\n`)],
    ['other ends of lines from its middle on', Buffer.from(`${columns}\n${lines(90).join('\n')}\n${lines(90).join('\r\n')}\r\n`)],
    ['a byte-order mark', Buffer.from(`\uFEFF${columns}\n${lines(90).join('\n')}`)],
    ['nothing', Buffer.alloc(0)],
    ['only empty lines', Buffer.from('\n\n\n')],
    ['UTF-16', Buffer.from(`${columns}\n${lines(5).join('\n')}`, 'utf16le')],
    ['an archive', Buffer.from('PK\u0003\u0004 and so on')],
  ])('%s', async (_, text) => {
    const files = [fileOf('episodes.csv', text), ...fewFiles];
    expect(ordered(await check(files, asked(), small))).toEqual(ordered(await checkHeldWhole(files, asked())));
  });
  test('whatever is done to any place of it', async () => {
    const given = fewFiles.map(({ name, text }) => ({ name, text: Buffer.from(text) }));
    const damage = fc.record({
      which: fc.nat(given.length - 1),
      from: fc.nat(2_000),
      length: fc.nat(60),
      text: fc.oneof(fc.constantFrom('"', '\n', '\r\n', '\r', ',', '', '\u0000', '"",', 'é', '\u00a0'), fc.string({ maxLength: 8 })),
      slice: fc.integer({ min: 1, max: 1_000 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (damages) => {
        const texts = given.map(({ text }) => text);
        for (const { which, from, length, text } of damages) {
          const before = texts[which] ?? Buffer.alloc(0);
          const at = from % (before.length + 1);
          texts[which] = Buffer.concat([before.subarray(0, at), Buffer.from(text), before.subarray(at + length)]);
        }
        const files = given.map(({ name }, n) => fileOf(name, texts[n] ?? ''));
        const sizes = { ...small.sizes, piece: 200 };
        const whole = await checkHeldWhole(files, asked());
        const told = await check(files, asked(), { sizes, slice: damages[0]?.slice ?? 1 });
        expect(foundApart(told, files)).toEqual(foundApart(whole, files));
      }),
      { numRuns: 60 },
    );
  });
});

test('rows that are all one child’s are refused in words, before they fill the memory', async () => {
  const text = `CHILD,DOB,REVIEW,REVIEW_CODE\n${'7,01/01/2020,01/06/2025,PN1\n'.repeat(1_000)}`;
  const told = await check([fileOf('reviews.csv', text)], asked(), { sizes: { ...usualSizes, ofAShare: 10_000 } });
  expect(told).toEqual([{ kind: 'refused', message: expect.stringContaining('its own child in the column CHILD') }]);
});

test('of no one year it says so', async () =>
  expect(await check([fileOf('episodes.csv', 'CHILD,DECOM\n1,\n')], { ...asked(), year: undefined })).toMatchObject([
    { kind: 'refused', message: expect.stringContaining('No one year can be told') },
  ]));
