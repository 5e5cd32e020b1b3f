import { collectionOf } from '../rule/given-tables.ts';
import * as everyRule from './every-rule.ts';
import { metadataOf, returnOf, returnTables } from './looked-after-return.ts';
import { fieldNamed } from './return-columns.ts';

const fromPostcodes = ['PL_LA', 'PL_LOCATION', 'PL_DISTANCE'];

/** The looked-after return, with its rules. Its tables are files of their own, of which any may not have been supplied. */
export const lookedAfterReturn = collectionOf({
  name: 'SSDA903',
  schema: returnTables,
  rules: Object.values(everyRule).flat(),
  childField: 'CHILD',
  fieldNamed,
  about: (year, _, metadata) => returnOf(year, metadataOf(metadata)),
  supplied: (tables, metadata) => [
    ...Object.keys(tables),
    ...(metadata['provider_info'] === undefined ? [] : ['providers']),
    ...(metadata['localAuthority'] === undefined ? [] : ['localAuthority']),
    ...(metadata['postcodes'] === true || fromPostcodes.some((field) => tables['Episodes']?.columns.includes(field)) ? ['postcodes'] : []),
  ],
});

/** Each rule by its code. */
export const lookedAfterRules = new Map(lookedAfterReturn.rules.map((rule) => [rule.code, rule]));
