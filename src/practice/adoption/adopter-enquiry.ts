import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

export const adopterKinds = {
  adoption: 'Adoption',
  earlyPermanence: 'Early permanence: fostering for adoption, or concurrent',
  knownChild: 'A child whom they know already, such as one whom they foster',
  intercountry: 'A child from abroad',
} as const;

/** With it the file of a household begins that asks to adopt. */
export const adopterEnquiry = defineStep({
  name: 'adopterEnquiry',
  title: 'Enquiry to adopt',
  law: 'Adoption Agencies Regulations 2005 regs 21–22',
  file: 'adopters',
  fields: {
    on: date('Date', { required: 'The file begins with it' }),
    kind: code('What they ask about', adopterKinds, { required: 'What is asked of them differs' }),
    household: text('Who lives in the home', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ kind }) => `Enquiry: ${inSentence(adopterKinds[kind])}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'a couple': { on: literal('2025-09-01'), kind: 'adoption', household: 'Two adults, no children, a spare room.' },
    'foster carers': { on: literal('2025-09-01'), kind: 'knownChild' },
  },
});
