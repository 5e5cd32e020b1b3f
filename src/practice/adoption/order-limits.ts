import { date as literal } from '../../kernel/calendar/dates.ts';
import { dayIn, saying } from '../../kernel/step/limit-moments.ts';
import { workingDays, type Moment, type Timescale } from '../../kernel/step/timescale.ts';

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
];
