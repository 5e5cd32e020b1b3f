import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';
import { openIssues } from './agenda.ts';
import { mayOfBodies } from './readers.ts';

/** What those who lead answered the panel: stated in the panel's own file, where whoever raised it reads it. */
export const localIssueAnswer = defineStep({
  name: 'localIssueAnswer',
  title: 'Answer to an issue that was raised',
  law: 'Working Together 2023, chapter 2: what is seen locally is heard by those who lead',
  file: 'body',
  fields: {
    on: date('Date', { required: 'It shows whether the panel was answered in time' }),
    issue: link('Which issue', 'entry', { required: 'An answer is to one issue' }),
    by: text('By whom', { longest: 200 }),
    answer: text('What was answered', { lines: 3, required: 'Silence is no answer', neverPrefilled: true }),
    changed: text('What changed', { lines: 2, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  among: openIssues,
  may: mayOfBodies,
  summary: ({ by, answer }) => `${by ?? 'Answered'}: ${answer}`,
  decide: (history, { on }, today) => {
    const day = { field: 'on', what: 'The date', on };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'localIssue', 'the issue was raised')];
  },
  dependsOn: ['localIssue'],
  examples: {
    'by the partners': {
      on: literal('2026-03-02'),
      issue: '55555555-5555-4555-8555-555555555555',
      by: 'The safeguarding partners',
      answer: 'The admissions officer is told of each child on the day of the move.',
    },
  },
});
