import { oneOf } from '../../rule/compare.ts';
import { between, since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default [
  rule({
    code: '101',
    message: 'Gender code is not valid.',
    years: between('2022-23', '2023-24'),
    fields: { Header: ['SEX'] },
    wrong: ({ Header }) => Header.filter(({ SEX }) => !oneOf(SEX, ['1', '2'])),
    passes: [{ Header: [{ SEX: '1' }, { SEX: '2' }] }],
    fails: [{ Header: [{}] }, { Header: [{ SEX: 'M' }] }],
  }),
  rule({
    code: '101',
    message: 'The child or young person’s reported sex is not valid.',
    years: since('2024-25'),
    fields: { Header: ['SEX'] },
    wrong: ({ Header }) => Header.filter(({ SEX }) => !oneOf(SEX, ['M', 'F', 'U'])),
    passes: [{ Header: [{ SEX: 'M' }, { SEX: 'F' }, { SEX: 'U' }] }],
    fails: [{ Header: [{}] }, { Header: [{ SEX: '1' }] }],
  }),
];
