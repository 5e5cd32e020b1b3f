import { collectionOf } from '../rule/given-tables.ts';
import { censusOf, censusTables } from './census.ts';
import * as everyRule from './every-rule.ts';

/** The children in need census, with its rules. A census is one file that has all its modules: none is ever "not supplied". */
export const childrenInNeedCensus = collectionOf({
  name: 'CIN',
  schema: censusTables,
  rules: Object.values(everyRule).flat(),
  childField: 'LAchildID',
  fieldNamed: (name) => name,
  about: (year, tables) => censusOf(year, tables['Header']?.rows ?? []),
  supplied: () => Object.keys(censusTables),
});

/** Each rule by its code. */
export const censusRules = new Map(childrenInNeedCensus.rules.map((rule) => [rule.code, rule]));
