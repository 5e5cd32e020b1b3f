import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { findingsLimit } from './complaint-limits.ts';

/** What the panel found, within five working days; the authority answers within fifteen more. */
export const complaintFindings = defineStep({
  name: 'complaintFindings',
  title: 'Findings of the review panel',
  law: 'Children Act 1989 s26; SI 2006/1738; Getting the best from complaints (2006)',
  file: 'complaint',
  fields: {
    sentOn: date('Date they were sent', { required: 'The five working days end with it, and the fifteen for the answer run from it' }),
    findings: text('What it found and recommends', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.sentOn,
  timescales: [findingsLimit],
  offers: (_history, today) => ({ sentOn: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ findings }) => `Findings of the panel${findings === undefined ? '' : `: ${findings}`}`,
  decide: (_history, { sentOn }, today) => notAhead({ field: 'sentOn', what: 'The date', on: sentOn }, today),
  examples: {
    upheld: { sentOn: literal('2026-08-26'), findings: 'Upheld: the apology was of words alone.' },
    'in a letter': { sentOn: literal('2026-08-26') },
  },
});
