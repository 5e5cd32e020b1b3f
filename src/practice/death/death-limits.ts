import { birthday, date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { hours, workingDays, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { lifeOf } from '../checks.ts';
import { leftCareOn } from '../leaving-care/leaving-care.ts';
import { dayIn, neverEnded, saying } from '../../kernel/step/limit-moments.ts';
import { lookedAfterOn } from '../looked-after/care.ts';

const timeIn =
  (name: string) =>
  ({ answers }: Statement): string | undefined => {
    const value = answers[name];
    return typeof value === 'string' ? value : undefined;
  };

const learnt = (death: Statement): LocalDate => dayIn(death, 'learntOn') ?? death.happenedOn;

/** The review of child deaths is of children: a care leaver of eighteen or more is no part of it. */
function ofAChild(history: History, { happenedOn }: Statement): boolean {
  const { bornOn } = lifeOf(history);
  return bornOn === undefined || happenedOn < birthday(bornOn, 18);
}

const childHasDied: Moment = {
  step: 'childDeath',
  on: (death, history) => (ofAChild(history, death) ? death.happenedOn : undefined),
  at: timeIn('diedAt'),
};

const unexpected = (death: Statement, history: History): LocalDate | undefined =>
  death.answers['expected'] !== 'expected' && ofAChild(history, death) ? learnt(death) : undefined;

const abuseInIt = (death: Statement, history: History): LocalDate | undefined =>
  ['known', 'suspected'].includes(String(death.answers['abuse'])) && ofAChild(history, death) ? learnt(death) : undefined;

/** Looked after on the day, or a care leaver up to and including the age of 24. */
function inOurCare(death: Statement, history: History): LocalDate | undefined {
  const day = death.happenedOn;
  const { bornOn } = lifeOf(history);
  const left = leftCareOn(history);
  const isCareLeaver = left !== undefined && left <= day && (bornOn === undefined || day < birthday(bornOn, 25));
  return lookedAfterOn(history, day) || isCareLeaver ? learnt(death) : undefined;
}

const told = (whom: string): Moment => ({ ...saying('deathNotification', 'whom', whom), at: timeIn('notifiedAt') });

/** What a death begins. It ends every other limit, and none of these. */
export const deathLimits: readonly Timescale[] = [
  neverEnded({
    rule: 'jointAgencyResponse',
    version: 'Child Death Review guidance 2018',
    title: 'Joint agency response planned',
    limit: workingDays(1),
    starts: [{ step: 'childDeath', on: unexpected }],
    meets: told('jointResponse'),
    inForce: { from: literal('2018-10-29') },
    standing: 'local',
    law: 'Child Death Review statutory and operational guidance 2018: a joint agency response to an unexpected death, at once; one working day is a local standard',
  }),
  neverEnded({
    rule: 'childDeathNotification',
    version: 'Child Death Review guidance 2018',
    title: 'Child death review partners and NCMD told',
    limit: hours(48),
    starts: [childHasDied],
    meets: told('ncmd'),
    inForce: { from: literal('2019-04-01') },
    standing: 'guidance',
    law: 'Child Death Review statutory and operational guidance 2018: the review partners are told, and through them the National Child Mortality Database, which asks for it within 48 hours of the death',
  }),
  neverEnded({
    rule: 'seriousIncidentNotification',
    version: 'Children Act 2004 s16C',
    title: 'Serious incident notified to the Panel',
    limit: workingDays(5),
    starts: [{ step: 'childDeath', on: abuseInIt }],
    meets: told('panel'),
    inForce: { from: literal('2018-06-29') },
    standing: 'guidance',
    law: 'Children Act 2004 s16C(1); Working Together: within five working days of becoming aware',
  }),
  neverEnded({
    rule: 'deathInCareNotification',
    version: 'Children Act 1989 Sch 2 para 20',
    title: 'Secretary of State and Ofsted told',
    limit: workingDays(5),
    starts: [{ step: 'childDeath', on: inOurCare }],
    meets: told('secretaryOfState'),
    inForce: { from: literal('2018-06-29') },
    standing: 'local',
    law: 'Children Act 1989 Sch 2 para 20(1); Working Together: the death of a looked-after child, and of a care leaver up to and including 24, whether or not abuse is suspected; five working days is a local standard',
  }),
];
