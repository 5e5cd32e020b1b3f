import { date as literal } from '../../kernel/calendar/dates.ts';
import { dayIn, neverEnded, saying } from '../../kernel/step/limit-moments.ts';
import { months, weeks, workingDays, type Moment, type Timescale } from '../../kernel/step/timescale.ts';

const told: Moment = { step: 'allegation', itself: true, on: (one) => dayIn(one, 'toldOn') };
const meetingWanted = saying('allegationConsideration', 'response', 'meeting');
const thresholdMet: readonly Moment[] = [meetingWanted, saying('allegationConsideration', 'response', 'employer')];
const outcome: Moment = { step: 'allegationOutcome' };
const considered = { version: 'local', standing: 'local', inForce: { from: literal('2000-01-01') } } as const;

export const allegationLimits: readonly Timescale[] = [
  neverEnded({
    rule: 'allegationReferred',
    version: 'Working Together 2010',
    title: 'Designated officer told of an allegation',
    limit: workingDays(1),
    starts: [{ step: 'allegation', on: (one) => dayIn(one, 'learntOn') }],
    meets: told,
    inForce: { from: literal('2006-04-01') },
    standing: 'guidance',
    law: 'Working Together; Keeping children safe in education, part four: within one working day of its coming to the employer’s attention',
  }),
  neverEnded({
    ...considered,
    rule: 'allegationConsidered',
    title: 'Allegation considered by the designated officer',
    limit: workingDays(1),
    starts: [{ step: 'allegation', on: (one) => dayIn(one, 'toldOn') }],
    meets: { step: 'allegationConsideration' },
    law: 'Local standard: by the end of the next working day',
  }),
];

export const consideredLimits: readonly Timescale[] = [
  neverEnded({
    ...considered,
    rule: 'allegationMeeting',
    title: 'First meeting about an allegation',
    limit: workingDays(5),
    starts: [meetingWanted],
    meets: { step: 'allegationMeeting' },
    law: 'Local standard: five working days from the consideration',
  }),
  {
    ...considered,
    rule: 'allegationReviewed',
    title: 'Review of where an allegation stands',
    limit: weeks(4),
    starts: [...thresholdMet, { step: 'allegationMeeting' }],
    meets: { step: 'allegationMeeting' },
    endedBy: [{ ...outcome, because: 'the allegation has its outcome' }],
    afterDeath: true,
    announcedOn: literal('2000-01-01'),
    law: 'Local standard, as Working Together 2010 appendix 5 had it: at least every four weeks',
  },
  neverEnded({
    ...considered,
    rule: 'allegationConcluded',
    title: 'Outcome of an allegation',
    limit: months(3),
    starts: thresholdMet,
    meets: outcome,
    law: 'Local standard, as Working Together 2010 appendix 5 had it: nine of ten within three months, all but the most exceptional within twelve',
  }),
];

export const outcomeLimits: readonly Timescale[] = [
  neverEnded({
    ...considered,
    rule: 'barringReferral',
    title: 'Referral to the Disclosure and Barring Service',
    limit: months(1),
    starts: [saying('allegationOutcome', 'barring', 'duty')],
    meets: saying('barringReferral', 'to', 'dbs'),
    law: 'Safeguarding Vulnerable Groups Act 2006 s35: as soon as may be; local standard one month',
  }),
  neverEnded({
    ...considered,
    rule: 'allegationLearnt',
    title: 'Review of what an allegation teaches',
    limit: months(1),
    starts: [saying('allegationOutcome', 'outcome', 'substantiated')],
    meets: { step: 'allegationReview' },
    law: 'Keeping children safe in education, part four: at the end of a substantiated case; local standard one month',
  }),
];
