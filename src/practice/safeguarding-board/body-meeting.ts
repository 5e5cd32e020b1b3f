import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { rows } from '../../kernel/field/rows.ts';
import type { History } from '../../kernel/step/history.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { plannedActions } from '../actions/planned-actions.ts';
import { notAhead } from '../checks.ts';
import { agencies } from './agencies.ts';
import { agendaOf } from './agenda.ts';
import { sittingOn } from './membership.ts';
import { mayOfBodies } from './readers.ts';

const attendances = {
  came: 'Came',
  deputy: 'Sent a deputy',
  apologies: 'Sent apologies',
  absent: 'Did not come, no word',
} as const;

/** A line for everybody who sits there: whether they came is asked, and never filled in. */
const invited = (history: History, today: Parameters<typeof sittingOn>[1]) =>
  sittingOn(history, today).map(({ agency, name }) => ({ agency, name }));

/** A meeting: who came, what was before it, what was said and decided. Papers are recorded before it; what is to be done becomes actions with owners. */
export const bodyMeeting = defineStep({
  name: 'bodyMeeting',
  title: 'Meeting',
  law: 'Children Act 2004 s16E; Working Together 2023, chapter 2: partners take an active part, and answer for it',
  file: 'body',
  fields: {
    heldOn: date('Date of the meeting', { required: 'The next is due from it' }),
    chairedBy: text('Chaired by', { longest: 200 }),
    attendance: rows(
      'Who came, agency by agency',
      {
        agency: code('Agency', agencies, { required: 'Attendance is told agency by agency' }),
        name: text('Who', { longest: 200 }),
        came: code('Whether', attendances, { neverPrefilled: true }),
      },
      { line: 'Member', shown: 3 },
    ),
    agenda: rows('Agenda', { item: text('Item', { longest: 400, lines: 2 }) }, { line: 'Item', shown: 3 }),
    minutes: text('Minutes', { lines: 10, neverPrefilled: true, hint: 'No child’s name: what is about a child is on the child’s record' }),
    decisions: rows(
      'Decisions',
      { decision: text('What was decided', { lines: 2 }), why: text('Why, and who disagreed', { lines: 2 }) },
      { line: 'Decision', neverPrefilled: true },
    ),
    actions: plannedActions('Actions'),
    nextOn: date('Next meeting on'),
  },
  happenedOn: (answers) => answers.heldOn,
  offers: (history, today) => ({
    heldOn: { value: today },
    ...(invited(history, today).length === 0 ? {} : { attendance: { value: invited(history, today) } }),
    agenda: { value: agendaOf(history, today).map(({ item }) => ({ item })) },
  }),
  may: mayOfBodies,
  summary: ({ attendance = [], decisions = [] }) => {
    const came = attendance.filter((one) => one.came === 'came' || one.came === 'deputy').length;
    return `Meeting: ${came} of ${attendance.length} came; ${decisions.length} ${decisions.length === 1 ? 'decision' : 'decisions'}`;
  },
  decide: (_history, { heldOn, nextOn, attendance = [] }, today) => {
    const untold = attendance.find(({ came }) => came === undefined);
    return [
      ...notAhead({ field: 'heldOn', what: 'The date of the meeting', on: heldOn }, today),
      ...(untold === undefined
        ? []
        : [{ field: 'attendance', message: `Say whether ${untold.name ?? agencies[untold.agency]} came, or take the line away` }]),
      ...(nextOn !== undefined && nextOn <= heldOn
        ? [{ field: 'nextOn', message: 'The next meeting is on or before the day of this one' }]
        : []),
    ];
  },
  examples: {
    'of the partnership': {
      heldOn: literal('2026-03-02'),
      chairedBy: 'The delegated partner of the integrated care board',
      attendance: [
        { agency: 'council', name: 'Director of children’s services', came: 'came' },
        { agency: 'police', came: 'deputy' },
        { agency: 'integratedCareBoard', came: 'came' },
        { agency: 'probation', came: 'absent' },
      ],
      agenda: [{ item: 'Reports to conferences: audit of forty' }],
      minutes: 'Reports reached families on the day in eleven of forty conferences.',
      decisions: [{ decision: 'Each agency tells its own figure in June.', why: 'Training alone changed nothing since last year.' }],
      actions: [
        {
          what: 'Figures of June',
          owner: '11111111-1111-4111-8111-111111111111',
          byWhen: literal('2026-06-30'),
          measure: 'A report in nine of ten',
        },
      ],
      nextOn: literal('2026-06-01'),
    },
    'of a panel, nothing decided': { heldOn: literal('2026-02-10'), attendance: [{ agency: 'schools', came: 'apologies' }] },
  },
});
