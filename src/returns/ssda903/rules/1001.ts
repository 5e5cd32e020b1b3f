import { daysBetween, birthday, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { sameDay, isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isPast } from '../ages.ts';
import { latest, isShortBreak, isAdoption, type Episode } from '../episodes.ts';
import { careLeaverFields } from '../fields.ts';
import { rule, type ReturnChild } from '../looked-after-return.ts';

const thirteenWeeks = 91;

/** Relevant or formerly relevant: looked after for 13 weeks since 14, of which some at 16 or over, short breaks aside; not adopted since. */
function isCareLeaver({ Header: [header], Episodes, Episodes_last }: ReturnChild, end: LocalDate): boolean {
  const born = header?.DOB;
  const care = [...Episodes_last, ...Episodes.filter((episode) => !isEndedIn(Episodes_last, episode))].filter(
    (each) => !isShortBreak(each),
  );
  if (born === undefined) return care.length > 0;
  const stays = care.map(({ DECOM, DEC }) => ({ from: laterOf(DECOM, birthday(born, 14)), until: DEC ?? end }));
  const days = stays.map(({ from, until }) => (from === undefined ? 0 : Math.max(0, daysBetween(from, until))));
  const last = latest(care);
  return (
    days.reduce((sum, each) => sum + each, 0) >= thirteenWeeks &&
    stays.some(({ until }) => isPast(born, 16, until)) &&
    !(last !== undefined && isAdoption(last))
  );
}

/** The same episode, of which last year's return already gives the end. */
const isEndedIn = (lastYear: readonly Episode[], { DECOM }: Episode): boolean =>
  lastYear.some((episode) => sameDay(episode.DECOM, DECOM) && isGiven(episode.DEC));

const laterOf = (one: LocalDate | undefined, other: LocalDate): LocalDate | undefined => one && (one > other ? one : other);

export default rule({
  code: '1001',
  message:
    "The episodes recorded for this young person suggest they are not a relevant or a former relevant child and therefore should not have care leaver information completed. [NOTE: This tool can only test the current and previous year data loaded into the tool - this check may generate false positives if a child had episodes prior to last year's collection.]",
  years: since('2022-23'),
  needs: ['Episodes', 'Header', 'Episodes_last'],
  fields: { OC3: careLeaverFields },
  wrong: (child, { end }) => (child.OC3.length > 0 && !isCareLeaver(child, end) ? child.OC3 : []),
  passes: [
    {
      Header: [{ DOB: '2000-01-01' }],
      Episodes: [{ LS: 'C2', DECOM: '2015-09-01', DEC: '2016-02-01', REC: 'E5' }],
      Episodes_last: [],
      OC3: [{ IN_TOUCH: 'YES' }],
    },
  ],
  fails: [
    {
      Header: [{ DOB: '2000-01-01' }],
      Episodes: [{ LS: 'C2', DECOM: '2015-12-25', DEC: '2016-01-04', REC: 'E5' }],
      Episodes_last: [],
      OC3: [{ IN_TOUCH: 'YES' }],
    },
    {
      Header: [{ DOB: '2000-01-01' }],
      Episodes: [{ LS: 'C2', DECOM: '2015-02-01', DEC: '2015-08-01', REC: 'E5' }],
      Episodes_last: [],
      OC3: [{ IN_TOUCH: 'YES' }],
    },
  ],
});
