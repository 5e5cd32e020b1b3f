import { since } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** Each child must have at least one CINdetails group. */
export default rule({
  code: '8590',
  message: 'Child does not have a recorded CIN episode.',
  level: 'error',
  years: since('2022-23'),
  fields: { ChildIdentifiers: ['LAchildID'] },
  wrong: ({ ChildIdentifiers, CINdetails }) => (CINdetails.length === 0 ? ChildIdentifiers : []),
  passes: [{ ChildIdentifiers: [{ LAchildID: '1' }], CINdetails: [{ LAchildID: '1' }] }],
  fails: [{ ChildIdentifiers: [{ LAchildID: '1' }, { LAchildID: '2' }], CINdetails: [{ LAchildID: '1' }] }],
});
