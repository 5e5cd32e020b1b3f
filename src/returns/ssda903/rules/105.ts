import { oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** CSV files have no such field: there the rows of UASC tell. */
export default rule({
  code: '105',
  message: 'Data entry for Unaccompanied Asylum-Seeking Children (UASC) status of child is invalid or has not been completed.',
  years: since('2022-23'),
  fields: { Header: ['UASC'] },
  wrong: ({ Header }, { fileFormat }) => (fileFormat === 'xml' ? Header.filter(({ UASC }) => !oneOf(UASC, ['0', '1'])) : []),
  passes: [
    { Header: [{ UASC: '0' }, { UASC: '1' }], metadata: { file_format: 'xml' } },
    { Header: [{}], metadata: { file_format: 'csv' } },
  ],
  fails: [
    { Header: [{ UASC: '2' }], metadata: { file_format: 'xml' } },
    { Header: [{}], metadata: { file_format: 'xml' } },
  ],
});
