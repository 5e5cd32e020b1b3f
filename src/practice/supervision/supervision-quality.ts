import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { rows } from '../../kernel/field/rows.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { allOf, defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { staffSupervision } from './staff-supervision.ts';

const standards = {
  child: 'Each child is there: what life is like for them, and what is not known',
  challenge: 'Another explanation was asked for, and somebody disagreed where there was cause',
  decision: 'What was decided has its reason, and each action an owner and a day',
  followed: 'What was agreed last time was looked at again',
  worker: 'The member of staff was heard: workload, safety, what the work does to them',
} as const;
const found = { yes: 'Yes', partly: 'In part', no: 'No' } as const;
export const changes = {
  changed: 'Yes: something was done for a child because of it',
  partly: 'In part',
  unchanged: 'No: nothing followed that can be seen',
  nothingToChange: 'Nothing was to be changed',
} as const;

/** A supervision that was drawn is read by somebody who did not hold it. It stays in the staff file: it helps two people, and is in no league. */
export const supervisionQuality = defineStep({
  name: 'supervisionQuality',
  title: 'Quality of a supervision, sampled',
  law: 'Standards for employers of social workers in England (LGA 2020), standard 5: the quality of supervision is monitored',
  file: 'staff',
  fields: {
    on: date('Date', { required: 'A chronology is by the day on which something happened' }),
    supervision: link('Which supervision', 'entry', { required: 'What is judged is one supervision, not a supervisor' }),
    standards: rows(
      'Standard by standard',
      {
        standard: code('Standard', standards),
        found: code('Found', found, { neverPrefilled: true }),
        why: text('From what', { lines: 2, neverPrefilled: true }),
      },
      { line: 'Standard', shown: Object.keys(standards).length },
    ),
    changed: code('Did it change the record?', changes, {
      required: 'Supervision that changes nothing for a child is a talk',
      neverPrefilled: true,
    }),
    note: text('What would make the next one better', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  may: { record: ['headOfService'], read: practitionersAndLeads },
  summary: ({ changed }) => `Supervision sampled. Did it change the record? ${changes[changed]}`,
  decide: (history, { on, supervision }, today) => [
    ...notAhead({ field: 'on', what: 'The date', on }, today),
    ...(history.length > 0 && !allOf(staffSupervision, history).some(({ entry, answers }) => entry === supervision && answers.held)
      ? [{ field: 'supervision', message: 'Choose a supervision that took place, of this file' }]
      : []),
  ],
  dependsOn: ['staffSupervision'],
  examples: {
    'it changed something': {
      on: literal('2026-05-20'),
      supervision: '55555555-5555-4555-8555-555555555555',
      standards: [
        { standard: 'child', found: 'yes', why: 'Two children; of one it is said that nobody knows where he sleeps' },
        { standard: 'challenge', found: 'no', why: 'Nothing else was considered' },
      ],
      changed: 'changed',
      note: 'Ask for the other explanation before the decision.',
    },
  },
});
