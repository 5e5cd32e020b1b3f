import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import { after, onOrBefore, isBlank, isAnyGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { birthdayOf, isOfAge } from '../ages.ts';
import type { Episode } from '../episodes.ts';
import { careLeaverFields } from '../fields.ts';
import { rule } from '../looked-after-return.ts';

/** The birthday is the one within the year. */
const isOpenOn = (episode: Episode, day: LocalDate | undefined): boolean =>
  onOrBefore(episode.DECOM, day) && (isBlank(episode, 'DEC') || after(episode.DEC, day));

export default rule({
  code: '1007',
  message: 'Care leaver information is not required for 17- or 18-year olds who are still looked after [on their 17th or 18th birthday.]',
  years: since('2022-23'),
  needs: ['Episodes'],
  fields: { OC3: careLeaverFields },
  wrong: ({ OC3, Episodes }, year) =>
    OC3.filter(
      (leaver) =>
        isAnyGiven(leaver, careLeaverFields) &&
        [17, 18].some(
          (age) => isOfAge(leaver.DOB, age, year.end) && Episodes.some((episode) => isOpenOn(episode, birthdayOf(leaver.DOB, age))),
        ),
    ),
  passes: [{ Episodes: [{ DECOM: '2015-02-01', DEC: '2023-01-31' }], OC3: [{ DOB: '2006-02-01', IN_TOUCH: 'YES' }] }],
  fails: [{ Episodes: [{ DECOM: '2015-02-01', DEC: '2023-03-01' }], OC3: [{ DOB: '2006-02-01', IN_TOUCH: 'YES' }] }],
});
