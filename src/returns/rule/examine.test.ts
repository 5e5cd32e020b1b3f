import { expect, test } from 'vitest';
import { examine } from './examine.ts';
import { childOf, readRow, type GivenRow } from './rows.ts';
import { ruleLanguage } from './rule.ts';
import { since } from './years.ts';

const schema = { Visits: { Child: 'text', On: 'date', Days: 'number' }, Plans: { Child: 'text', From: 'date' } } as const;
const { rule, at } = ruleLanguage<typeof schema, { readonly end: string }, 'Plans' | 'places'>();
const visit = (number: number, given: GivenRow) => readRow(schema, 'Visits', number, given);
const asked = { message: 'The DfE’s words', years: since('2022-23'), passes: [], fails: [] };
const children = [
  childOf(schema, [visit(0, { Child: 'a', On: '2026-03-31', Days: '3' }), visit(1, { Child: 'a', On: '31/03/2026' })]),
  childOf(schema, [visit(2, { Child: 'b', On: '2026-03-31' })]),
];
const named = children.map((child) => ({ name: 'the child', child }));
const material = { children: named, collection: { end: '2026-03-31' }, supplied: new Set(['Visits']) };

test('a finding names the child, the table, the row, the field and what is written there', () => {
  const late = rule({ ...asked, code: '1', fields: { Visits: ['On', 'Days'] }, wrong: ({ Visits }) => Visits.slice(0, 1) });
  expect(examine([late], { ...material, children: named.slice(0, 1) })).toEqual([
    {
      code: '1',
      kind: 'checked',
      findings: [
        {
          code: '1',
          child: 'the child',
          rows: [{ table: 'Visits', row: 0, fields: ['On', 'Days'], values: ['2026-03-31', '3'] }],
        },
      ],
    },
  ]);
});

test('rows that are wrong only together are one finding, each with its own fields', () => {
  const pairs = rule({
    ...asked,
    code: '1',
    fields: { Visits: ['On'] },
    wrong: ({ Visits: [one, other] }) => (one === undefined || other === undefined ? [] : [[one, at(other, 'Days')]]),
  });
  const [outcome] = examine([pairs], material);
  expect(outcome?.kind === 'checked' && outcome.findings.map(({ rows }) => rows.map(({ row, fields }) => [row, fields]))).toEqual([
    [
      [0, ['On']],
      [1, ['Days']],
    ],
  ]);
});

test('a rule that throws is a defect, never passed, and the others still run', () => {
  const broken = rule({
    ...asked,
    code: '1',
    fields: { Visits: ['On'] },
    wrong: ({ Visits }) => {
      throw new TypeError(`no such column beside ${Visits[0]?.Child}`);
    },
  });
  const sound = rule({ ...asked, code: '2', fields: { Visits: ['On'] }, wrong: () => [] });
  const outcomes = examine([broken, sound], material);
  expect(outcomes.map(({ kind }) => kind)).toEqual(['defect', 'checked']);
  expect(JSON.stringify(outcomes)).not.toContain('beside a');
});

test('what was not supplied is not checked, and named', () => {
  const needy = rule({ ...asked, code: '1', fields: { Visits: ['On'] }, needs: ['places'], wrong: () => [] });
  const ofPlans = rule({ ...asked, code: '2', fields: { Plans: ['From'] }, wrong: () => [] });
  expect(examine([needy, ofPlans], material)).toEqual([
    { code: '1', kind: 'notChecked', lacking: ['places'] },
    { code: '2', kind: 'notChecked', lacking: ['Plans'] },
  ]);
});

test('a key that several rows share is found at each of them, once', () => {
  const once = rule({ ...asked, code: '1', fields: { Visits: ['On'] }, unique: ({ Visits }) => Visits.map((row) => [row.On, row]) });
  const again = childOf(schema, [visit(3, { On: '2026-03-31' })]);
  const [outcome] = examine([once], { ...material, children: [...named, { name: 'the child', child: again }] });
  expect(outcome?.kind === 'checked' && outcome.findings.map(({ rows }) => rows[0]?.row)).toEqual([0, 2, 3]);
});

test('a date that is none is told from one that is missing', () => {
  const [, unreadable] = children[0]?.Visits ?? [];
  expect([unreadable?.On, unreadable?.unread, unreadable?.Days]).toEqual([undefined, { On: '31/03/2026' }, undefined]);
});
