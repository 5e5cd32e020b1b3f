import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { ethnicities, sexes } from '../../vocabulary/cin.ts';
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
    firstSex: code('First adopter: sex', sexes, { folded: true, hint: 'For Annex A, list 11. Without a name' }),
    firstEthnicity: code('First adopter: ethnicity', ethnicities, { folded: true }),
    firstDisabled: yesNo('First adopter: has a disability', { folded: true }),
    secondSex: code('Second adopter: sex', sexes, { folded: true, hint: 'If two adopt together' }),
    secondEthnicity: code('Second adopter: ethnicity', ethnicities, { folded: true }),
    secondDisabled: yesNo('Second adopter: has a disability', { folded: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ kind }) => `Enquiry: ${inSentence(adopterKinds[kind])}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'a couple': { on: literal('2025-09-01'), kind: 'adoption', household: 'Two adults, no children, a spare room.' },
    'a couple who said who they are': {
      on: literal('2025-09-01'),
      kind: 'earlyPermanence',
      household: 'Two adults.',
      firstSex: 'F',
      firstEthnicity: 'WBRI',
      firstDisabled: false,
      secondSex: 'M',
      secondEthnicity: 'AIND',
      secondDisabled: true,
    },
    'foster carers': { on: literal('2025-09-01'), kind: 'knownChild' },
  },
});
