import { givenAmong, isAnyGiven, everyPair } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { careLeaverFields, twelveMonthFields } from '../fields.ts';
import { rule, at } from '../looked-after-return.ts';

export default rule({
  code: '215',
  message:
    'Child has care leaver information but one or more data items relating to children looked after for 12 months have been completed.',
  years: since('2022-23'),
  needs: ['OC2', 'OC3'],
  fields: { OC3: careLeaverFields, OC2: twelveMonthFields },
  wrong: ({ OC3, OC2 }) =>
    everyPair(OC3, OC2)
      .filter(([leaver, row]) => isAnyGiven(leaver, careLeaverFields) && isAnyGiven(row, twelveMonthFields))
      .map(([leaver, row]) => [at(leaver, ...givenAmong(leaver, careLeaverFields)), at(row, ...givenAmong(row, twelveMonthFields))]),
  passes: [
    { OC3: [{ IN_TOUCH: 'YES' }], OC2: [{ SDQ_SCORE: '10' }] },
    { OC3: [{}], OC2: [{ CONVICTED: '0' }] },
  ],
  fails: [{ OC3: [{ IN_TOUCH: 'YES' }], OC2: [{ CONVICTED: '0' }] }],
});
