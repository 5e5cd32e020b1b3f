import { addDays, addMonths, date, date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { months, until, workingDays, type Limit, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { answering, dayIn, neverEnded, saying, untilDayIn } from '../../kernel/step/limit-moments.ts';

const report = (kind: string): Moment => saying('inspectionReport', 'kind', kind);
const home = saying('qualityRecord', 'service', 'home');

/** A visit in every calendar month: after one in March, by the last day of April. */
const inTheNextMonth = (_start: Statement, _history: History, on: LocalDate): Limit =>
  until(addDays(addMonths(date(`${on.slice(0, 7)}-01`), 2), -1));

export const homeLimits: readonly Timescale[] = [
  neverEnded({
    rule: 'homeVisited',
    version: 'Children’s Homes Regulations 2015',
    title: 'Independent person’s visit to a home',
    limit: inTheNextMonth,
    reading: 2,
    starts: [home, report('independentVisit')],
    meets: report('independentVisit'),
    inForce: { from: literal('2015-04-01') },
    standing: 'statutory',
    law: 'Children’s Homes (England) Regulations 2015 reg 44: at least once each month, whichever day of it: by the end of the month after the last',
  }),
  neverEnded({
    rule: 'homeReviewed',
    version: 'Children’s Homes Regulations 2015',
    title: 'Review of the quality of care in a home',
    limit: months(6),
    starts: [home, report('qualityOfCare')],
    meets: report('qualityOfCare'),
    inForce: { from: literal('2015-04-01') },
    standing: 'statutory',
    law: 'Children’s Homes (England) Regulations 2015 reg 45: at least once every six months',
  }),
];

export const progressLimit: Timescale = neverEnded({
  rule: 'improvementMet',
  version: 'local',
  title: 'Improvement judged met',
  limit: untilDayIn('byWhen'),
  starts: [{ step: 'inspectionRecommendation' }],
  meets: answering('improvementProgress', 'recommendation', ({ judged }) => judged === 'met'),
  inForce: { from: literal('2000-01-01') },
  standing: 'local',
  law: 'Local standard: the day that the recommendation names',
});

const toldWhen = (question: string): Moment => ({ step: 'homeEvent', itself: true, on: (event) => dayIn(event, question) });

const regulation40 = {
  version: 'Children’s Homes Regulations 2015',
  limit: workingDays(1),
  starts: [{ step: 'homeEvent' }],
  inForce: { from: literal('2015-04-01') },
  standing: 'statutory',
  law: 'Children’s Homes (England) Regulations 2015 reg 40: without delay; counted here as one working day',
} as const satisfies Partial<Timescale>;

export const homeEventLimits: readonly Timescale[] = [
  neverEnded({
    ...regulation40,
    rule: 'homeEventOfsted',
    title: 'Ofsted told of a serious event in a home',
    meets: toldWhen('ofstedToldOn'),
  }),
  neverEnded({
    ...regulation40,
    rule: 'homeEventAuthority',
    title: 'The child’s own authority told of a serious event in a home',
    meets: toldWhen('authorityToldOn'),
  }),
];
