import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { Obstacle, UsageAsked } from '../platform/obstacle.ts';
import { validate } from './validate.ts';

test('a folder without any file of a return is refused, as this year’s and as last year’s', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'returns-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const refusal = new Obstacle(`There is no CSV and no XML file in ${folder}.`);
  await expect(validate(folder, ['.'])).rejects.toThrow(refusal);
  await expect(validate(process.cwd(), ['README.md', '--last', folder])).rejects.toThrow(refusal);
});

/** Runs it on these files. @returns the status, or why it was refused, and the lines */
async function validating(files: Readonly<Record<string, string>>, ...parameters: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'returns-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  let lines = '';
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((lines += String(text)), true));
  const totals = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    const status = await validate(folder, [...Object.keys(files), ...parameters]).catch((error: Error) => error.message);
    return { status, lines: lines.trimEnd().split('\n') };
  } finally {
    out.mockRestore();
    totals.mockRestore();
  }
}

const census = (day: string): string =>
  `<Message><Header><CollectionDetails><ReferenceDate>${day}</ReferenceDate></CollectionDetails></Header><Children/></Message>`;

test('a census is one file: what is given beside it was not looked at', async () => {
  const { status, lines } = await validating({ 'a.xml': census('2026-03-31'), 'b.xml': census('2025-03-31') });
  expect([status, lines.filter((line) => line.startsWith('CANNOT'))]).toEqual([
    2,
    ['CANNOT BE READ  b.xml, line 1: A census is one file. This one beside it was not looked at.'],
  ]);
});

test('of what is no return at all it says why it cannot be read, of no year too, and nothing of rules', async () => {
  expect(await validating({ 'return.zip': 'PK\u0003\u0004 and more' })).toEqual({
    status: 2,
    lines: [expect.stringMatching(/^CANNOT BE READ {2}return\.zip, line 1: The file is a ZIP archive or a workbook/)],
  });
});

test('of no year it asks for one', async () => {
  const { status } = await validating({ 'episodes.csv': 'CHILD,DECOM\n1,\n' });
  expect(status).toMatch(/^No one year can be told.*--year for the command/);
});

test.each(['--help', '-h'])(
  'how it is used is said to whoever asks: %s',
  async (asked) =>
    await expect(validate('.', [asked])).rejects.toSatisfy(
      (error) => error instanceof UsageAsked && error.message.startsWith('Usage: validate FILE'),
    ),
);
