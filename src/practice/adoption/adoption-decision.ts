import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeBirth } from '../checks.ts';
import { adoptionLimits } from './adoption-limits.ts';

/** The agency’s decision-maker decides that the child should be placed for adoption. */
export const adoptionDecision = defineStep({
  name: 'adoptionDecision',
  title: 'Decision that the child should be placed for adoption',
  law: 'Adoption and Children Act 2002 s18; Adoption Agencies Regulations 2005 reg 19',
  fields: {
    decidedOn: date('Date of the decision', {
      required: 'Children looked after return: the date of the decision',
      returns: { ssda903: 'placed_adoption.DATE_PLACED' },
    }),
    reasons: text('Reasons', { lines: 6, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.decidedOn,
  offers: (_history, today) => ({ decidedOn: { value: today } }),
  timescales: adoptionLimits,
  may: { record: ['teamManager', 'headOfService'], read: practitioners },
  summary: () => 'Decided that the child should be placed for adoption',
  decide: (history, { decidedOn }, today) => {
    const day = { field: 'decidedOn', what: 'The date of the decision', on: decidedOn };
    return [...notAhead(day, today), ...notBeforeBirth(day, history)];
  },
  carriedBy: { ssda903: 'placed_adoption' },
  examples: { decided: { decidedOn: literal('2026-02-16'), reasons: 'No safe carer within the family; the child is two.' } },
});
