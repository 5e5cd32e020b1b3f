import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { count, link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { agreedActions } from '../actions/planned-actions.ts';
import { notAhead, statementsOf } from '../checks.ts';

/** What a report asks for: whose it is, by what evidence it is judged, and for how long it must hold before it is closed. */
export const inspectionRecommendation = defineStep({
  name: 'inspectionRecommendation',
  title: 'Recommendation and improvement plan',
  law: 'Education and Inspections Act 2006 ss135–142; Children Act 2004 ss20–22',
  file: 'inspection',
  fields: {
    on: date('Date', { required: 'Says how long it has been open' }),
    from: link('From which report', 'entry'),
    recommendation: text('What must improve', { lines: 3, required: 'It is judged by these words', neverPrefilled: true }),
    owner: link('Who owns it', 'member', { required: 'The owner never judges its progress' }),
    evidence: text('By what evidence it is judged', { lines: 3, neverPrefilled: true }),
    byWhen: date('To be met by'),
    sustainedFor: count('Sustained for how many months before it is closed', { hint: 'Six unless something else was agreed' }),
    agreedActions,
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  among: (history) => statementsOf('inspectionReport', history),
  may: { record: practitioners, read: practitioners },
  summary: ({ recommendation }) => `To improve: ${recommendation}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'with an exit': {
      on: literal('2026-03-02'),
      recommendation: 'Supervision leads to changes for children.',
      owner: '11111111-1111-4111-8111-111111111111',
      evidence: 'Of 20 supervisions a quarter, how many actions were done by the next.',
      byWhen: literal('2026-09-30'),
      sustainedFor: 6,
    },
    'with an owner': {
      on: literal('2026-03-02'),
      recommendation: 'Return interviews are offered in time.',
      owner: '11111111-1111-4111-8111-111111111111',
    },
  },
});
