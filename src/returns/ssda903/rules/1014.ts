import { isAnyGiven, everyPair } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isInYear } from '../episodes.ts';
import { careLeaverFields } from '../fields.ts';
import { rule } from '../looked-after-return.ts';

/** A care leaver: there are data of leaving care, and no episode in the year. */
export default rule({
  code: '1014',
  message: 'UASC information is not required for care leavers',
  years: since('2022-23'),
  needs: ['UASC', 'OC3', 'Episodes'],
  fields: { UASC: ['DUC'], OC3: careLeaverFields },
  wrong: ({ UASC, OC3, Episodes }, year) =>
    Episodes.some((episode) => isInYear(episode, year))
      ? []
      : everyPair(UASC, OC3).filter(([, leaver]) => isAnyGiven(leaver, careLeaverFields)),
  passes: [{ Episodes: [{ DECOM: '2021-11-01', DEC: '2022-04-01' }], UASC: [{}], OC3: [{ IN_TOUCH: 'YES' }] }],
  fails: [{ Episodes: [{ DECOM: '2021-11-01', DEC: '2022-03-31' }], UASC: [{}], OC3: [{ IN_TOUCH: 'YES' }] }],
});
