import { date as literal } from '../../kernel/calendar/dates.ts';
import { months, until, type Moment, type Timescale } from '../../kernel/step/timescale.ts';

const report = (kind: string): Moment => ({
  step: 'inspectionReport',
  on: ({ answers, happenedOn }) => (answers['kind'] === kind ? happenedOn : undefined),
});
const home: Moment = {
  step: 'qualityRecord',
  on: ({ answers, happenedOn }) => (answers['service'] === 'home' ? happenedOn : undefined),
};

type Limited = Pick<Timescale, 'rule' | 'title' | 'limit' | 'starts' | 'meets' | 'version' | 'inForce' | 'standing' | 'law'>;

/** Nothing of a service ends with a birthday or a death. */
const ofAService = (limited: Limited): Timescale => ({ ...limited, afterDeath: true, endedBy: [], announcedOn: limited.inForce.from });

export const homeLimits: readonly Timescale[] = [
  ofAService({
    rule: 'homeVisited',
    version: 'Children’s Homes Regulations 2015',
    title: 'Independent person’s visit to a home',
    limit: months(1),
    starts: [home, report('independentVisit')],
    meets: report('independentVisit'),
    inForce: { from: literal('2015-04-01') },
    standing: 'statutory',
    law: 'Children’s Homes (England) Regulations 2015 reg 44: at least once each month',
  }),
  ofAService({
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

export const progressLimit: Timescale = ofAService({
  rule: 'improvementMet',
  version: 'local',
  title: 'Improvement judged met',
  limit: ({ answers: { byWhen } }) => (typeof byWhen === 'string' ? until(literal(byWhen)) : undefined),
  starts: [{ step: 'inspectionRecommendation' }],
  meets: {
    step: 'improvementProgress',
    on: ({ answers, happenedOn }, _history, start) =>
      answers['recommendation'] === start?.entry && answers['judged'] === 'met' ? happenedOn : undefined,
  },
  inForce: { from: literal('2000-01-01') },
  standing: 'local',
  law: 'Local standard: the day that the recommendation names',
});
