import { collectionOf } from '../rule/given-tables.ts';
import { censusOf, censusTables, type CensusRule } from './census.ts';
import * as everyRule from './every-rule.ts';
import { unreadableCells } from './unreadable.ts';

const rules: readonly CensusRule[] = Object.values(everyRule).flat();

const censusWith = (asked: readonly CensusRule[]) =>
  collectionOf({
    name: 'CIN',
    schema: censusTables,
    rules: asked,
    childField: 'LAchildID',
    fieldNamed: (name) => name,
    about: (year, tables) => censusOf(year, tables['Header']?.rows ?? []),
    supplied: () => Object.keys(censusTables),
  });

/** The children in need census, with its rules. A census is one file that has all its modules: none is ever "not supplied". */
export const childrenInNeedCensus = censusWith(rules);

/** A census as it is sent: what is written in it may be unreadable. */
export const sentCensus = censusWith([...rules, unreadableCells]);

/** Each rule by its code. */
export const censusRules = new Map(childrenInNeedCensus.rules.map((rule) => [rule.code, rule]));
