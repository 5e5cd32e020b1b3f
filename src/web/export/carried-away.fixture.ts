import { crc32, inflateRawSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';

/** What is in an archive, by its central directory; every checksum is compared, there and behind the content. */
export function unzip(archive: Buffer): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let at = archive.readUInt32LE(archive.length - 22 + 16);
  while (archive.readUInt32LE(at) === 0x02014b50) {
    const [crc = 0, packed = 0, size = 0, local = 0] = [16, 20, 24, 42].map((n) => archive.readUInt32LE(at + n));
    const length = archive.readUInt16LE(at + 28);
    expect(archive.readUInt32LE(local)).toBe(0x04034b50);
    const start = local + 30 + length;
    const content = inflateRawSync(archive.subarray(start, start + packed));
    expect([content.length, crc32(content)]).toEqual([size, crc]);
    expect([0, 4, 8, 12].map((n) => archive.readUInt32LE(start + packed + n))).toEqual([0x08074b50, crc, packed, size]);
    found.set(archive.subarray(at + 46, at + 46 + length).toString('utf8'), content.toString('utf8'));
    at += 46 + length;
  }
  expect(archive.readUInt16LE(archive.length - 22 + 10)).toBe(found.size);
  return found;
}

/** The sheet of a workbook as it stands in the archive. */
export const sheetIn = (archive: Buffer): string => unzip(archive).get('xl/worksheets/sheet1.xml') ?? '';

type Rows = readonly (readonly string[])[];

/** The rows of a CSV file, its first line among them. */
export const rowsOfCsv = (text: string): Rows => parse(text, { bom: true });

const unescaped = (text: string): string => text.replaceAll(/&#(\d+);/g, (_, sign: string) => String.fromCodePoint(Number(sign)));
const dayOf = (number: string): string => new Date((Number(number) - 25_569) * 86_400_000).toISOString().slice(0, 10);
const columnAt = (name: string): number => [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** The same of a workbook: days as they are written in a CSV file, empty cells as empty words. */
export function rowsOfWorkbook(archive: Buffer): Rows {
  return [...sheetIn(archive).matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) => {
    const cells: string[] = [];
    for (const [, name = '', style, inside = ''] of row.matchAll(/<c r="([A-Z]+)\d+"(?: t="inlineStr")?(?: s="(\d)")?>(.*?)<\/c>/gs)) {
      const words = /<t [^>]*>(.*)<\/t>/s.exec(inside)?.[1];
      const number = /<v>(.*)<\/v>/.exec(inside)?.[1] ?? '';
      cells[columnAt(name)] = words === undefined ? (style === '1' ? dayOf(number) : number) : unescaped(words);
    }
    return Array.from(cells, (cell) => cell ?? '');
  });
}
