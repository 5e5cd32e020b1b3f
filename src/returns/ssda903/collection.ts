import { collectionOf } from '../rule/given-tables.ts';
import * as everyRule from './every-rule.ts';
import { metadataOf, returnOf, returnTables } from './looked-after-return.ts';

const fromPostcodes = ['PL_LA', 'PL_LOCATION', 'PL_DISTANCE'];

/** The looked-after return, with its rules. Its tables are files of their own, of which any may not have been supplied. */
export const lookedAfterReturn = collectionOf({
  name: 'SSDA903',
  schema: returnTables,
  rules: Object.values(everyRule).flat(),
  childField: 'CHILD',
  // The XML writes CHILDID and PL; the other names stand in the DfE's wording of rules 231, 233, 709 and 710, and in no table.
  alias: { CHILDID: 'CHILD', PL: 'PLACE', PLACEMENT: 'PLACE', DATE_EPISODE_CEASED: 'DEC', UASC_STATUS: 'UASC' },
  about: (year, _, metadata) => returnOf(year, metadataOf(metadata)),
  supplied: (tables, metadata) => [
    ...Object.keys(tables),
    ...(metadata['provider_info'] === undefined ? [] : ['providers']),
    ...(metadata['localAuthority'] === undefined ? [] : ['localAuthority']),
    ...(metadata['postcodes'] === true || fromPostcodes.some((field) => tables['Episodes']?.columns.includes(field)) ? ['postcodes'] : []),
  ],
});
