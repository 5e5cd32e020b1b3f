import { ageAt, date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { dayIn, saying } from '../../kernel/step/limit-moments.ts';
import { lifeOf } from '../checks.ts';
import { isAdoption } from './adopted.ts';
import { months, workingDays, type Moment, type Timescale } from '../../kernel/step/timescale.ts';

const celebrated: Moment = { step: 'adoptionOrder', on: (order) => dayIn(order, 'ceremonyOn') };
const guidance2013 = {
  version: 'Statutory guidance on adoption 2013',
  limit: workingDays(10),
  starts: [celebrated],
  endedBy: [],
  inForce: { from: literal('2013-07-01') },
  announcedOn: literal('2013-07-01'),
  standing: 'guidance',
} as const satisfies Partial<Timescale>;

/** Adoption and Children Act 2002 s47(9): no order is made of somebody who is nineteen. A day that says so is wrong, and nothing is owed from it. */
function ofAChild({ happenedOn }: Statement, history: History): LocalDate | undefined {
  const { bornOn } = lifeOf(history);
  return bornOn === undefined || ageAt(bornOn, happenedOn) < 19 ? happenedOn : undefined;
}

/** From the order; where none is recorded, from the end of care that says so. */
const adopted: readonly Moment[] = [
  { step: 'adoptionOrder', on: ofAChild },
  {
    step: 'periodOfCareEnd',
    on: (end, history) => (isAdoption(end) && !history.some(({ step }) => step === 'adoptionOrder') ? ofAChild(end, history) : undefined),
  },
];

export const orderLimits: readonly Timescale[] = [
  {
    ...guidance2013,
    rule: 'lifeStoryBook',
    title: 'Life-story book given to the adopters',
    meets: saying('lifeStory', 'what', 'book', 'both'),
    law: 'Statutory guidance on adoption 2013, chapter 5: within ten working days of the celebration hearing',
  },
  {
    ...guidance2013,
    rule: 'laterLifeLetter',
    title: 'Letter for later life given to the adopters',
    meets: saying('lifeStory', 'what', 'letter', 'both'),
    law: 'Statutory guidance on adoption 2013, chapter 5: within ten working days of the celebration hearing',
  },
  {
    rule: 'recordSealed',
    version: 'local',
    title: 'Record sealed after the adoption order',
    limit: months(3),
    starts: adopted,
    meets: { step: 'recordSealed' },
    endedBy: [],
    untilAge: [100],
    inForce: { from: literal('2005-12-30') },
    announcedOn: literal('2005-12-30'),
    standing: 'local',
    law: 'Adoption and Children Act 2002 s57 and Adoption Agencies Regulations 2005 regs 39–41 keep what could identify the child; no law counts the days. Local: three months from the order, time for the life-story book and the letter',
  },
];
