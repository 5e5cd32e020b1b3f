import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';
import { secureReviewLimits } from './secure-limits.ts';

/** A review of secure accommodation is another than the looked-after review: whether the child must still be kept there. */
export const secureAccommodationReview = defineStep({
  name: 'secureAccommodationReview',
  title: 'Review of secure accommodation',
  law: 'Children (Secure Accommodation) Regulations 1991 regs 15 and 16',
  fields: {
    heldOn: date('Date of the review', { required: 'Regulation 15: the limit for the next one runs from it' }),
    independentMember: yesNo('One of the three was neither a member nor an officer of the authority'),
    criteriaMet: yesNo('The criteria for keeping the child there are still met', { neverPrefilled: true }),
    stillNecessary: yesNo('It is still necessary, and no other place would do', { neverPrefilled: true }),
    childsView: text('What the child said', { lines: 3, neverPrefilled: true }),
    recommendation: text('What the reviewers recommend', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.heldOn,
  offers: (_history, today) => ({ heldOn: { value: today } }),
  timescales: secureReviewLimits,
  may: { record: ['reviewingOfficer', 'teamManager', 'headOfService'], read: practitioners },
  summary: ({ criteriaMet }) =>
    `Review of secure accommodation${criteriaMet === undefined ? '' : `: criteria ${criteriaMet ? 'still met' : 'no longer met'}`}`,
  decide: (history, { heldOn }, today) => {
    const day = { field: 'heldOn', what: 'The date of the review', on: heldOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'placement', 'the first placement')];
  },
  dependsOn: ['placement'],
  examples: {
    'still needed': { heldOn: literal('2026-04-01'), independentMember: true, criteriaMet: true, stillNecessary: true },
  },
});
