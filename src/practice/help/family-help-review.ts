import { date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { months, type Moment } from '../../kernel/step/timescale.ts';
import { notAhead, notBeforeStart } from '../checks.ts';
import { isEndOfHelp } from './help.ts';

const nextSteps = {
  goOn: 'Go on with the plan',
  change: 'Change the plan',
  stepUp: 'More is needed: step up',
  stepDown: 'Less is needed: step down',
  end: 'End the help',
} as const;

const held: Moment = {
  step: 'familyHelpReview',
  on: (review) => (review.answers['held'] === false ? undefined : review.happenedOn),
};

const whileHelped = (statement: Statement, history: History): LocalDate | undefined => {
  const counts = statement.step === 'familyHelpPlan' || statement.answers['held'] !== false;
  return counts && !isEndOfHelp(statement, history) ? statement.happenedOn : undefined;
};

export const familyHelpReview = defineStep({
  name: 'familyHelpReview',
  title: 'Family help review',
  law: 'Working Together 2023, chapter 3; a local standard for how often',
  fields: {
    heldOn: date('Date of the review', { required: 'The next review is counted from it' }),
    held: yesNo('Was it held?', { required: 'A review that was put off starts no new limit' }),
    progress: text('What is different since the last time', { lines: 5, neverPrefilled: true }),
    views: text('What the parents say', { lines: 2, neverPrefilled: true }),
    next: code('What next', nextSteps, { neverPrefilled: true }),
  },
  each: { said: text('What this child says or shows', { lines: 2, neverPrefilled: true }) },
  happenedOn: (answers) => answers.heldOn,
  timescales: [
    {
      rule: 'familyHelpReview',
      version: 'local',
      title: 'Family help review',
      limit: months(3),
      starts: [
        { step: 'familyHelpPlan', on: whileHelped },
        { step: 'familyHelpReview', on: whileHelped },
      ],
      meets: held,
      endedBy: [
        { step: 'familyHelpEnd', because: 'family help ended' },
        { step: 'closure', because: 'case closed' },
        { step: 'childProtectionPlan', because: 'child protection plan, with reviews of its own' },
        { step: 'familyHelpPlan', because: 'a new plan was agreed' },
      ],
      inForce: { from: literal('2013-04-15') },
      announcedOn: literal('2013-04-15'),
      standing: 'local',
      law: 'Local standard: a family help plan is reviewed every three months',
    },
  ],
  offers: (_history, today) => ({ heldOn: { value: today } }),
  ticks: 'household',
  may: { record: practitionersAndLeads, read: practitionersAndLeads },
  summary: ({ held: wasHeld, next }) =>
    wasHeld ? `Family help review${next === undefined ? '' : `: ${nextSteps[next].toLowerCase()}`}` : 'Family help review put off',
  decide: (history, { heldOn }, today) => {
    const day = { field: 'heldOn', what: 'The date of the review', on: heldOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'familyHelpPlan', 'the first family help plan')];
  },
  dependsOn: ['familyHelpPlan', 'familyHelpEnd'],
  examples: {
    'going well': { heldOn: literal('2026-06-11'), held: true, progress: 'At school on 46 of 50 days.', next: 'stepDown' },
    'put off': { heldOn: literal('2026-06-11'), held: false },
  },
});
