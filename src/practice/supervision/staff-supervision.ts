import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { Answers, ValueOf } from '../../kernel/field/field.ts';
import { link, text, yesNo } from '../../kernel/field/plain.ts';
import { rows } from '../../kernel/field/rows.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import { defineStep, type Elsewhere } from '../../kernel/step/step.ts';
import { agreedActions } from '../actions/planned-actions.ts';
import { notAhead } from '../checks.ts';
import { staffSupervisionDue } from './supervision-limits.ts';

const reasonsPutOff = {
  sickness: 'Sickness or leave of the member of staff',
  supervisor: 'Sickness, leave or other work of the supervisor',
  emergency: 'A child came first',
  other: 'Another reason',
} as const;

const cases = rows(
  'Children discussed',
  {
    child: link('Child', 'person', { required: 'What is discussed is recorded on this child’s record' }),
    discussed: text('What was discussed', {
      hint: 'Life for this child; our worries; other explanations; what we do not know',
      lines: 4,
      neverPrefilled: true,
    }),
    decided: text('What was decided, and why', { lines: 3, neverPrefilled: true }),
    action: text('What is to be done', { lines: 2 }),
    owner: link('By whom', 'member'),
    byWhen: date('By when'),
  },
  {
    line: 'Child',
    shown: 1,
    hint: 'Each goes to the child’s own record, with what is to be done as a task. Nothing of it stays in this file but whose case it was.',
  },
);

const fields = {
  heldOn: date('Date of the supervision', { required: 'The next is due from it' }),
  held: yesNo('Did it take place?', { required: 'A supervision that was put off meets no standard', neverPrefilled: true }),
  whyNot: code('Why it did not', reasonsPutOff, { askedWhen: ({ held }) => held === false }),
  cases,
  wellbeing: text('How they are: workload, safety at work, what the work does to them', {
    hint: 'Theirs alone: read by the member of staff, their manager and the head of service',
    lines: 4,
    neverPrefilled: true,
  }),
  practice: text('Their practice: what was seen and read of it, what went well, what they would do otherwise', {
    hint: 'Which piece of work did you look at together? What surprised you? What would a colleague have asked?',
    lines: 5,
    neverPrefilled: true,
  }),
  learning: text('Learning and development', { lines: 3, neverPrefilled: true }),
  agreedActions,
  nextOn: date('The next supervision is planned for'),
  children: rows('Children discussed', { child: link('Child', 'person') }, { inFilesAlone: true }),
} as const;

type Given = Answers<typeof fields>;
type Case = ValueOf<typeof cases>[number];

const toTheChild = ({ heldOn }: Given, { child, discussed = '', decided, action, owner, byWhen }: Case): Elsewhere => ({
  person: child,
  step: 'caseDiscussion',
  answers: {
    discussedOn: heldOn,
    discussed,
    ...(decided === undefined ? {} : { decided }),
    ...(action === undefined
      ? {}
      : { agreedActions: [{ what: action, ...(owner === undefined ? {} : { owner }), ...(byWhen === undefined ? {} : { byWhen }) }] }),
  },
});

function problemsOf(discussed: readonly Case[]): readonly Problem[] {
  const unsaid = discussed.some((one) => one.discussed === undefined);
  const twice = new Set(discussed.map(({ child }) => child)).size < discussed.length;
  return [
    ...(unsaid ? [{ field: 'cases', message: 'Enter what was discussed of each child, or take the line away' }] : []),
    ...(twice ? [{ field: 'cases', message: 'A child is named twice: put both lines into one' }] : []),
  ];
}

/** What was said of children goes to each child's record, the rest to the file of the member of staff: two entries of one save, and no word in both. */
export const staffSupervision = defineStep({
  name: 'staffSupervision',
  title: 'Staff supervision',
  law: 'Standards for employers of social workers in England (LGA 2020), standard 5; Working Together 2023, chapter 1',
  file: 'staff',
  fields,
  happenedOn: (answers) => answers.heldOn,
  offers: (_history, today) => ({ heldOn: { value: today } }),
  elsewhere: (answers) => {
    const { cases: discussed = [], ...here } = answers;
    const children = discussed.map(({ child }) => ({ child }));
    return {
      here: { ...here, ...(children.length === 0 ? {} : { children }) },
      there: discussed.map((one) => toTheChild(answers, one)),
    };
  },
  timescales: [staffSupervisionDue],
  may: { record: ['teamManager', 'headOfService'], read: practitionersAndLeads },
  summary: ({ held, whyNot, children = [] }) => {
    if (!held) return `Supervision put off${whyNot === undefined ? '' : `: ${reasonsPutOff[whyNot].toLowerCase()}`}`;
    return `Supervision${children.length === 0 ? '' : `, ${children.length} ${children.length === 1 ? 'child' : 'children'} discussed`}`;
  },
  decide: (_history, { heldOn, held, cases: discussed = [] }, today) => [
    ...notAhead({ field: 'heldOn', what: 'The date of the supervision', on: heldOn }, today),
    ...(held
      ? problemsOf(discussed)
      : discussed.length === 0
        ? []
        : [{ field: 'held', message: 'Children were discussed: did it take place?' }]),
  ],
  examples: {
    'of a member of staff alone': {
      heldOn: literal('2026-04-14'),
      held: true,
      wellbeing: 'Fourteen children; two new ones this month were two too many. Sleeps badly since the removal.',
      practice: 'Read the assessment of March together: the father is in it by name only.',
      learning: 'Shadow a first conversation with a father; book the course on coercive control.',
      agreedActions: [{ what: 'No new child before June', owner: '11111111-1111-4111-8111-111111111111', byWhen: literal('2026-06-01') }],
      nextOn: literal('2026-05-12'),
    },
    'with a child': {
      heldOn: literal('2026-04-14'),
      held: true,
      cases: [
        {
          child: '33333333-3333-4333-8333-333333333333',
          discussed: 'Nobody has seen the bedroom since February.',
          decided: 'Unannounced visit this week.',
          action: 'Unannounced visit',
          owner: '11111111-1111-4111-8111-111111111111',
          byWhen: literal('2026-04-17'),
        },
      ],
    },
    'put off': { heldOn: literal('2026-04-14'), held: false, whyNot: 'emergency' },
  },
});
