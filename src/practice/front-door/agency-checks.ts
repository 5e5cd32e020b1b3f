import { date as literal } from '../../kernel/calendar/dates.ts';
import { code, codes } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforePregnancy } from '../checks.ts';
import { familyTold, ifNotTold, lawfulBases } from './telling-the-family.ts';

export const checkedAgencies = {
  police: 'Police',
  health: 'Health: GP, health visitor, school nurse or hospital',
  mentalHealth: 'Mental health services',
  education: 'School, nursery or college',
  earlyHelp: 'Early help and children’s centres',
  housing: 'Housing',
  adultSocialCare: 'Adult social care',
  probation: 'Probation',
  substanceMisuse: 'Drug and alcohol services',
  youthJustice: 'Youth justice',
  otherAuthority: 'Another local authority',
  other: 'Somebody else',
} as const;

/** What other agencies know is asked for: each that was asked either answers or is said not to have. */
export const agencyChecks = defineStep({
  name: 'agencyChecks',
  title: 'Multi-agency checks asked for',
  law: 'Children Act 2004 ss10–11; Children Act 1989 s27; UK GDPR article 6(1)(e)',
  fields: {
    askedOn: date('Date they were asked', { required: 'The working day for answers runs from it' }),
    agencies: codes('Who was asked', checkedAgencies, { required: 'Each that was asked answers, or is said not to have' }),
    lawfulBasis: code('On what lawful basis', lawfulBases, {
      hint: 'Normally public task: agreement is not needed to ask, and is not asked for as if it were',
      required: 'UK GDPR article 5(2): the authority shows on what basis it shared',
    }),
    shared: text('What was shared in asking', { lines: 3, hint: 'No more than the other needs in order to answer' }),
    familyTold: code('Does the family know of the checks?', familyTold),
    whyNotTold: text('Why the family was not told', { lines: 2, askedWhen: ifNotTold }),
  },
  happenedOn: (answers) => answers.askedOn,
  // Public task is what it nearly always is, and is said as such: agreement is no basis for what would be done without it.
  offers: (_history, today) => ({ askedOn: { value: today }, lawfulBasis: { value: 'publicTask' as const } }),
  togetherWith: 'siblings',
  may: { record: practitioners, read: practitioners },
  summary: ({ agencies }) => `Checks asked of: ${agencies.map((one) => checkedAgencies[one].split(':')[0]).join(', ')}`,
  decide: (history, { askedOn }, today) => {
    const day = { field: 'askedOn', what: 'The date they were asked', on: askedOn };
    return [...notAhead(day, today), ...notBeforePregnancy(day, history)];
  },
  examples: {
    'police, health and school': {
      askedOn: literal('2026-03-02'),
      agencies: ['police', 'health', 'education'],
      lawfulBasis: 'publicTask',
      shared: 'Names, dates of birth, address and that a neighbour is worried.',
      familyTold: 'told',
    },
    'the family not told': {
      askedOn: literal('2026-03-02'),
      agencies: ['police'],
      lawfulBasis: 'publicTask',
      familyTold: 'notTold',
      whyNotTold: 'Said to be planning to leave the country with the child.',
    },
  },
});
