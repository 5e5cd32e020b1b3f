import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCsv, readXml } from '../ssda903/read-tables.ts';
import { checkSent } from './check-sent.ts';
import type { Found } from './found.ts';
import { readingsOf, validateLarge, type LargeFile } from './large-return.ts';
import { nothingKnown, type Reference } from './reference.ts';
import { isXml, putTogether } from './return-set.ts';
import { validateReturn } from './validate-return.ts';

const samples = 'test/samples/ssda903/two-years';

/** Given out a few bytes at a time. */
function fileOf(name: string, bytes: Buffer, isLast = false): LargeFile {
  async function* open() {
    for (let at = 0; at < bytes.length; at += 1_000) yield bytes.subarray(at, at + 1_000);
  }
  return {
    name,
    file: basename(name),
    isLast,
    bytes: bytes.length,
    open,
    read: async () => (isXml(name) ? readXml(open()) : readCsv(bytes)),
  };
}
const folder = (year: string, isLast = false): readonly LargeFile[] =>
  readdirSync(`${samples}/${year}`).map((name) => fileOf(`${year}/${name}`, readFileSync(`${samples}/${year}/${name}`), isLast));

const asked = (reference: Reference = nothingKnown) => ({ year: '2025-26', authority: undefined, reference }) as const;
const small = { held: 30_000, bytes: 7_000, children: 20 };

async function inMemory(files: readonly LargeFile[], how: Parameters<typeof validateLarge>[1]): Promise<readonly Found[]> {
  const together = await putTogether(files, how);
  if (together.kind === 'refused') throw new Error(together.message);
  return [...validateReturn(together.set)];
}
async function inShares(files: readonly LargeFile[], how: Parameters<typeof validateLarge>[1], sizes = small): Promise<readonly Found[]> {
  const found: Found[] = [];
  for await (const one of validateLarge(files, how, sizes)) found.push(one);
  return found;
}
/** In one order, and without the number of a group, which is counted as they come. */
const ordered = (found: readonly Found[]) =>
  found.map((one) => JSON.stringify({ ...one, group: 'group' in one ? 0 : undefined })).toSorted();

describe('a looked-after return that is checked in shares of its children', () => {
  test('as CSV with the year before: each finding, in its row and line, as when it is held whole', async () => {
    const files = [...folder('2026'), ...folder('2025', true)];
    expect(
      readingsOf(
        files.reduce((sum, { bytes }) => sum + bytes, 0),
        small.held,
      ),
    ).toBeGreaterThan(5);
    const whole = await inMemory(files, asked());
    expect(whole.length).toBeGreaterThan(500);
    expect(ordered(await inShares(files, asked()))).toEqual(ordered(whole));
  });
  test('as XML', async () => {
    const files = [
      fileOf('ssda903_2026.xml', readFileSync(`${samples}/ssda903_2026.xml`)),
      fileOf('ssda903_2025.xml', readFileSync(`${samples}/ssda903_2025.xml`), true),
    ];
    const sizes = { ...small, held: 2_000_000 };
    expect(
      readingsOf(
        files.reduce((sum, { bytes }) => sum + bytes, 0),
        sizes.held,
      ),
    ).toBeGreaterThan(2);
    expect(ordered(await inShares(files, asked(), sizes))).toEqual(ordered(await inMemory(files, asked())));
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
    const shares = ordered(await inShares(files, how));
    expect(wanted).toBeGreaterThan(10);
    expect(shares).toEqual(ordered(await inMemory(files, how)));
  });
  test('cells with quotation marks and new lines, rows that cannot be read, and whoever is nobody', async () => {
    const rows = Array.from({ length: 400 }, (_, n) => {
      const address = n % 7 === 0 ? '"12,\nLong Lane"' : n % 11 === 0 ? '' : 'OX1 1ND';
      return `${n % 50 === 49 ? '' : `C${n % 90}`},0${(n % 9) + 1}/06/2025,S,C2,N1,U1,PR1,,,,${address},ox42ab,SC00000${n % 10}${n % 37 === 0 ? ',too,many' : ''}`;
    });
    const text = `CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\r\n${rows.join('\r\n')}\r\n`;
    const files = [fileOf('episodes-2025-26.csv', Buffer.from(text))];
    const whole = await inMemory(files, asked());
    expect(whole.filter(({ kind }) => kind === 'unreadable').length).toBeGreaterThan(5);
    expect(ordered(await inShares(files, asked(), { ...small, bytes: 2_000 }))).toEqual(ordered(whole));
  });
  test('a quotation mark that nobody closes ends neither in a hang nor in silence', async () => {
    const text = `CHILD,DECOM,RNE\n${'7,01/06/2025,"S\n'.repeat(3_000)}`;
    const found = await inShares([fileOf('episodes-2025-26.csv', Buffer.from(text))], asked());
    expect(found.some(({ kind }) => kind === 'unreadable')).toBe(true);
  });
  test('of no one year it says so', async () =>
    expect(await inShares([fileOf('episodes.csv', Buffer.from('CHILD\n1\n'))], { ...asked(), year: undefined })).toMatchObject([
      { kind: 'unreadable', message: expect.stringContaining('No one year can be told') },
    ]));
});

test('on the page, which writes nothing down, a set that is too large is refused with what to do instead', async () => {
  async function* bytes() {
    for (let n = 0; n < 65; n += 1) yield Buffer.alloc(1024 * 1024, 'CHILD\n');
  }
  async function* sent() {
    yield { name: 'episodes.csv', isLast: false, bytes: bytes() };
  }
  const told = [];
  for await (const one of checkSent(sent(), { year: '2025-26', authority: undefined, folder: undefined })) told.push(one);
  expect(told).toEqual([{ kind: 'refused', message: expect.stringMatching(/larger than 64 MB together.*sightline validate FILES/) }]);
});
