import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** Each pupil's UPN (N00001) must be unique across all pupils in the extract. */
export default rule({
  code: '1520',
  message: 'More than one record with the same UPN.',
  level: 'error',
  years: since('2022-23'),
  fields: { ChildIdentifiers: ['UPN'] },
  unique: ({ ChildIdentifiers }) => ChildIdentifiers.map((child) => [child.UPN, child]),
  passes: [
    {
      ChildIdentifiers: [
        { LAchildID: '1', UPN: 'X330000000001' },
        { LAchildID: '2', UPN: 'X330000000002' },
        { LAchildID: '3' },
        { LAchildID: '4' },
      ],
    },
  ],
  fails: [
    {
      ChildIdentifiers: [
        { LAchildID: '1', UPN: 'X330000000001' },
        { LAchildID: '2', UPN: 'X330000000001' },
      ],
    },
  ],
});
