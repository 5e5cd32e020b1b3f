import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { count, link, text } from '../../kernel/field/plain.ts';
import { rows } from '../../kernel/field/rows.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

export const auditPopulations = {
  onPlan: 'Children on a protection plan',
  lookedAfter: 'Children looked after',
  either: 'Children on a plan or looked after',
  supervisions: 'Supervisions of staff in the last three months',
} as const;
export const auditMethods = {
  random: 'At random',
  stratified: 'At random within each team',
  riskBased: 'By risk: the more that is late, the likelier',
  thematic: 'By theme: at random of those with the theme chosen',
} as const;
export const auditThemes = {
  unseen: 'Not seen for four weeks or more',
  late: 'Something is late today',
  notDiscussed: 'Never discussed in supervision, or not for three months',
  longPlan: 'On a plan for fifteen months or more',
  underOne: 'Under one year old',
  withoutWorker: 'Without a social worker',
  noChild: 'Supervisions in which no child was discussed',
} as const;

/** A programme of audits: the question, whom it asks about, and how they were drawn, so that anybody can draw the same children again. */
export const auditProgramme = defineStep({
  name: 'auditProgramme',
  title: 'Audit programme',
  law: 'Children Act 2004 s11; Working Together 2023: the effectiveness of practice is scrutinised',
  file: 'auditProgramme',
  fields: {
    decidedOn: date('Date', { required: 'The children are drawn from the records as known on it' }),
    question: text('What the audits ask', { lines: 3, required: 'Without a question an audit answers nothing' }),
    population: code('Of whom', auditPopulations, { required: 'The result speaks of them, and of nobody else' }),
    method: code('How the children are drawn', auditMethods),
    theme: code('Theme', auditThemes, { askedWhen: ({ method }) => method === 'thematic' }),
    size: count('How many'),
    seed: text('Seed', { longest: 60, hint: 'With it the same children are drawn again' }),
    drawnFrom: count('How many could have been drawn', { inFilesAlone: true }),
    children: rows('Children drawn', { child: link('Child', 'person') }, { inFilesAlone: true }),
    supervisions: rows(
      'Supervisions drawn',
      { file: text('Staff file, by its number'), entry: text('Supervision, by its number') },
      { inFilesAlone: true },
    ),
  },
  happenedOn: (answers) => answers.decidedOn,
  offers: (_history, today) => ({ decidedOn: { value: today } }),
  page: 'audit-programme',
  may: { record: ['headOfService', 'reviewingOfficer', 'teamManager'], read: practitioners },
  summary: ({ population, children = [], supervisions = [], drawnFrom }) =>
    `${auditPopulations[population]}${drawnFrom === undefined ? '' : `: ${children.length + supervisions.length} of ${drawnFrom} drawn`}`,
  decide: (_history, { decidedOn, method, theme, population }, today) => [
    ...notAhead({ field: 'decidedOn', what: 'The date', on: decidedOn }, today),
    ...(method === 'thematic' && theme === undefined ? [{ field: 'theme', message: 'Choose the theme by which they are drawn' }] : []),
    ...(theme !== undefined && (theme === 'noChild') !== (population === 'supervisions')
      ? [{ field: 'theme', message: `"${auditThemes[theme]}" is no theme of: ${auditPopulations[population].toLowerCase()}` }]
      : []),
  ],
  examples: {
    'forty at random': {
      decidedOn: literal('2026-05-04'),
      question: 'Is the child seen alone, and does it change the plan?',
      population: 'onPlan',
      method: 'random',
      size: 2,
      seed: 'May 2026, seen alone',
      drawnFrom: 220,
      children: [{ child: '33333333-3333-4333-8333-333333333333' }, { child: '44444444-4444-4444-8444-444444444444' }],
    },
  },
});
