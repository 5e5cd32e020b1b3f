import { describe, expect, it } from 'vitest';
import type { AnyField } from '../kernel/field/field.ts';
import { steps } from '../practice/pathway.ts';
import { legalStatusesInShort, placementTypesInShort } from './ssda903-in-short.ts';
import { legalStatuses, placementTypes, ssda903Tables } from './ssda903.ts';

/** Of the return of 2026-27, from which on orders that deprive of liberty are a table. */
const later = ['deprivation_of_liberty_order.DOLO_START', 'deprivation_of_liberty_order.DOLO_END'];

/** The columns of the 2026 return, but for CHILD and the dates of birth that every table repeats. */
const columns = {
  ad1: ['DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'],
  episodes: ['DECOM', 'LS', 'CIN', 'PLACE', 'PLACE_PROVIDER', 'DEC', 'REC', 'REASON_PLACE_CHANGE', 'HOME_POST', 'PL_POST', 'URN'],
  header: ['CHILD', 'SEX', 'DOB', 'ETHNIC', 'UPN', 'MOTHER', 'MC_DOB'],
  missing: ['MISSING', 'MIS_START', 'MIS_END'],
  oc2: [
    'SDQ_SCORE',
    'SDQ_REASON',
    'CONVICTED',
    'HEALTH_CHECK',
    'IMMUNISATIONS',
    'TEETH_CHECK',
    'HEALTH_ASSESSMENT',
    'SUBSTANCE_MISUSE',
    'INTERVENTION_RECEIVED',
    'INTERVENTION_OFFERED',
  ],
  oc3: ['IN_TOUCH', 'ACTIV', 'ACCOM'],
  placed_adoption: ['DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
  prev_perm: ['PREV_PERM', 'LA_PERM', 'DATE_PERM'],
  reviews: ['REVIEW', 'REVIEW_CODE'],
  social_worker: ['SW_ID', 'SW_DECOM', 'SW_DEC', 'SW_REASON'],
  uasc: ['DUC'],
} as const;

const asked = steps.flatMap((step) => {
  const fields: readonly AnyField[] = [...Object.values(step.fields), ...Object.values(step.each)];
  return fields.flatMap(({ returns }) => (returns?.ssda903 === undefined ? [] : [{ step, column: returns.ssda903 }]));
});

describe('the children looked after return', () => {
  it('is asked for in full: every column is a field of a step (RNE is derived)', () => {
    const known = new Set<string>(asked.map(({ column }) => column));
    for (const table of ssda903Tables) for (const column of columns[table]) expect(known, table).toContain(`${table}.${column}`);
  });
  it('has no field for a column that it does not have (distance is in its XML alone)', () => {
    const all = new Set<string>([
      ...later,
      ...Object.entries(columns).flatMap(([table, names]) => names.map((name) => `${table}.${name}`)),
    ]);
    for (const { column } of asked)
      if (!column.startsWith('collection.') && column !== 'episodes.PL_DISTANCE') expect(all).toContain(column);
  });
  it('carries a step in the table of its fields', () => {
    for (const { step, column } of asked) if (!column.startsWith('collection.')) expect(column.split('.')[0]).toBe(step.carriedBy?.ssda903);
  });
});

describe.each([
  ['legal status', legalStatuses, legalStatusesInShort],
  ['placement', placementTypes, placementTypesInShort],
] as const)('the short words of a %s', (_name, codes, inShort) => {
  it('are there for every code, and for no other', () => expect(Object.keys(inShort)).toEqual(Object.keys(codes)));
  it('are a few, and tell one code from another', () => {
    for (const words of Object.values(inShort)) expect(words.length, words).toBeLessThanOrEqual(40);
    expect(new Set(Object.values(inShort)).size).toBe(Object.keys(codes).length);
  });
});
