import { date as literal } from '../../kernel/calendar/dates.ts';
import { saying } from '../../kernel/step/limit-moments.ts';
import { calendarDays, workingDays, type Timescale } from '../../kernel/step/timescale.ts';
import { endsOfCare, localStandard } from './care-moments.ts';

export const ageAssessmentLimits: readonly Timescale[] = [
  {
    ...localStandard,
    rule: 'ageAssessment',
    title: 'Age assessment concluded',
    limit: calendarDays(28),
    starts: [saying('ageAssessment', 'moment', 'begun')],
    meets: saying('ageAssessment', 'moment', 'child', 'adult', 'withdrawn'),
    endedBy: [],
    law: 'Case law on lawful age assessments; ADCS guidance 2015. No law counts the days: local, 28',
  },
];

export const transferSchemeLimits: readonly Timescale[] = [
  {
    rule: 'nationalTransfer',
    version: 'National Transfer Scheme protocol 2022',
    title: 'Transfer under the National Transfer Scheme',
    limit: workingDays(10),
    starts: [saying('nationalTransfer', 'moment', 'referred')],
    meets: saying('nationalTransfer', 'moment', 'transferred', 'stays'),
    endedBy: endsOfCare,
    inForce: { from: literal('2022-08-24') },
    announcedOn: literal('2022-08-24'),
    standing: 'guidance',
    law: 'Immigration Act 2016 ss69–73; National Transfer Scheme protocol: within ten working days of the referral',
  },
];

export const nationalReferralLimits: readonly Timescale[] = [
  {
    ...localStandard,
    rule: 'nationalReferral',
    title: 'Referral to the National Referral Mechanism',
    limit: workingDays(5),
    starts: [saying('extraFamilialHarm', 'kinds', 'trafficking')],
    meets: saying('nationalReferral', 'moment', 'referred'),
    endedBy: [],
    law: 'Modern Slavery Act 2015 s52 and its statutory guidance: a first responder refers a child who may be a victim; no consent is asked. Local: five working days',
  },
  {
    rule: 'reasonableGrounds',
    version: 'Modern slavery statutory guidance',
    title: 'Reasonable grounds decision of the competent authority',
    limit: workingDays(5),
    starts: [saying('nationalReferral', 'moment', 'referred')],
    meets: saying('nationalReferral', 'moment', 'groundsFound', 'groundsNotFound'),
    endedBy: [],
    inForce: { from: literal('2020-03-24') },
    announcedOn: literal('2020-03-24'),
    standing: 'guidance',
    law: 'Modern Slavery Act 2015 s49, statutory guidance: within five working days of the referral where possible. It is asked after here: the decision is not ours',
  },
];
