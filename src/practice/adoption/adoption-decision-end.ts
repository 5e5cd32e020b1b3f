import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { reasonsAdoptionCeasedToBePlan } from '../../vocabulary/ssda903.ts';
import { notAhead, notBeforeStart, statementsOf } from '../checks.ts';

export const adoptionDecisionEnd = defineStep({
  name: 'adoptionDecisionEnd',
  title: 'Decision that the child should no longer be placed for adoption',
  law: 'Adoption and Children Act 2002 s18; Adoption Agencies Regulations 2005 reg 36',
  fields: {
    endedOn: date('Date of the decision', {
      required: 'Children looked after return: the date on which adoption ceased to be the plan',
      returns: { ssda903: 'placed_adoption.DATE_PLACED_CEASED' },
    }),
    reason: code('Why', reasonsAdoptionCeasedToBePlan, { returns: { ssda903: 'placed_adoption.REASON_PLACED_CEASED' } }),
    decision: link('Which decision it ends', 'entry', { hint: 'Leave empty for the last one' }),
    note: text('What is planned instead', { lines: 3 }),
  },
  happenedOn: (answers) => answers.endedOn,
  offers: (_history, today) => ({ endedOn: { value: today } }),
  among: (history) => statementsOf('adoptionDecision', history),
  may: { record: ['teamManager', 'headOfService'], read: practitioners },
  summary: ({ reason }) =>
    `No longer to be placed for adoption${reason === undefined ? '' : `: ${reasonsAdoptionCeasedToBePlan[reason].toLowerCase()}`}`,
  decide: (history, { endedOn }, today) => {
    const day = { field: 'endedOn', what: 'The date of the decision', on: endedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'adoptionDecision', 'the decision that the child should be placed')];
  },
  dependsOn: ['adoptionDecision'],
  carriedBy: { ssda903: 'placed_adoption' },
  examples: { 'no adopters': { endedOn: literal('2027-02-16'), reason: 'RD3', note: 'Long-term fostering with the present carers.' } },
});
