import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

export const incidentKinds = {
  threat: 'Threat or abuse',
  assault: 'Assault',
  notBack: 'Did not report back from a visit in time',
  place: 'Dangerous place, animal or journey',
  other: 'Something else',
} as const;

/** What happened to a member of staff at work. Told by them, or by their manager; what colleagues must know before they go is a warning on the child’s record. */
export const safetyIncident = defineStep({
  name: 'safetyIncident',
  title: 'Incident: safety of a member of staff',
  law: 'Health and Safety at Work etc. Act 1974 s2; Management of Health and Safety at Work Regulations 1999 reg 3 and reg 5',
  file: 'staff',
  fields: {
    on: date('Date', { required: 'A chronology is by the day on which something happened' }),
    kind: code('What kind', incidentKinds, { required: 'What is done about it depends on it', neverPrefilled: true }),
    alone: yesNo('Were they alone?', { neverPrefilled: true }),
    what: text('What happened', {
      lines: 4,
      neverPrefilled: true,
      hint: 'No child or family by name: a warning on their record tells who goes next',
    }),
    done: text('What was done', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  may: { record: practitionersAndLeads, read: practitionersAndLeads },
  summary: ({ kind, alone }) => `Incident at work: ${incidentKinds[kind].toLowerCase()}${alone === true ? ', alone' : ''}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'followed to the car': {
      on: literal('2026-03-12'),
      kind: 'threat',
      alone: true,
      what: 'Followed to the car park and shouted at; drove to the police station.',
      done: 'Visits in pairs from now on; warning recorded.',
    },
    'no word until ten at night': { on: literal('2026-03-12'), kind: 'notBack', alone: true },
  },
});
