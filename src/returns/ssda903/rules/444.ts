import { oneOf } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** UN1 to UN5 say why there is no number: many children share them. */
const unknown = ['UN1', 'UN2', 'UN3', 'UN4', 'UN5'];

export default rule({
  code: '444',
  message: 'Duplicate UPN has been reported',
  years: since('2025-26'),
  fields: { Header: ['UPN'] },
  unique: ({ Header }) => Header.map((header) => [oneOf(header.UPN, unknown) ? undefined : header.UPN, header]),
  passes: [
    {
      Header: [
        { CHILD: '1', UPN: 'X330000000001' },
        { CHILD: '2', UPN: 'UN1' },
        { CHILD: '3', UPN: 'UN1' },
      ],
    },
  ],
  fails: [
    {
      Header: [
        { CHILD: '1', UPN: 'X330000000001' },
        { CHILD: '2', UPN: 'X330000000001' },
      ],
    },
  ],
});
