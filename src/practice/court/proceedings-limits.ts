import { date } from '../../kernel/calendar/dates.ts';
import { until, type Timescale } from '../../kernel/step/timescale.ts';
import { lastDayOfLimit, untilOf } from './proceedings.ts';

/** In force with the Children and Families Act 2014 s14. */
export const proceedingsLimits: readonly Timescale[] = [
  {
    rule: 'careProceedings',
    version: 'Children and Families Act 2014',
    title: 'Care proceedings concluded',
    limit: (start) => until(start.step === 'careProceedings' ? lastDayOfLimit(start.happenedOn) : (untilOf(start) ?? start.happenedOn)),
    starts: [{ step: 'careProceedings' }, { step: 'proceedingsExtension' }],
    meets: { step: 'proceedingsEnd' },
    endedBy: [
      { step: 'proceedingsExtension', because: 'the court extended the time' },
      { step: 'closure', because: 'case closed' },
    ],
    inForce: { from: date('2014-04-22') },
    announcedOn: date('2014-03-13'),
    standing: 'statutory',
    law: 'Children Act 1989 s32: 26 weeks beginning with the day of issue; each extension at most eight weeks',
  },
];
