import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { reasonsForClosure } from '../../vocabulary/cin.ts';
import { notAhead, notBeforeStart } from '../checks.ts';

export const closure = defineStep({
  name: 'closure',
  title: 'Case closure',
  law: 'Children Act 1989 s17; Children in need census, module 3',
  fields: {
    closedOn: date('Date the case closed', {
      required: 'Children in need census, and the end of every limit that still runs',
      returns: { cin: 'CINclosureDate' },
    }),
    reason: code('Reason for closure', reasonsForClosure, { returns: { cin: 'ReasonForClosure' } }),
    why: text('Why it closes now, and what is still worrying', {
      lines: 3,
      hint: 'What the child and the parents say to it too',
      neverPrefilled: true,
    }),
    whoNext: text('Whom the family and the agencies ring from now on', { longest: 200 }),
  },
  happenedOn: (answers) => answers.closedOn,
  offers: (_history, today) => ({ closedOn: { value: today } }),
  togetherWith: 'siblings',
  may: { record: ['teamManager'], read: practitioners },
  summary: ({ reason }) => `Case closed${reason === undefined ? '' : `: ${reasonsForClosure[reason]}`}`,
  decide: (history, { closedOn }, today) => {
    const day = { field: 'closedOn', what: 'The date the case closed', on: closedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'referral', 'the first referral')];
  },
  dependsOn: ['referral'],
  carriedBy: { cin: 'CINdetails' },
  examples: {
    'no longer in need': {
      closedOn: literal('2026-09-30'),
      reason: 'RC7',
      why: 'Three months without a worry, and the family’s own plan holds. She says that it is good at home; school agrees.',
      whoNext: 'The school’s family worker',
    },
    'as a census says it': { closedOn: literal('2026-09-30'), reason: 'RC7' },
  },
});
