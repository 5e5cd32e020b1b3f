import { date as literal } from '../../kernel/calendar/dates.ts';
import { codes } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

export const reasonsToGo = {
  caseload: 'Too many children, or too hard a mix',
  recording: 'Time spent on recording',
  supervision: 'Supervision, or the manager',
  safety: 'Safety at work',
  wellbeing: 'What the work does to them',
  hours: 'Hours, or no flexible work',
  pay: 'Pay',
  career: 'Another post, study or promotion',
  home: 'Home, family or a move',
  retirement: 'Retirement',
} as const;

/** What somebody who leaves says about why: to a head of service and not to their manager, of whom it may be. Leaders read how many named each reason. */
export const exitInterview = defineStep({
  name: 'exitInterview',
  title: 'Exit interview',
  law: 'Standards for employers of social workers in England (LGA 2020), standards 2 and 4: why people leave is asked and acted on',
  file: 'staff',
  fields: {
    on: date('Date', { required: 'Counted by the year in which people left' }),
    reasons: codes('Why they leave, as many as they name', reasonsToGo, { neverPrefilled: true }),
    wouldReturn: yesNo('Would they come back?', { neverPrefilled: true }),
    said: text('In their own words', {
      lines: 6,
      neverPrefilled: true,
      hint: 'What would have kept you? What should whoever comes after you be spared? Read by heads of service alone',
    }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  may: { record: ['headOfService'], read: ['headOfService'] },
  summary: () => 'Exit interview',
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'two reasons': {
      on: literal('2026-06-29'),
      reasons: ['caseload', 'supervision'],
      wouldReturn: true,
      said: 'Twenty-six children, and six weeks without anybody to think with.',
    },
    'nothing more to say': { on: literal('2026-06-29'), reasons: ['retirement'] },
  },
});
