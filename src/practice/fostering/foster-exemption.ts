import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { count, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

/** More than three children, who are not all brothers and sisters: named by the authority where the carers live, until a day. */
export const fosterExemption = defineStep({
  name: 'fosterExemption',
  title: 'Exemption from the usual fostering limit',
  law: 'Children Act 1989 Sch 7 paras 2–6',
  file: 'fosterCarer',
  fields: {
    from: date('From', { required: 'Until it ends more than three may live there' }),
    until: date('Until', { required: 'An exemption is for a time' }),
    places: count('For how many children in all', { required: 'No more than these may live there' }),
    conditions: text('For whom, why, and on what conditions', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.from,
  offers: (_history, today) => ({ from: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ places }) => `Exempt from the usual limit: ${places} children`,
  decide: (_history, { from, until }, today) => [
    ...notAhead({ field: 'from', what: 'The first day', on: from }, today),
    ...(until < from ? [{ field: 'until', message: 'The last day must be on or after the first' }] : []),
  ],
  examples: {
    'brothers and sisters': {
      from: literal('2026-03-02'),
      until: literal('2026-06-30'),
      places: 4,
      conditions: 'Three sisters and the boy who lives there.',
    },
  },
});
