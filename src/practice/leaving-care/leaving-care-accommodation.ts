import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { accommodations } from '../../vocabulary/ssda903.ts';
import { notAhead } from '../checks.ts';
import { adviserVisitLimits } from './leaving-care-limits.ts';

/** Accommodation that the authority provides to a relevant or former relevant child under section 23B or 24B: visits and a review follow when it is first provided. */
export const leavingCareAccommodation = defineStep({
  name: 'leavingCareAccommodation',
  title: 'Accommodation provided to a care leaver',
  law: 'Children Act 1989 s23B(8) and s24B(5); Care Leavers Regulations 2010 regs 7(2), 8 and 9',
  fields: {
    providedOn: date('Date it was first provided', { required: 'Regulation 8: visited within seven days, the plan reviewed within 28' }),
    kind: code('Where the young person lives', accommodations),
    suitable: yesNo('It is suitable for the young person', { neverPrefilled: true }),
    note: text('Why it is or is not suitable', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.providedOn,
  offers: (_history, today) => ({ providedOn: { value: today } }),
  timescales: adviserVisitLimits,
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: ({ kind }) => `Accommodation provided${kind === undefined ? '' : `: ${accommodations[kind].toLowerCase()}`}`,
  decide: (_history, { providedOn }, today) =>
    notAhead({ field: 'providedOn', what: 'The date it was first provided', on: providedOn }, today),
  examples: { 'supported lodgings': { providedOn: literal('2026-07-01'), kind: 'E1', suitable: true } },
});
