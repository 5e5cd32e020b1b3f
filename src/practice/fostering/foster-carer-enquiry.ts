import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

export const kinds = {
  mainstream: 'Foster carers',
  connected: 'Connected persons: relatives or friends of a child',
  shortBreaks: 'Short breaks',
  parentAndChild: 'Parent and child',
  emergency: 'Emergency and remand',
  lodgings: 'Supported lodgings',
} as const;

/** With it the file of carers begins: those who ask, and relatives with whom a child was placed before they were assessed. */
export const fosterCarerEnquiry = defineStep({
  name: 'fosterCarerEnquiry',
  title: 'Enquiry to foster',
  law: 'Fostering Services (England) Regulations 2011 reg 26 and Sch 3',
  file: 'fosterCarer',
  fields: {
    on: date('Date', { required: 'The file begins with it' }),
    kind: code('What they offer', kinds, { required: 'Capacity is counted by it' }),
    household: text('Who lives in the home', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ kind }) => `Enquiry: ${inSentence(kinds[kind])}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'a couple': { on: literal('2025-03-03'), kind: 'mainstream', household: 'Two adults, a son of fourteen, a dog.' },
    'a grandmother': { on: literal('2025-03-03'), kind: 'connected' },
  },
});
