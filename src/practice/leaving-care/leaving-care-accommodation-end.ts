import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart, statementsOf } from '../checks.ts';

/** The young person lives there no longer, or it is provided by the authority no longer: a tenancy of their own, for example. A move to other such accommodation needs none. */
export const leavingCareAccommodationEnd = defineStep({
  name: 'leavingCareAccommodationEnd',
  title: 'Accommodation of a care leaver no longer provided',
  law: 'Children Act 1989 s23B(8) and s24B(5); Care Leavers Regulations 2010 reg 8(2)',
  fields: {
    endedOn: date('Date from which it is no longer provided by the authority', {
      required: 'Regulation 8(2): visits to accommodation that the authority provides are owed until then',
    }),
    accommodation: link('Which accommodation', 'entry', { hint: 'Leave empty for the last one' }),
    note: text('Where the young person lives now, and why', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.endedOn,
  offers: (_history, today) => ({ endedOn: { value: today } }),
  among: (history) => statementsOf('leavingCareAccommodation', history),
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: () => 'Accommodation no longer provided by the authority',
  decide: (history, { endedOn }, today) => {
    const day = { field: 'endedOn', what: 'The date from which it is no longer provided', on: endedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'leavingCareAccommodation', 'accommodation was first provided')];
  },
  dependsOn: ['leavingCareAccommodation'],
  examples: { 'a tenancy of their own': { endedOn: literal('2027-03-01'), note: 'Council tenancy in her own name from today.' } },
});
