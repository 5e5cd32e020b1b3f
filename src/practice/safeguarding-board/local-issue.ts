import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { localIssueAnswered } from './body-limits.ts';
import { mayOfBodies } from './readers.ts';

/** What a panel or a sub-group sees and cannot mend alone, raised to the body to which it answers. */
export const localIssue = defineStep({
  name: 'localIssue',
  title: 'Issue raised to the body above',
  law: 'Working Together 2023, chapter 2: what is seen locally is heard by those who lead',
  file: 'body',
  fields: {
    on: date('Date', { required: 'The answer is due from it' }),
    issue: text('What is seen', { lines: 3, required: 'What is not said cannot be answered' }),
    evidence: text('How it is known', { lines: 2 }),
    asked: text('What is asked for', { lines: 2 }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  timescales: [localIssueAnswered],
  may: mayOfBodies,
  summary: ({ issue }) => issue,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'of the north': {
      on: literal('2026-02-10'),
      issue: 'Children who moved here in temporary housing have no school place for weeks.',
      evidence: 'Fourteen children since September, counted by the schools',
      asked: 'One officer who places them within a week',
    },
  },
});
