import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeBirth } from '../checks.ts';
import { isAdoption } from './adopted.ts';
import { orderLimits } from './order-limits.ts';

/**
 * The court made an adoption order: the child is the adopters’ from that day on, in law and on record. Recorded before the record is sealed; the end of
 * the period of care (E11, E12) is recorded with it. Nothing here says which the new record is.
 */
export const adoptionOrder = defineStep({
  name: 'adoptionOrder',
  title: 'Adoption order',
  law: 'Adoption and Children Act 2002 ss46, 67; Adoption Agencies Regulations 2005 regs 35, 39–44',
  fields: {
    orderedOn: date('Date of the order', { required: 'From it the record is kept for 100 years, and may be sealed' }),
    court: text('Court, and the number of the case', { longest: 200 }),
    ceremonyOn: date('Date of the celebration hearing', { hint: 'The life-story book and the letter for later life are owed from it' }),
    birthFamilySeen: text('What was agreed or ordered about seeing or hearing from the birth family', { lines: 3, neverPrefilled: true }),
    birthFamilyTold: yesNo('Are the birth parents told, and offered a worker of their own?', { neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.orderedOn,
  timescales: orderLimits,
  offers: (history, today) => {
    const end = history.findLast(isAdoption);
    return { orderedOn: end === undefined ? { value: today } : { value: end.happenedOn, from: end } };
  },
  may: { record: ['socialWorker', 'teamManager', 'headOfService'], read: practitioners },
  summary: ({ court }) => `Adoption order made${court === undefined ? '' : `, ${court}`}`,
  decide: (history, { orderedOn }, today) => {
    const day = { field: 'orderedOn', what: 'The date of the order', on: orderedOn };
    return [...notAhead(day, today), ...notBeforeBirth(day, history)];
  },
  examples: {
    made: {
      orderedOn: literal('2026-09-14'),
      court: 'Family Court at Norchester, NR26A00001',
      ceremonyOn: literal('2026-09-28'),
      birthFamilySeen: 'A letter each way each March, through the agency.',
      birthFamilyTold: true,
    },
    'date alone': { orderedOn: literal('2026-09-14') },
  },
});
