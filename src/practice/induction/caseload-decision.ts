import { date as literal, formatDate } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { decimal, text } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { mayOfManagers } from './readers.ts';

/**
 * More than was promised: a manager says in their own name why, what is done about it and until when it may last. No child waits for it: the allocation stands, and
 * this is asked after it. It covers as much as was carried when it was made; one more child, or the day that was named, asks for another.
 */
export const caseloadDecision = defineStep({
  name: 'caseloadDecision',
  title: 'Decision: more than the protected caseload',
  law: 'Standards for employers of social workers in England (LGA 2020), standard 3: safe workloads; local standard: about 90 % of the usual for the newly qualified',
  file: 'induction',
  fields: {
    decidedOn: date('Date', { required: 'It covers what is carried from then on' }),
    carried: decimal('What they carry now, weighed', { hint: 'As the page of the induction says' }),
    why: text('Why it has to be so', { lines: 2, required: 'A protection that gives way without a reason is none', neverPrefilled: true }),
    relief: text('What is taken from them, or who helps', { lines: 2, neverPrefilled: true }),
    mendedBy: date('Back within the protected caseload by', { required: 'It shows until then, and is asked again after it' }),
  },
  happenedOn: (answers) => answers.decidedOn,
  offers: (_history, today) => ({ decidedOn: { value: today } }),
  may: mayOfManagers,
  summary: ({ mendedBy, why }) => `More than the protected caseload, until ${formatDate(mendedBy)}: ${why}`,
  decide: (_history, { decidedOn, mendedBy }, today) => [
    ...notAhead({ field: 'decidedOn', what: 'The date', on: decidedOn }, today),
    ...(mendedBy < decidedOn ? [{ field: 'mendedBy', message: 'The day by which it is mended is before the decision' }] : []),
  ],
  examples: {
    'a family of three': {
      decidedOn: literal('2026-05-11'),
      carried: 17.4,
      why: 'Her colleague is off sick, and she knows the three children from the duty desk.',
      relief: 'Two children whose plans end in June go to the manager until then; the senior worker goes along.',
      mendedBy: literal('2026-06-12'),
    },
  },
});
