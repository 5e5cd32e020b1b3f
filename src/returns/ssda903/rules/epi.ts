import { since } from '../../rule/years.ts';
import { rule } from '../looked-after-return.ts';

/** A care leaver, who is in OC3, has no episodes. */
export default rule({
  code: 'EPI',
  message:
    'WARNING: Episodes need to be loaded for this child before further validation is possible [NOTE: This refers to the DfE portal - here, all checks that can be performed with only the available data will be.]',
  years: since('2022-23'),
  needs: ['Episodes'],
  fields: { Header: ['CHILD'] },
  wrong: ({ Header, Episodes, OC3 }) => (Episodes.length === 0 && OC3.length === 0 ? Header : []),
  passes: [
    { Header: [{ CHILD: '1' }], Episodes: [{ CHILD: '1' }] },
    { Header: [{ CHILD: '1' }], Episodes: [], OC3: [{ CHILD: '1' }] },
  ],
  fails: [{ Header: [{ CHILD: '1' }], Episodes: [{ CHILD: '2' }] }],
});
