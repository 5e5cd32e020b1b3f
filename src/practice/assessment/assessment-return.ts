import { date as literal, formatDate } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { until, workingDays } from '../../kernel/step/timescale.ts';
import { notAhead, notBeforeStart, statementsOf } from '../checks.ts';

const law = 'Local standard: by the day that the manager names, else within five working days';

/** The manager does not authorise it yet. It stands in the worker’s day as work to be done until it is written again. */
export const assessmentReturn = defineStep({
  name: 'assessmentReturn',
  title: 'Assessment returned to the worker',
  law: 'Working Together 2023, chapter 3: managers challenge and quality assure assessments',
  fields: {
    returnedOn: date('Date it was returned', { required: 'The worker is told, and the day for it runs, from it' }),
    reasons: text('What is still needed, and why', {
      lines: 5,
      required: 'The worker must know what to do; the record must show what the manager saw',
      neverPrefilled: true,
    }),
    againBy: date('To be written again by', { hint: 'Left empty: within five working days' }),
    assessment: link('Which assessment', 'entry', { hint: 'Leave empty for the last one' }),
  },
  happenedOn: (answers) => answers.returnedOn,
  offers: (_history, today) => ({ returnedOn: { value: today } }),
  timescales: [
    {
      rule: 'returnedAssessment',
      version: 'local',
      title: 'Assessment returned by the manager: written again',
      limit: ({ answers }) => (typeof answers['againBy'] === 'string' ? until(literal(answers['againBy'])) : workingDays(5)),
      starts: [{ step: 'assessmentReturn' }],
      meets: { step: 'assessmentReport' },
      endedBy: [
        { step: 'assessmentAuthorisation', because: 'assessment authorised' },
        { step: 'closure', because: 'case closed' },
      ],
      inForce: { from: literal('2000-04-01') },
      announcedOn: literal('2000-04-01'),
      standing: 'local',
      law,
    },
  ],
  among: (history) => statementsOf('childAndFamilyAssessment', history),
  may: { record: ['teamManager', 'headOfService'], read: practitionersAndLeads },
  summary: ({ againBy }) => `Assessment returned to the worker${againBy === undefined ? '' : `, again by ${formatDate(againBy)}`}`,
  decide: (history, { returnedOn, againBy }, today) => {
    const day = { field: 'returnedOn', what: 'The date on which the assessment was returned', on: returnedOn };
    const backwards =
      againBy !== undefined && againBy < returnedOn
        ? [
            {
              field: 'againBy',
              message: `It is to be written again by ${formatDate(againBy)}, before it was returned on ${formatDate(returnedOn)}`,
            },
          ]
        : [];
    return [
      ...notAhead(day, today),
      ...notBeforeStart(day, history, 'childAndFamilyAssessment', 'the first assessment started'),
      ...backwards,
    ];
  },
  dependsOn: ['childAndFamilyAssessment'],
  examples: {
    'the father was not asked': {
      returnedOn: literal('2026-04-14'),
      reasons: 'The father has not been asked. Say what the burn means if his account is true.',
      againBy: literal('2026-04-20'),
    },
  },
});
