import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '232',
  message: 'Sex of the child/young person has been reported as unknown.',
  years: since('2024-25'),
  fields: { Header: ['SEX'] },
  wrong: ({ Header }) => Header.filter(({ SEX }) => SEX?.toUpperCase() === 'U'),
  passes: [{ Header: [{ SEX: 'F' }, {}] }],
  fails: [{ Header: [{ SEX: 'U' }] }],
});
