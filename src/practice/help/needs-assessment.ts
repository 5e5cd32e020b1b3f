import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners, practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforePregnancy } from '../checks.ts';

/** Each is a duty of its own; none has a limit of its own in law, and each is made within the child and family assessment where there is one. */
const needsAssessed = {
  youngCarer: 'Young carer (Children Act 1989 s17ZA)',
  parentCarer: 'Parent carer of a disabled child (s17ZD)',
  disabledChild: 'Disabled child (s17(11); Chronically Sick and Disabled Persons Act 1970 s2)',
  noRecourse: 'Family with no recourse to public funds (s17; Nationality, Immigration and Asylum Act 2002 Sch 3)',
} as const;

const decisions = {
  servicesNeeded: 'There are needs, and services will meet them',
  needsNotMet: 'There are needs that services will not meet, because',
  noNeeds: 'No needs for services',
} as const;

export const needsAssessment = defineStep({
  name: 'needsAssessment',
  title: 'Needs assessment',
  law: 'Children Act 1989 s17, s17ZA–17ZF; Young Carers (Needs Assessments) (England) Regulations 2015; Chronically Sick and Disabled Persons Act 1970 s2',
  fields: {
    completedOn: date('Date it was completed', { required: 'Says when the person was told what was decided' }),
    kind: code('Whose needs', needsAssessed, { required: 'Each is a duty of its own, with its own test' }),
    decision: code('Decision', decisions, { required: 'The law asks for a decision, in writing and with reasons', neverPrefilled: true }),
    found: text('What was found, and why this was decided', { lines: 5, neverPrefilled: true }),
    wholeFamily: yesNo('Was the whole family looked at, and everybody asked who should be?'),
    copyGivenOn: date('Date the person assessed was given it in writing'),
  },
  happenedOn: (answers) => answers.completedOn,
  offers: (_history, today) => ({ completedOn: { value: today } }),
  may: { record: practitioners, read: practitionersAndLeads },
  summary: ({ kind, decision }) => `Needs assessment: ${needsAssessed[kind].split(' (')[0]?.toLowerCase()}. ${decisions[decision]}`,
  decide: (history, { completedOn, copyGivenOn }, today) => {
    const day = { field: 'completedOn', what: 'The date it was completed', on: completedOn };
    return [
      ...notAhead(day, today),
      ...notBeforePregnancy(day, history),
      ...notAhead({ field: 'copyGivenOn', what: 'The date it was given in writing', on: copyGivenOn }, today),
    ];
  },
  examples: {
    'a young carer': {
      completedOn: literal('2026-04-02'),
      kind: 'youngCarer',
      decision: 'servicesNeeded',
      found: 'She cooks, and is up at night with her mother. It is more than is right for a child of eleven.',
      wholeFamily: true,
    },
    'a family without recourse': {
      completedOn: literal('2026-04-02'),
      kind: 'noRecourse',
      decision: 'servicesNeeded',
      found: 'Destitute; their claim is undecided. To leave would breach their rights: accommodation and subsistence.',
    },
  },
});
