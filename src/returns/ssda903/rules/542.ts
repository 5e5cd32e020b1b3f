import { isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isUnder } from '../ages.ts';
import { rule } from '../looked-after-return.ts';

export default rule({
  code: '542',
  message: 'A child aged under 10 at 31 March should not have conviction information completed.',
  years: since('2022-23'),
  fields: { OC2: ['CONVICTED'] },
  wrong: ({ OC2 }, { end }) => OC2.filter(({ DOB, CONVICTED }) => isGiven(CONVICTED) && isUnder(DOB, 10, end)),
  passes: [{ OC2: [{ DOB: '2013-03-31', CONVICTED: '0' }, { DOB: '2014-06-01' }] }],
  fails: [{ OC2: [{ DOB: '2013-04-01', CONVICTED: '0' }] }],
});
