import { date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { AnyField } from '../../kernel/field/field.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import type { History } from '../../kernel/step/history.ts';
import { notAhead, notBeforeStart, statementsOf } from '../checks.ts';
import { developmentalNeeds, familyAndEnvironment, parentingCapacity, writtenWith } from './assessment-dimensions.ts';
import { knownFacts } from './known-facts.ts';

const recommendations = {
  noFurtherAction: 'No further action by children’s social care',
  familyHelp: 'Family help, early help or another service',
  childInNeedPlan: 'Child in need plan',
  strategyDiscussion: 'Strategy discussion: reasonable cause to suspect significant harm',
  childProtection: 'Initial child protection conference',
  lookedAfter: 'The child is to be looked after',
  goesOn: 'The plan there is goes on',
} as const;

const dimensions = Object.fromEntries(
  Object.entries({ ...developmentalNeeds, ...parentingCapacity, ...familyAndEnvironment }).filter(
    ([, { until }]: readonly [string, AnyField]) => until === undefined,
  ),
);

/** What was known last time stands there again, to be put right; what nobody wrote of is offered from the rest of the record. */
function offered(history: History, today: LocalDate) {
  const before = statementsOf('assessmentReport', history);
  const last = Object.keys(dimensions).flatMap((name) => {
    const names = [name, ...(writtenWith[name] ?? [])];
    const from = before.findLast(({ answers }) => names.some((one) => typeof answers[one] === 'string'));
    const words = names.map((one) => from?.answers[one]).filter((one) => typeof one === 'string');
    return from === undefined ? [] : [[name, { value: words.join('\n'), from }] as const];
  });
  return { completedOn: { value: today }, ...knownFacts(history, today), ...Object.fromEntries(last) };
}

/**
 * What an assessment found. Written again as it grows, or as the manager returns it: what is known stands there from last time, what was judged is judged
 * afresh. The manager’s authorisation ends it.
 */
export const assessmentReport = defineStep({
  name: 'assessmentReport',
  title: 'Child and family assessment: what was found',
  law: 'Children Act 1989 s17 and s47; Working Together 2023, chapter 3; Assessment Framework 2000',
  fields: {
    completedOn: date('Date it was written', { required: 'The manager authorises what was written on this day' }),
    ...parentingCapacity,
    ...familyAndEnvironment,
    strengths: text('What works, and keeps the children safe', { lines: 4, neverPrefilled: true }),
    parentsView: text('What the parents and carers say', { lines: 4, neverPrefilled: true }),
    sharedOn: date('Date the family was given it'),
  },
  each: {
    ...developmentalNeeds,
    childsVoice: text('What the child says, wants and feels', { lines: 4, neverPrefilled: true }),
    meaning: text('What daily life means for this child', { lines: 4, neverPrefilled: true }),
    danger: text('What we are worried about, and what will happen if nothing changes', { lines: 4, neverPrefilled: true }),
    recommendation: code('What should happen now', recommendations, {
      required: 'Working Together: an assessment ends in a decision on services and next steps',
      neverPrefilled: true,
    }),
  },
  happenedOn: (answers) => answers.completedOn,
  offers: offered,
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker', 'leadPractitioner'], read: practitionersAndLeads },
  summary: ({ recommendation }) => `Assessment written. Recommended: ${inSentence(recommendations[recommendation])}`,
  decide: (history, { completedOn, sharedOn }, today) => {
    const day = { field: 'completedOn', what: 'The date on which the assessment was written', on: completedOn };
    return [
      ...notAhead(day, today),
      ...notBeforeStart(day, history, 'childAndFamilyAssessment', 'the first assessment started'),
      ...notAhead({ field: 'sharedOn', what: 'The date on which the family was given it', on: sharedOn }, today),
    ];
  },
  dependsOn: ['childAndFamilyAssessment'],
  examples: {
    'as long as it needs to be': {
      completedOn: literal('2026-04-13'),
      basicCare: 'Meals are there (seen at three visits). The mother works nights.',
      safety: 'An unguarded heater in the children’s room (seen).',
      housing: 'Two rooms, damp (housing officer’s report).',
      strengths: 'Their mother asked for the fire guard herself and fetched it the next day.',
      danger: 'Alone at night with a heater, one of them will be badly hurt.',
      recommendation: 'childInNeedPlan',
      health: 'Burn healed; GP sees no other marks.',
      education: 'Every day at school, often tired (teacher).',
      childsVoice: '“I do the tea when Mum’s asleep.”',
      meaning: 'She is eight and looks after her brother at night.',
    },
    'every dimension': {
      completedOn: literal('2026-05-11'),
      ...Object.fromEntries(Object.keys(dimensions).map((name) => [name, 'As before (seen).'])),
      recommendation: 'goesOn',
    },
    short: { completedOn: literal('2026-04-13'), recommendation: 'noFurtherAction', strengths: 'The referral was about another family.' },
  },
});
