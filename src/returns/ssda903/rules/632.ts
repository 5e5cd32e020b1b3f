import { isDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { isGiven, onOrAfter } from '../../rule/compare.ts';
import { since } from '../../rule/years.ts';
import { earliest } from '../episodes.ts';
import { rule } from '../looked-after-return.ts';

/** The first day that the written date may mean: what is not known is ZZ. undefined: it is no date. */
function firstDayOf(written: string): LocalDate | 'unknown' | undefined {
  if (isDate(written)) return written;
  const [, day = '', month = '', year = ''] = /^(\d\d|ZZ)\/(\d\d|ZZ)\/(\d{4}|ZZZZ)$/.exec(written) ?? [];
  const known = `${year.replace('ZZZZ', '2000')}-${month.replace('ZZ', '01')}-${day.replace('ZZ', '01')}`;
  if (!isDate(known)) return undefined;
  return year === 'ZZZZ' ? 'unknown' : known;
}

const isWrong = (written: string | undefined, started: LocalDate | undefined): boolean => {
  const day = isGiven(written) ? firstDayOf(written) : 'unknown';
  return day === undefined || (day !== 'unknown' && onOrAfter(day, started));
};

export default rule({
  code: '632',
  message:
    'Date of previous permanence order not a valid value. NOTE: This rule may result in false negatives where the period of care started before the current collection year',
  years: since('2022-23'),
  needs: ['PrevPerm'],
  fields: { PrevPerm: ['DATE_PERM'], Episodes: ['DECOM'] },
  wrong: ({ PrevPerm, Episodes }) => {
    const first = earliest(Episodes);
    return PrevPerm.filter(({ DATE_PERM }) => isWrong(DATE_PERM, first?.DECOM)).map((row) => (first ? [row, first] : [row]));
  },
  passes: [{ Episodes: [{ DECOM: '2022-06-01' }], PrevPerm: [{ DATE_PERM: '31/05/2022' }, { DATE_PERM: 'ZZ/ZZ/1993' }, {}] }],
  fails: [{ Episodes: [{ DECOM: '2022-06-01' }], PrevPerm: [{ DATE_PERM: '01/06/2022' }] }, { PrevPerm: [{ DATE_PERM: 'xx/10/2011' }] }],
});
