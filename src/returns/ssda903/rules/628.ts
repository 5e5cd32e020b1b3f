import { isAnyGiven, isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { careLeaverFields } from '../fields.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '628',
  message: 'Motherhood details are not required for care leavers who have not been looked after during the year.',
  years: since('2022-23'),
  needs: ['Episodes', 'OC3'],
  fields: { Header: ['MOTHER'] },
  wrong: ({ Header, Episodes, OC3 }) =>
    Episodes.length === 0 && OC3.some((leaver) => isAnyGiven(leaver, careLeaverFields))
      ? Header.filter(({ MOTHER }) => isGiven(MOTHER))
      : [],
  passes: [
    { Header: [{ CHILD: '1', MOTHER: '1' }], OC3: [{ CHILD: '1', ACTIV: 'F1' }], Episodes: [{ CHILD: '1' }] },
    { Header: [{ CHILD: '1' }], OC3: [{ CHILD: '1', ACTIV: 'F1' }], Episodes: [] },
  ],
  fails: [{ Header: [{ MOTHER: '1' }], OC3: [{ ACTIV: 'F1' }], Episodes: [] }],
});
