import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { date, formatDate } from '../../../kernel/calendar/dates.ts';
import { rowsOfCsv, rowsOfWorkbook } from '../../export/carried-away.fixture.ts';
import { pretendDay, pretendId as id, pretendParts } from '../../pretend-parts.ts';
import { createServer } from '../../server.ts';

/* What is taken away, and what is drawn, says what the page says. */

let server: FastifyInstance;
beforeAll(async () => void (server = await createServer(pretendParts(pretendDay, 30))));
afterAll(() => server.close());

const ask = (url: string, member: number) => server.inject({ url, headers: { cookie: `sightline=token-of-${id(2, member)}` } });
const wordsIn = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The rows of the board's table: the child, then every cell under its head. */
function rowsOfPage(page: string): readonly { readonly child: string; readonly cells: readonly string[] }[] {
  return [...page.matchAll(/<tr [^>]*data-person[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) => ({
    child: wordsIn(/<th [^>]*>(.*?)<\/th>/s.exec(row)?.[1] ?? ''),
    cells: [...row.matchAll(/<td [^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => wordsIn(cell)),
  }));
}

const queries = ['?who=care&state=late', '?known=2026-02-01', '?who=care&known=2026-02-01', '?who=all&sort=name', ''];
const readers = [1, 2];

describe.each(readers.flatMap((member) => queries.map((query) => ({ member, query }))))(
  'the board of member $member$query',
  ({ member, query }) => {
    it('is row for row what its files hold', async () => {
      const page = rowsOfPage((await ask(`/board${query}`, member)).body);
      const [heads = [], ...lines] = rowsOfCsv((await ask(`/board/file/csv${query}`, member)).body);
      expect(
        rowsOfWorkbook((await ask(`/board/file/xlsx${query}`, member)).rawPayload).map((row) => heads.map((_, n) => row[n] ?? '')),
      ).toEqual([heads, ...lines]);
      expect(page.length).toBeGreaterThan(0);
      expect(lines.map(([name, age]) => `${name} ${age}`)).toEqual(page.map(({ child }) => child));
      for (const [n, { child, cells }] of page.entries()) {
        const line = lines[n] ?? [];
        expect(cells[0], child).toBe(`${line[2]} ${line[3]}`);
        for (const since of [line[5], line[7]]) if (since !== '') expect(cells[1], child).toContain(formatDate(date(since ?? '')));
        for (const [column, cell] of cells.slice(2).entries()) {
          const [title, due, stands = ''] = line.slice(10 + column * 3, 13 + column * 3);
          if (title === '') expect([cell, due, stands], child).toEqual(['none running', '', '']);
          else if (due === '') expect([cell.startsWith('not in the source'), stands], child).toEqual([true, 'not in the source']);
          else expect(cell, child).toContain(formatDate(date(due ?? '')));
          if (/late/.test(stands)) expect(cell, child).toContain(stands.replace(' (reason given)', ''));
          else expect(cell, child).not.toMatch(/ late /);
        }
      }
    });
  },
);

it('of those with something late alone, somebody is left out, and nobody else is', async () => {
  const [all, late] = [rowsOfPage((await ask('/board?who=care', 2)).body), rowsOfPage((await ask('/board?who=care&state=late', 2)).body)];
  expect(late.length).toBeLessThan(all.length);
  for (const { child, cells } of late) expect(cells.join(' '), child).toMatch(/ late /);
});

describe('the line of twelve months', () => {
  it('has twelve points, which are the numbers of the table', async () => {
    const page = (await ask('/board?who=all', 2)).body;
    const months = /<details class="sl-more sl-months".*?<\/details>/s.exec(page)?.[0] ?? '';
    const table = [...months.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)]
      .map(([, row = '']) => [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) => Number(wordsIn(cell))))
      .filter((row) => row.slice(1).some((cell) => !Number.isNaN(cell)));
    expect(table).toHaveLength(12);
    const lines = [...page.matchAll(/<svg class="sl-spark"[^>]*>(.*?)<\/svg>/gs)].map(([, drawn = '']) => drawn);
    expect(lines).toHaveLength(2);
    for (const [n, drawn] of lines.entries()) {
      const heights = (kind: string): readonly number[] =>
        [...(new RegExp(`sl-spark__${kind}" d="([^"]+)"`).exec(drawn)?.[1] ?? '').matchAll(/[ML][\d.]+ ([\d.]+)/g)].map(([, y]) =>
          Number(y),
        );
      const [of, reviewed] = [table.map((row) => row[1 + 2 * n] ?? 0), table.map((row) => row[2 + 2 * n] ?? 0)];
      const scale = 36 / Math.max(1, ...of);
      expect(heights('of')).toEqual(of.map((value) => Number((40 - value * scale).toFixed(1))));
      expect(heights('line')).toEqual(reviewed.map((value) => Number((40 - value * scale).toFixed(1))));
    }
  });
});
