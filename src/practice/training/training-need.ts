import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { boardPeople, practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { topics } from './topics.ts';

const may = [...practitionersAndLeads, ...boardPeople];

/** What somebody, or a service, needs to learn: recorded in the file in which it was seen, be it a staff file, an audit, a review or a body, so that where it came from is where it stands. */
export const trainingNeed = defineStep({
  name: 'trainingNeed',
  title: 'Training need',
  law: 'Working Together 2023, chapter 2: partners provide multi-agency training on what local need shows; Children Act 2004 s11',
  file: 'anyFile',
  fields: {
    on: date('Date', { required: 'A course answers needs from before it' }),
    topic: code('Topic', topics, { required: 'By it a course is found for the need' }),
    need: text('What people need to be able to do', {
      lines: 2,
      hint: 'No name, of a child or of staff. Of a staff file the topic alone is counted, and nothing is told',
      neverPrefilled: true,
    }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  recordsAtOnce: true,
  may: { record: may, read: may },
  summary: ({ topic, need }) => `Training need: ${topics[topic].toLowerCase()}${need === undefined ? '' : `. ${need}`}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'from an audit': {
      on: literal('2026-05-20'),
      topic: 'uncertainty',
      need: 'To write down the other explanation, and what would make it the likelier one.',
    },
    'from supervision': { on: literal('2026-04-14'), topic: 'fathers' },
  },
});
