import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { rows } from '../../kernel/field/rows.ts';
import type { History } from '../../kernel/step/history.ts';
import { allOf, defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { agencies } from '../safeguarding-board/agencies.ts';
import { courseEvaluationDue } from './course-limits.ts';
import { courseSession } from './course-session.ts';
import { mayOfCourses } from './readers.ts';

export const attendances = { came: 'Came', partly: 'Came for a part', absent: 'Did not come' } as const;

/** Sessions whose day has come, and of which there is no register. */
export const unregistered = (history: History): History => {
  const done = new Set(
    history.flatMap(({ step, answers }) => (step === 'courseRegister' || step === 'courseSessionEnd' ? [answers['session']] : [])),
  );
  return history.filter(({ step, entry }) => step === 'courseSession' && !done.has(entry));
};

/** Who came to a session: one form for all, filled in with whoever booked. Each of ours reads their own line of it in their training record; nobody writes it twice. */
export const courseRegister = defineStep({
  name: 'courseRegister',
  title: 'Register of a session',
  law: 'Working Together 2023, chapter 2: multi-agency training; Children Act 2004 s11: staff are trained for what they do',
  file: 'course',
  fields: {
    session: link('Which session', 'entry', { required: 'Who came is told of one session' }),
    heldOn: date('Day', { required: 'What is mandatory is due again from it' }),
    attendance: rows(
      'Who came',
      {
        member: link('Who, of ours', 'member'),
        agency: code('Or of which agency', agencies),
        name: text('Name', { longest: 200 }),
        came: code('Whether', attendances, { neverPrefilled: true }),
      },
      { line: 'Person', shown: 4 },
    ),
  },
  happenedOn: (answers) => answers.heldOn,
  offers: (history, today) => {
    const from = unregistered(history).findLast(({ answers }) => String(answers['heldOn']) <= today);
    const heldOn = from === undefined ? undefined : allOf(courseSession, [from])[0]?.answers.heldOn;
    return from === undefined || heldOn === undefined ? {} : { session: { value: from.entry, from }, heldOn: { value: heldOn, from } };
  },
  among: (history) => history.filter(({ step }) => step === 'courseSession'),
  timescales: [courseEvaluationDue],
  may: mayOfCourses,
  summary: ({ attendance = [] }) =>
    `Register: ${attendance.filter(({ came }) => came === 'came' || came === 'partly').length} of ${attendance.length} came`,
  decide: (_history, { heldOn, attendance = [] }, today) => {
    const named = attendance.flatMap(({ member }) => member ?? []);
    return [
      ...notAhead({ field: 'heldOn', what: 'The day of the session', on: heldOn }, today),
      ...(attendance.some(({ came }) => came === undefined)
        ? [{ field: 'attendance', message: 'Say of everybody whether they came, or take the line away' }]
        : []),
      ...(attendance.some(({ member, agency }) => (member === undefined) === (agency === undefined))
        ? [{ field: 'attendance', message: 'Each line is of somebody of ours or of an agency, and not of both' }]
        : []),
      ...(new Set(named).size < named.length ? [{ field: 'attendance', message: 'Somebody is named twice: take one line away' }] : []),
    ];
  },
  dependsOn: ['courseSession'],
  examples: {
    'ours and others': {
      session: '55555555-5555-4555-8555-555555555555',
      heldOn: literal('2026-04-21'),
      attendance: [
        { member: '11111111-1111-4111-8111-111111111111', came: 'came' },
        { agency: 'police', name: 'Detective constable', came: 'came' },
        { agency: 'schools', came: 'absent' },
      ],
    },
  },
});
