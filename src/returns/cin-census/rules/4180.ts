import { oneOf } from '../../rule/compare.ts';
import { between, since } from '../../rule/years.ts';
import { rule } from '../census.ts';
import { codes } from '../codes.ts';

/** GenderCurrent (N00097), from 2024-25 on Sex (N00783), must be present and valid. */
export default [
  rule({
    code: '4180',
    message: 'Gender is missing',
    level: 'error',
    years: between('2022-23', '2023-24'),
    fields: { ChildIdentifiers: ['GenderCurrent'] },
    wrong: ({ ChildIdentifiers }) => ChildIdentifiers.filter(({ GenderCurrent }) => !oneOf(GenderCurrent, ['1', '2', '0', '9'])),
    passes: [{ ChildIdentifiers: [{ GenderCurrent: '1' }, { GenderCurrent: '9' }] }],
    fails: [{ ChildIdentifiers: [{}] }, { ChildIdentifiers: [{ GenderCurrent: 'M' }] }],
  }),
  rule({
    code: '4180',
    message: 'Sex must be provided and equal M, F, or U',
    level: 'error',
    years: since('2024-25'),
    fields: { ChildIdentifiers: ['Sex'] },
    wrong: ({ ChildIdentifiers }) => ChildIdentifiers.filter(({ Sex }) => !oneOf(Sex, codes.sexes)),
    passes: [{ ChildIdentifiers: [{ Sex: 'U' }] }],
    fails: [{ ChildIdentifiers: [{}] }, { ChildIdentifiers: [{ Sex: '1' }] }],
  }),
];
