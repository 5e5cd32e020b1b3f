import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { childrenInNeedCensus } from '../cin-census/collection.ts';
import { lookedAfterReturn } from '../ssda903/collection.ts';
import type { GivenTables, KnownRule } from './given-tables.ts';
import { checkExample, readExamples } from './recorded-examples.ts';
import type { GivenRow } from './rows.ts';

type Listed = { readonly code: string; readonly message: string; readonly level: string | null; readonly in_force: readonly string[] };

const sample = (name: string) => JSON.parse(readFileSync(new URL(`../../../test/samples/rules/${name}.json`, import.meta.url), 'utf8'));
const listed = (...names: readonly string[]): readonly Listed[] => names.flatMap((name) => sample(name).rules);
const yearsOf = ({ in_force }: Listed): string => in_force.join(' ').replaceAll('_', '-');
/** Rules of a year for which the DfE’s list is not yet out are the last year’s, until it is: only drafts are compared in that year. */
const comparedYears = (rule: KnownRule, last: string): string => rule.years.filter((year) => rule.isDraft || year <= last).join(' ');

const collections = [
  {
    of: childrenInNeedCensus,
    folder: 'cin-census',
    examples: 'cin-examples',
    catalogue: listed('cin-catalogue', 'cin-drafts-catalogue'),
    listedUntil: '2025-26',
  },
  {
    of: lookedAfterReturn,
    folder: 'ssda903',
    examples: 'ssda903-examples',
    catalogue: listed('ssda903-catalogue'),
    listedUntil: '2026-27',
  },
] as const;

/** The rule’s own example as tables. */
const tablesOf = (example: object): { tables: GivenTables; metadata: Record<string, unknown> } => {
  const { metadata = {}, ...tables } = example as { metadata?: Record<string, unknown> } & Record<string, readonly GivenRow[]>;
  return {
    metadata,
    tables: Object.fromEntries(
      Object.entries(tables).map(([name, rows]) => [name, { columns: rows.flatMap((row) => Object.keys(row)), rows }]),
    ),
  };
};

describe.each(collections)('$of.name', ({ of, folder, examples, catalogue, listedUntil }) => {
  const outcomesOf = (rule: KnownRule, example: object) => {
    const { tables, metadata } = tablesOf(example);
    return of.run((each) => each === rule, rule.years[0] ?? '2024-25', tables, metadata);
  };

  test('each rule finds exactly the rows of its recorded examples', () => {
    const verdicts = (readExamples(sample(examples)) ?? []).map((example) => checkExample(of, example));
    expect(verdicts.length).toBeGreaterThanOrEqual(65);
    expect(verdicts.filter(({ kind }) => kind !== 'passed')).toEqual([]);
  });

  test('each rule lets its own good examples pass', () => {
    const wrong = of.rules.flatMap((rule) => rule.passes.map((example) => ({ outcomes: outcomesOf(rule, example), example })));
    expect(wrong.filter(({ outcomes: [outcome] }) => outcome?.kind !== 'checked' || outcome.findings.length > 0)).toEqual([]);
    expect(of.rules.filter(({ passes }) => passes.length === 0).map(({ code }) => code)).toEqual([]);
  });

  test('each rule finds something in each of its own bad examples', () => {
    const wrong = of.rules.flatMap((rule) =>
      rule.fails.map((example) => ({ code: rule.code, outcomes: outcomesOf(rule, example), example })),
    );
    expect(wrong.filter(({ outcomes: [outcome] }) => outcome?.kind !== 'checked' || outcome.findings.length === 0)).toEqual([]);
    expect(of.rules.filter(({ fails }) => fails.length === 0).map(({ code }) => code)).toEqual([]);
  });

  test('each rule has the words, the level and the years of the DfE’s list', () => {
    const known = catalogue.map((rule) => [rule.code, rule.level ?? '', yearsOf(rule), rule.message.trim()].join(' | '));
    const ours = of.rules.map((rule) => [rule.code, rule.level ?? '', comparedYears(rule, listedUntil), rule.message].join(' | '));
    expect(ours.filter((each) => !known.includes(each))).toEqual([]);
  });

  test('each rule is one file, which is listed', () => {
    const files = readdirSync(new URL(`../${folder}/rules`, import.meta.url)).map((name) => name.replace('.ts', ''));
    expect(files.toSorted()).toEqual([...new Set(of.rules.map(({ code }) => code.toLowerCase()))].toSorted());
  });

  test('every rule of the DfE’s list is there', () => {
    const ours = new Set(of.rules.map((rule) => `${rule.code} ${comparedYears(rule, listedUntil)}`));
    expect(catalogue.filter((rule) => !ours.has(`${rule.code} ${yearsOf(rule)}`)).map(({ code }) => code)).toEqual([]);
  });
});

describe('a rule of the looked-after return', () => {
  /** Without Header the recorded example of 205C has nothing to find, and is checked; the date that it asks about may be last year’s. */
  const checkedAllTheSame = ['205C without UASC', '205C without Header'];
  const outcomeOf = (rule: KnownRule, given: GivenTables, metadata: Record<string, unknown>) =>
    lookedAfterReturn.run((each) => each === rule, rule.years[0] ?? '2024-25', given, metadata)[0];

  const tablesIn = (examples: readonly object[]) => new Set(examples.flatMap((example) => Object.keys(tablesOf(example).tables)));
  /** How much is found in each example where one of its tables was not supplied. */
  const foundWithout = (rule: KnownRule, examples: readonly object[], table: string): readonly (number | undefined)[] =>
    examples.map(tablesOf).map(({ tables, metadata }) => {
      const others = Object.fromEntries(Object.entries(tables).filter(([name]) => name !== table));
      const outcome = outcomeOf(rule, others, metadata);
      return outcome?.kind === 'checked' ? outcome.findings.length : undefined;
    });

  test('that can find nothing without a table is not checked without it', () => {
    const passed = lookedAfterReturn.rules.flatMap((rule) => {
      const found = [...tablesIn(rule.fails)].map((table) => ({ table, found: foundWithout(rule, rule.fails, table) }));
      const needed = found.filter((each) => each.found.includes(0) && each.found.every((number) => (number ?? 0) === 0));
      return needed.map(({ table }) => `${rule.code} without ${table}`);
    });
    expect(passed.filter((each) => !checkedAllTheSame.includes(each))).toEqual([]);
  });

  test('finds nothing in a good example only because a table is not there, unless its words say so', () => {
    const wrong = lookedAfterReturn.rules.flatMap((rule) =>
      [...tablesIn(rule.passes)]
        .filter((table) => foundWithout(rule, rule.passes, table).some((found) => found !== undefined && found > 0))
        .map((table) => `${rule.code} without ${table}`),
    );
    // Children who came alone and are not known to have; and care leavers, whom the DfE's system knows.
    expect(wrong).toEqual([
      '164 without Header',
      '392a without Header',
      '392b without Header_last',
      '454 without Header',
      'EPI without OC3',
    ]);
  });
});
