import { oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { codes } from '../codes.ts';

/** Ethnicity (N00177) must be present and a valid code. */
export default rule({
  code: '4220',
  message: 'Ethnicity is missing or invalid (see Ethnicity table)',
  level: 'error',
  years: since('2022-23'),
  fields: { ChildCharacteristics: ['Ethnicity'] },
  wrong: ({ ChildCharacteristics }) => ChildCharacteristics.filter(({ Ethnicity }) => !oneOf(Ethnicity, codes.ethnicities)),
  passes: [{ ChildCharacteristics: [{ Ethnicity: 'WBRI' }] }],
  fails: [{ ChildCharacteristics: [{}] }, { ChildCharacteristics: [{ Ethnicity: 'AAAA' }] }],
});
