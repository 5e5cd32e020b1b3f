import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforePregnancy } from '../checks.ts';

const appointments = {
  health: 'Doctor, hospital or health visitor',
  antenatal: 'Antenatal appointment',
  mentalHealth: 'Mental health',
  dental: 'Dentist',
  school: 'School or nursery meeting',
  socialCare: 'Children’s social care',
  other: 'Something else',
} as const;

/** A child does not miss an appointment: the child was not brought. */
export const missedAppointment = defineStep({
  name: 'missedAppointment',
  title: 'Not brought to an appointment',
  law: 'Children Act 1989 s17 and s47; Working Together 2023, chapter 3',
  fields: {
    missedOn: date('Date of the appointment', { required: 'Whether it happens again is counted from day to day' }),
    appointment: code('With whom', appointments, { required: 'Says which help the child went without' }),
    said: text('What the family said', { lines: 2, neverPrefilled: true }),
  },
  each: { meaning: text('What it means for this child', { lines: 2, neverPrefilled: true }) },
  happenedOn: (answers) => answers.missedOn,
  offers: (_history, today) => ({ missedOn: { value: today } }),
  may: { record: practitionersAndLeads, read: practitionersAndLeads },
  summary: ({ appointment }) => `Not brought: ${inSentence(appointments[appointment])}`,
  decide: (history, { missedOn }, today) => {
    const day = { field: 'missedOn', what: 'The date of the appointment', on: missedOn };
    return [...notAhead(day, today), ...notBeforePregnancy(day, history)];
  },
  examples: { 'the paediatrician': { missedOn: literal('2026-04-16'), appointment: 'health', said: 'The car did not start.' } },
});
