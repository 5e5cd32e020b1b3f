import { since } from '../../rule/years.ts';
import { differingFromHeader } from '../header.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: 'INT21',
  message: 'Internal Check: SEX in UASC is different to SEX in Header.',
  years: since('2022-23'),
  needs: ['Header'],
  fields: { UASC: ['SEX'] },
  wrong: (child) => differingFromHeader(child.UASC, child, 'SEX'),
  passes: [{ Header: [{ SEX: 'M' }], UASC: [{ SEX: 'M' }, {}] }],
  fails: [{ Header: [{ SEX: 'M' }], UASC: [{ SEX: 'F' }] }],
});
