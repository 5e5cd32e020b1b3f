import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { panelLimit } from './complaint-limits.ts';

/** Whoever is still not content is heard by a panel, most of which is independent. */
export const complaintPanel = defineStep({
  name: 'complaintPanel',
  title: 'Review panel',
  law: 'Children Act 1989 s26; SI 2006/1738; Getting the best from complaints (2006)',
  file: 'complaint',
  fields: {
    heldOn: date('Date of the panel', { required: 'The thirty working days end with it, and its findings are due from it' }),
    members: text('Who sat: three people, two of them independent of the authority', { longest: 300 }),
  },
  happenedOn: (answers) => answers.heldOn,
  timescales: [panelLimit],
  offers: (_history, today) => ({ heldOn: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: () => 'Review panel held',
  decide: (_history, { heldOn }, today) => notAhead({ field: 'heldOn', what: 'The date', on: heldOn }, today),
  examples: {
    held: { heldOn: literal('2026-08-20'), members: 'An independent chair, an independent member, a manager of another service' },
    'members not said': { heldOn: literal('2026-08-20') },
  },
});
