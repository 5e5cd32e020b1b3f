import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unzip } from './carried-away.fixture.ts';
import { csvOf, harmless, xlsxOf } from './sheet.ts';

async function all<T>(parts: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const part of parts) found.push(part);
  return found;
}

const unzipped = async (parts: AsyncIterable<Buffer>) => unzip(Buffer.concat(await all(parts)));

/** Rows that come one after the other. */
async function* coming<T>(...lines: readonly T[]): AsyncGenerator<readonly T[]> {
  for (const line of lines) yield [line];
}

async function* none(): AsyncGenerator<readonly string[][]> {
  yield [];
}
async function* noneFirst(): AsyncGenerator<readonly string[][]> {
  yield* none();
  yield [['Ada']];
}

const sheet = () => ({
  name: 'Board: now',
  heads: ['Child', 'Due', 'Days'],
  rows: coming(['Ada "A" <b>, & co', '2026-03-03', 4], ['=HYPERLINK("x")', undefined, 0]),
});
const textOf = async (parts: AsyncIterable<string>) => (await all(parts)).join('');

describe('what is carried away', () => {
  it('is a table that a spreadsheet reads, and runs nothing of', async () => {
    expect(await textOf(csvOf(sheet()))).toBe('\uFEFFChild,Due,Days\r\n"Ada ""A"" <b>, & co",2026-03-03,4\r\n"\'=HYPERLINK(""x"")",,0\r\n');
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
  it('is a workbook with its parts, days as days and words as words', async () => {
    const parts = await unzipped(xlsxOf(sheet()));
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
  it('is a workbook also where there is nobody to show, or nobody in what comes first', async () => {
    for (const rows of [() => coming<string[]>(), () => none(), () => noneFirst()]) {
      const inside = (await unzipped(xlsxOf({ name: 'x', heads: ['Child'], rows: rows() }))).get('xl/worksheets/sheet1.xml') ?? '';
      expect(inside.match(/<\?xml|<worksheet |<row r="1">/g)).toEqual(['<?xml', '<worksheet ', '<row r="1">']);
    }
  });
  it('holds any words whole but what XML forbids', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 50 }), async (text) => {
        const inside = (await unzipped(xlsxOf({ name: 'x', heads: ['A'], rows: coming([text]) }))).get('xl/worksheets/sheet1.xml') ?? '';
        // oxlint-disable-next-line no-control-regex
        expect(inside).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/);
      }),
      { numRuns: 15 },
    ));
  it('is the same file for the same content', async () => {
    const [one, other] = await Promise.all([all(xlsxOf(sheet())), all(xlsxOf(sheet()))]);
    expect(Buffer.concat(one).equals(Buffer.concat(other))).toBe(true);
  });
});
