import { date as literal, formatDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import { addWorkingDays } from '../../kernel/calendar/working-days.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { workingDays } from '../../kernel/step/timescale.ts';
import { notAhead } from '../checks.ts';
import { answered } from './answered.ts';

const meetings = {
  conference: 'A child protection conference',
  review: 'A looked-after review',
  other: 'Another chair’s meeting: a sampled audit',
} as const;
const daysToAnswer = 5;
const dueBy = (on: LocalDate): LocalDate => addWorkingDays(on, daysToAnswer);

const chaired: ReadonlySet<string> = new Set(['initialConference', 'reviewConference', 'lookedAfterReview']);
const lastMeeting = (history: History, by: LocalDate): Statement | undefined =>
  history.findLast(({ step, happenedOn }) => chaired.has(step) && happenedOn <= by);
/** Whoever is said to have been in the chair; where nobody is, whoever recorded the meeting. */
const chairOf = ({ answers, recordedBy }: Statement): unknown => answers['chair'] ?? answers['officer'] ?? recordedBy;

/** What a chair or reviewing officer saw that was good enough to share, or bad enough to act on. Nothing is asked where there was neither. */
export const chairsAudit = defineStep({
  name: 'chairsAudit',
  title: 'Chair’s note on a conference or review',
  law: 'IRO Handbook; Working Together 2023, chapter 3: independent chairs hold practice to account',
  fields: {
    notedOn: date('Date', { required: 'A concern is answered within five working days of it' }),
    of: code('After what', meetings, { required: 'A sampled audit is by a chair who did not chair the meeting' }),
    good: text('What was good enough to share', { lines: 3, neverPrefilled: true }),
    concern: text('What was bad enough to act on', {
      lines: 3,
      hint: 'Reports, who came, the plan, the child’s voice: goes to the manager named, who answers within five working days',
      neverPrefilled: true,
    }),
    manager: link('Which manager is told', 'member', { askedWhen: ({ concern }) => typeof concern === 'string' && concern !== '' }),
  },
  happenedOn: (answers) => answers.notedOn,
  offers: (_history, today) => ({ notedOn: { value: today } }),
  asks: ({ concern, manager, notedOn }) =>
    concern === undefined || manager === undefined
      ? []
      : [{ what: 'Answer the chair’s concern on the record', owner: manager, byWhen: dueBy(notedOn) }],
  timescales: [
    {
      rule: 'chairsConcern',
      version: 'local',
      title: 'Answer to a chair’s concern',
      limit: workingDays(daysToAnswer),
      starts: [{ step: 'chairsAudit', on: ({ answers, happenedOn }) => (answers['concern'] === undefined ? undefined : happenedOn) }],
      meets: answered,
      endedBy: [],
      inForce: { from: literal('2000-01-01') },
      announcedOn: literal('2000-01-01'),
      standing: 'local',
      law: 'Local standard: five working days; what is not answered goes on as a dispute',
    },
  ],
  may: { record: ['reviewingOfficer', 'headOfService'], read: practitioners },
  summary: ({ good, concern }) =>
    `Chair’s note: ${[...(good === undefined ? [] : ['good work']), ...(concern === undefined ? [] : ['a concern'])].join(' and ') || 'nothing to share'}`,
  decide: (history, { notedOn, of }, today, by) => {
    const meeting = of === 'other' ? lastMeeting(history, notedOn) : undefined;
    return [
      ...notAhead({ field: 'notedOn', what: 'The date', on: notedOn }, today),
      ...(meeting !== undefined && by !== undefined && chairOf(meeting) === by
        ? [
            {
              field: 'of',
              message: `You chaired the last meeting, of ${formatDate(meeting.happenedOn)}: a sampled audit is by a chair who did not`,
            },
          ]
        : []),
    ];
  },
  dependsOn: [...chaired],
  examples: {
    'good enough to share': {
      notedOn: literal('2026-04-21'),
      of: 'conference',
      good: 'The mother wrote her own part of the report, and it was read first.',
    },
    'sampled, by a chair who did not chair it': {
      notedOn: literal('2026-04-21'),
      of: 'other',
      good: 'Her own drawing was the first page.',
    },
    'bad enough to act on': {
      notedOn: literal('2026-04-21'),
      of: 'review',
      concern: 'Third review without the pathway plan; he asked where he will live in June and nobody knew.',
      manager: '11111111-1111-4111-8111-111111111111',
    },
  },
});
