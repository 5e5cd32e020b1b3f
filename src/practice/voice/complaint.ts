import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

const complainants = {
  child: 'A child or young person',
  careLeaver: 'A care leaver',
  parent: 'A parent',
  carer: 'A foster carer or other carer',
  relative: 'A relative, or somebody else who is concerned',
} as const;

const matters = {
  decision: 'A decision, or that there is none',
  worker: 'Their worker, or a change of worker',
  placement: 'Where they live',
  contact: 'Seeing their family',
  notTold: 'Not being told, or not being asked',
  delay: 'Delay',
  record: 'What is in their record',
  other: 'Something else',
} as const;

/** With it the file of a complaint begins: apart from the child’s record, in the words of whoever complains. */
export const complaint = defineStep({
  name: 'complaint',
  title: 'Complaint',
  law: 'Children Act 1989 s26; SI 2006/1738; Getting the best from complaints (2006)',
  file: 'complaint',
  fields: {
    receivedOn: date('Date it was received', { required: 'The ten working days of stage 1 run from it' }),
    from: code('Who complains', complainants, { required: 'A child has a right to an advocate', neverPrefilled: true }),
    child: link('Child', 'person'),
    words: text('What they say, in their own words', { lines: 6, required: 'It is answered as it was said', neverPrefilled: true }),
    wants: text('What they want to happen', { lines: 3, neverPrefilled: true }),
    about: code('What it is about', matters, { neverPrefilled: true }),
    advocateOffered: date('Advocate offered on'),
  },
  happenedOn: (answers) => answers.receivedOn,
  offers: (_history, today) => ({ receivedOn: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ from, about }) =>
    `Complaint by ${complainants[from].toLowerCase()}${about === undefined ? '' : `: ${matters[about].toLowerCase()}`}`,
  decide: (_history, { receivedOn }, today) => notAhead({ field: 'receivedOn', what: 'The date', on: receivedOn }, today),
  examples: {
    'by a child': {
      receivedOn: literal('2026-03-09'),
      from: 'child',
      words: 'I had three social workers this year and nobody told me when the last one left.',
      wants: 'To be told. And to say goodbye.',
      about: 'worker',
      advocateOffered: literal('2026-03-10'),
    },
    'by a grandmother': { receivedOn: literal('2026-03-09'), from: 'relative', words: 'Nobody rings back.' },
  },
});
