import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { date } from '../kernel/calendar/dates.ts';
import { stepNamed, timescales } from './pathway.ts';

type Row = { readonly owed: string; readonly rules: readonly string[]; readonly reason: string };

/** The rows of the table: what is owed, and the rules that keep it or the reason why there is none. */
const rows: readonly Row[] = readFileSync(join(import.meta.dirname, 'timescales.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (-|What)/.test(line))
  .map((line) => {
    const [owed = '', , last = ''] = line.split('|').slice(1, 4);
    return { owed: owed.trim(), rules: [...last.matchAll(/`(\w+)`/g)].map(([, rule = '']) => rule), reason: last.trim() };
  });
const rules = new Set(timescales.map(({ rule }) => rule));
const named = new Set(rows.flatMap((row) => row.rules));

describe('every limit of law and guidance', () => {
  it('is in the table', () => expect(rows.length).toBeGreaterThan(55));
  it.each(rows.map((row) => [row.owed, row] as const))('%s: has its rules, or a reason why there is none', (_owed, row) => {
    if (row.rules.length === 0) expect(row.reason).toMatch(/^(gate: |measure: |not built: )\w/);
    for (const rule of row.rules) expect(rules).toContain(rule);
  });
  it('whose step has been built since is asked for', () => {
    const awaited = rows.flatMap(({ reason }) => /not built: (\w+)/.exec(reason)?.[1] ?? []);
    expect(awaited.length).toBeGreaterThan(1);
    for (const step of awaited) expect(stepNamed(step), step).toBeUndefined();
  });
  it('that is kept here is in the table', () => {
    for (const rule of rules) expect(named, rule).toContain(rule);
  });
  it('of 2009 is in force in 2009', () => {
    const then = timescales.filter(({ inForce }) => inForce.from <= date('2009-06-01') && (inForce.to ?? '9999') >= '2009-06-01');
    for (const { rules: wanted } of rows.filter(({ owed }) => owed.startsWith('2009')))
      for (const rule of wanted) expect(then.map((one) => one.rule)).toContain(rule);
  });
});
