import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ChildStatements } from '../import/intake/statement.ts';
import type { Problem } from '../import/intake/problem.ts';
import { returnSource } from '../import/ssda903/return-source.ts';
import { date } from '../kernel/calendar/dates.ts';
import { steps } from '../practice/pathway.ts';
import { answeredBy } from '../returns/ssda903/build/built-row.ts';
import { returnSetOf } from '../returns/ssda903/build/return-set.ts';
import { takenIn } from './taken-in.fixture.ts';
import { writtenAgain } from './written-again.fixture.ts';

const folderOf = (year: number): string => join('test/samples/ssda903/two-years', String(year));

async function readYear(year: number) {
  const files = readdirSync(folderOf(year)).map((name) => {
    const bytes = readFileSync(join(folderOf(year), name));
    return { name, bytes: bytes.length, async *open(): AsyncGenerator<Uint8Array> {
      yield bytes;
    } }; // prettier-ignore
  });
  const children: ChildStatements[] = [];
  const problems: Problem[] = [];
  for await (const event of returnSource({ files, isXml: false, steps, year, today: date('2026-11-25') }).events) {
    if (event.kind === 'child') children.push(event.read);
    if (event.kind === 'problem') problems.push(event.problem);
  }
  return { children, problems: [...problems, ...children.flatMap((child) => child.problems)] };
}

/** Words that are the same for every row: numbers and days left out. */
const plain = (reason: string): string =>
  reason
    .replaceAll(/\d{1,2} [A-Z][a-z]{2} \d{4}|\d{2}\/\d{2}\/\d{4}|line \d+|(?<=LS )\w\d|(?<=RNE )[A-Z]|(?<=REC )[EX]\w+/g, '…')
    .slice(0, 60);

describe.each([
  { year: 2025, cells: 50_000, differing: 2_700 },
  { year: 2026, cells: 40_000, differing: 2_500 },
])('the sample of $year, taken in and written again', ({ year, cells, differing }) => {
  const taken = readYear(year);
  const again = taken.then(async ({ children, problems }) => {
    const period = { from: date(`${year - 1}-04-01`), to: date(`${year}-03-31`) };
    const written = await returnSetOf({ period, registrations: new Map() }, takenIn(children, `ssda903:run:line:${year}:child`));
    return writtenAgain(folderOf(year), year, written, problems);
  });

  it('is the same in every field but those of which it was said, in that row and column, that they are not taken and why', async () => {
    const { cells: compared, differences } = await again;
    expect(compared).toBeGreaterThan(cells);
    expect(differences.length).toBeLessThan(differing);
    expect(differences.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
  });
  it('lists what differs, by table, column and reason', async () => {
    const { differences } = await again;
    const counted = new Map<string, number>();
    for (const { table, column, reasons } of differences) {
      const line = `${table} ${column}: ${plain(reasons[0] ?? '')}`;
      counted.set(line, (counted.get(line) ?? 0) + 1);
    }
    await expect(
      [...counted]
        .map(([line, n]) => `${n} ${line}\n`)
        .toSorted()
        .join(''),
    ).toMatchFileSnapshot(`two-years-${year}.differences.txt`);
  });
  it('keeps each review of another year as it was given, for the return of that year', async () => {
    const { ofAnotherYear } = await again;
    const { children, problems } = await taken;
    const refused = new Set(problems.filter(({ kind, field }) => kind === 'refused' && field === 'REVIEW').map(({ line }) => line));
    const held = new Set(
      children.flatMap(({ child, statements }) =>
        statements.map(({ step, answers }) => JSON.stringify([child, answeredBy({ step: step.name, answers }, 'reviews')])),
      ),
    );
    const rows = ofAnotherYear.filter(([, { line }]) => !refused.has(line));
    expect(rows.length).toBeGreaterThan(1_900);
    for (const [
      ,
      {
        cells: { CHILD, REVIEW, REVIEW_CODE },
      },
    ] of rows)
      expect(held).toContain(JSON.stringify([CHILD, { REVIEW, REVIEW_CODE }]));
  });
  it('writes nothing that was not given, but what the return asks of a child looked after all year', async () => {
    const { besides } = await again;
    expect(besides.map(([{ file }]) => file)).toEqual(year === 2025 ? ['oc2'] : []);
  });
});
