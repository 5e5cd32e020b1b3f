import { between } from '../../rule/years.ts';
import { rule } from '../census.ts';

/** Draft. PreProceedings (module 5) should be present for at least one child of the return. */
export default rule({
  code: '8995Q',
  message: 'Please check and provide a reason why no module 5 (pre-proceedings and FGM) data has been provided for any child.',
  level: 'query',
  years: between('2026-27', '2026-27'),
  isDraft: true,
  fields: {},
  counts: ({ PreProceedings }) => PreProceedings.map(() => 'modules'),
  wrongInAll: ({ of }) => of('modules') === 0,
  passes: [{ PreProceedings: [{ LAchildID: '1' }] }],
  fails: [{ ChildIdentifiers: [{ LAchildID: '1' }] }],
});
