import { date as literal } from '../../kernel/calendar/dates.ts';
import { codes } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart } from '../checks.ts';
import { notificationLimits } from './incident-limits.ts';

const bodies = {
  panel: 'Child Safeguarding Practice Review Panel',
  secretaryOfState: 'Secretary of State and Ofsted: death of a looked-after child or care leaver',
  partners: 'Safeguarding partners',
  childDeathReview: 'Child death review partners and the National Child Mortality Database',
  police: 'Police',
  coroner: 'Coroner',
} as const;

/** Who was told, and when; one entry may say that several were told at once. */
export const incidentNotification = defineStep({
  name: 'incidentNotification',
  title: 'Told of a serious incident',
  law: 'Children Act 2004 s16C(1); Children Act 1989 Sch 2 para 20; Working Together 2023, chapter 5',
  file: 'caseReview',
  fields: {
    notifiedOn: date('Date they were told', { required: 'Says whether each was told in time' }),
    whom: codes('Who was told', bodies, { required: 'Each has a limit of its own' }),
    reference: text('Reference given', { longest: 100 }),
    note: text('What was agreed', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.notifiedOn,
  timescales: notificationLimits,
  offers: (_history, today) => ({ notifiedOn: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ whom }) => `Told of the incident: ${whom.map((one) => bodies[one].split(':')[0]).join('; ')}`,
  decide: (history, { notifiedOn }, today) => {
    const day = { field: 'notifiedOn', what: 'The date they were told', on: notifiedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'seriousIncident', 'we learnt of the incident')];
  },
  dependsOn: ['seriousIncident'],
  examples: {
    'the Panel and the partners': { notifiedOn: literal('2026-03-12'), whom: ['panel', 'partners'], reference: 'SIN-26-0417' },
    'a death in care': { notifiedOn: literal('2026-03-10'), whom: ['secretaryOfState'] },
  },
});
