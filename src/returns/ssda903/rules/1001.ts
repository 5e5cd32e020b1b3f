import { daysBetween, birthday, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { sameDay, isMissing, isGiven } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { isPast } from '../ages.ts';
import { latest, isShortBreak, isAdoption, type Episode } from '../episodes.ts';
import { careLeaverFields } from '../fields.ts';
import { rule, type ReturnChild, type LookedAfterReturn } from '../looked-after-return.ts';

const thirteenWeeks = 91;

/** Relevant or formerly relevant: looked after for 13 weeks since 14, of which some at 16 or over, short breaks aside; not adopted since. */
function isCareLeaver(child: ReturnChild, year: LookedAfterReturn): boolean {
  const born = child.Header[0]?.DOB;
  const care = eachOnce(child).filter((episode) => !isShortBreak(episode));
  if (born === undefined) return care.length > 0;
  const stays = care.map((episode) => ({ from: laterOf(episode.DECOM, birthday(born, 14)), until: endOf(episode, year) }));
  const days = stays.map(({ from, until }) => (from === undefined ? 0 : Math.max(0, daysBetween(from, until))));
  const last = latest(care);
  return (
    days.reduce((sum, each) => sum + each, 0) >= thirteenWeeks &&
    stays.some(({ until }) => isPast(born, 16, until)) &&
    !(last !== undefined && isAdoption(last))
  );
}

/** An episode that both years have is as this year's return has it, unless last year's already gives the end. */
function eachOnce({ Episodes, Episodes_last }: ReturnChild): readonly Episode[] {
  const ended = Episodes_last.filter(({ DEC }) => isGiven(DEC));
  const open = Episodes_last.filter((episode) => isMissing(episode.DEC) && !isAmong(Episodes, episode));
  return [...ended, ...open, ...Episodes.filter((episode) => !isAmong(ended, episode))];
}

const isAmong = (episodes: readonly Episode[], { DECOM }: Episode): boolean => episodes.some((episode) => sameDay(episode.DECOM, DECOM));

/** One that is still open is looked at until the return's last day, which for last year's is the day before this year's first. */
const endOf = ({ DEC, table }: Episode, { start, end }: LookedAfterReturn): LocalDate => DEC ?? (table === 'Episodes' ? end : start);

const laterOf = (one: LocalDate | undefined, other: LocalDate): LocalDate | undefined => one && (one > other ? one : other);

export default rule({
  code: '1001',
  message:
    "The episodes recorded for this young person suggest they are not a relevant or a former relevant child and therefore should not have care leaver information completed. [NOTE: This tool can only test the current and previous year data loaded into the tool - this check may generate false positives if a child had episodes prior to last year's collection.]",
  years: since('2022-23'),
  needs: ['Episodes', 'Header', 'Episodes_last'],
  fields: { OC3: careLeaverFields },
  wrong: (child, year) => (child.OC3.length > 0 && !isCareLeaver(child, year) ? child.OC3 : []),
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
    {
      Header: [{ DOB: '2006-01-01' }],
      Episodes: [{ LS: 'C2', DECOM: '2022-01-20', DEC: '2022-04-10', REC: 'E5' }],
      Episodes_last: [{ LS: 'C2', DECOM: '2022-01-20' }],
      OC3: [{ IN_TOUCH: 'YES' }],
    },
  ],
});
