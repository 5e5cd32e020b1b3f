import { inflateRawSync, crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf, harmless, xlsxOf } from './sheet.ts';

/** What is in an archive, by walking its local headers; every checksum is compared. */
function unzip(archive: Buffer): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let at = 0;
  while (archive.readUInt32LE(at) === 0x04034b50) {
    const [crc, packed, size, name, extra] = [14, 18, 22]
      .map((n) => archive.readUInt32LE(at + n))
      .concat([26, 28].map((n) => archive.readUInt16LE(at + n)));
    const start = at + 30 + (name ?? 0) + (extra ?? 0);
    const content = inflateRawSync(archive.subarray(start, start + (packed ?? 0)));
    expect([content.length, crc32(content)]).toEqual([size, crc]);
    found.set(archive.subarray(at + 30, at + 30 + (name ?? 0)).toString('utf8'), content.toString('utf8'));
    at = start + (packed ?? 0);
  }
  expect(archive.readUInt16LE(archive.length - 22 + 10)).toBe(found.size);
  return found;
}

const sheet = {
  name: 'Board: now',
  heads: ['Child', 'Due', 'Days'],
  rows: [
    ['Ada "A" <b>, & co', '2026-03-03', 4],
    ['=HYPERLINK("x")', undefined, 0],
  ],
};

describe('what is carried away', () => {
  it('is a table that a spreadsheet reads, and runs nothing of', () => {
    expect(csvOf(sheet)).toBe('\uFEFFChild,Due,Days\r\n"Ada ""A"" <b>, & co",2026-03-03,4\r\n"\'=HYPERLINK(""x"")",,0\r\n');
  });
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])('makes %j into words', (text) =>
    expect(harmless(text)).toBe(`'${text}`),
  );
  it('no cell of any words begins a formula', () =>
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(harmless(text)).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    ));
  it('is a workbook with its parts, days as days and words as words', () => {
    const parts = unzip(xlsxOf(sheet));
    expect([...parts.keys()]).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/worksheets/sheet1.xml',
      'xl/styles.xml',
    ]);
    const inside = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(inside).toContain('<c r="B2" s="1"><v>46084</v></c>');
    expect(inside).toContain('<c r="C2"><v>4</v></c>');
    expect(inside).toContain('t="inlineStr" s="0"><is><t xml:space="preserve">=HYPERLINK(&#34;x&#34;)</t>');
    expect(inside).not.toContain('<f>');
    expect(parts.get('xl/workbook.xml')).toContain('name="Board  now"');
  });
  it('holds any words whole but what XML forbids', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (text) => {
        const inside = unzip(xlsxOf({ name: 'x', heads: ['A'], rows: [[text]] })).get('xl/worksheets/sheet1.xml') ?? '';
        // oxlint-disable-next-line no-control-regex
        expect(inside).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/);
      }),
      { numRuns: 40 },
    ));
  it('is the same file for the same content', () => expect(xlsxOf(sheet).equals(xlsxOf(sheet))).toBe(true));
});
