import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** Each LAchildID (N00097) must be unique across all children within the same LA return. */
export default rule({
  code: '8510',
  message: 'More than one child record with the same LA Child ID',
  level: 'error',
  years: since('2022-23'),
  fields: { ChildIdentifiers: ['LAchildID'] },
  unique: ({ ChildIdentifiers }) => ChildIdentifiers.map((child) => [child.LAchildID, child]),
  passes: [{ ChildIdentifiers: [{ LAchildID: '1' }, { LAchildID: '2' }, {}, {}] }],
  fails: [{ ChildIdentifiers: [{ LAchildID: '1' }, { LAchildID: '1' }] }],
});
