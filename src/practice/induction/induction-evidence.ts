import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { mayOfBoth } from './readers.ts';

/** The knowledge and skills of a child and family practitioner, by which the year is judged. */
export const capabilities = {
  relationships: 'Relationships and effective direct work',
  communication: 'Communication',
  development: 'Child development',
  adultNeeds: 'Adult mental ill-health, substances, domestic abuse, ill-health and disability',
  abuse: 'Abuse and neglect of children',
  assessment: 'Child and family assessment',
  analysis: 'Analysis, decision-making, planning and review',
  law: 'The law and the family and youth justice systems',
  supervision: 'The role of supervision',
  organisation: 'Organisational context',
} as const;

/** What they can do, shown by a piece of work: mostly by themself, as it happens, so that nobody writes a portfolio in the twelfth month. */
export const inductionEvidence = defineStep({
  name: 'inductionEvidence',
  title: 'Evidence of what I can do',
  law: 'Knowledge and skills statement for child and family practitioners (2015); Social Work England professional standard 4',
  file: 'induction',
  fields: {
    on: date('Date', { required: 'A chronology is by the day on which something happened' }),
    towards: code('Of what', capabilities, { required: 'What nothing is there for yet is shown' }),
    what: text('Which piece of work, and what it shows', { lines: 4, hint: 'No child’s name', neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  recordsAtOnce: true,
  may: mayOfBoth,
  summary: ({ towards }) => `Evidence: ${capabilities[towards].toLowerCase()}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'an assessment': {
      on: literal('2026-03-10'),
      towards: 'analysis',
      what: 'The assessment of February: three explanations, and what would make me change my mind.',
    },
  },
});
