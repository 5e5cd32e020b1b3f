import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { familyTold, ifNotTold, lawfulBases } from '../front-door/telling-the-family.ts';

/** What left the authority about a child, on what basis, and whether the family knows. Sharing for safeguarding asks nobody’s leave, and hides from nobody without a reason. */
export const sharingOfInformation = defineStep({
  name: 'sharingOfInformation',
  title: 'Information shared',
  law: 'Children Act 2004 ss10–11; UK GDPR articles 5, 6 and 9; Data Protection Act 2018 Sch 1 para 18; Working Together 2023, chapter 1',
  fields: {
    sharedOn: date('Date it was shared', { required: 'UK GDPR article 5(2): the authority shows what it shared, and when' }),
    withWhom: text('With whom', { longest: 200, required: 'UK GDPR article 15(1)(c): a person may ask to whom their data went' }),
    what: text('What was shared', { lines: 4, required: 'UK GDPR article 5(1)(c): no more than was needed', neverPrefilled: true }),
    lawfulBasis: code('On what lawful basis', lawfulBases, { required: 'UK GDPR article 6: there is one, normally public task' }),
    familyTold: code('Does the family know?', familyTold),
    whyNotTold: text('Why the family was not told', { lines: 2, askedWhen: ifNotTold }),
  },
  happenedOn: (answers) => answers.sharedOn,
  offers: (_history, today) => ({ sharedOn: { value: today }, lawfulBasis: { value: 'publicTask' as const } }),
  togetherWith: 'siblings',
  recordsAtOnce: true,
  may: { record: practitionersAndLeads, read: practitionersAndLeads },
  summary: ({ withWhom }) => `Information shared with ${withWhom}`,
  decide: (_history, { sharedOn }, today) => notAhead({ field: 'sharedOn', what: 'The date it was shared', on: sharedOn }, today),
  examples: {
    'with the school': {
      sharedOn: literal('2026-03-05'),
      withWhom: 'St Anne’s Primary School',
      what: 'That the children live with their aunt this week, and who may collect them.',
      lawfulBasis: 'publicTask',
      familyTold: 'agreed',
    },
    'with the police, the family not told': {
      sharedOn: literal('2026-03-05'),
      withWhom: 'Norchester Police',
      what: 'Where the father said he would go.',
      lawfulBasis: 'publicTask',
      familyTold: 'notTold',
      whyNotTold: 'He has threatened whoever speaks to the police.',
    },
  },
});
