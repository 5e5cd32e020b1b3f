import { date as literal } from '../../kernel/calendar/dates.ts';
import { code, codes } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { allegationLimits } from './allegation-limits.ts';
import { allegationLaw, officersMay } from './officer.ts';

export const settings = {
  school: 'School or college',
  earlyYears: 'Nursery or childminder',
  fostering: 'Foster care',
  home: 'Children’s home or supported accommodation',
  socialCare: 'Children’s social care',
  health: 'Health',
  police: 'Police or youth justice',
  transport: 'Transport',
  faith: 'Faith organisation',
  sport: 'Sport, club or activity',
  other: 'Elsewhere, paid or not',
} as const;

/** The four ways in which a concern is one for the designated officer. */
export const harmThreshold = {
  harmed: 'Behaved in a way that has harmed a child, or may have',
  offence: 'Possibly committed a criminal offence against or related to a child',
  risk: 'Behaved towards a child in a way that indicates a risk of harm',
  suitability: 'Behaved, also outside work, in a way that indicates they may not be suitable to work with children',
} as const;

/** With it the file of an allegation begins. Whoever tells the designated officer may begin one, and from then on does not open it. */
export const allegation = defineStep({
  name: 'allegation',
  title: 'Allegation against somebody who works with children',
  law: allegationLaw,
  file: 'allegation',
  fields: {
    learntOn: date('Date it came to the attention of the employer, or of whoever tells us', {
      required: 'The one working day within which the designated officer is told runs from it',
    }),
    toldOn: date('Date the designated officer was told', { required: 'The working day ends with it' }),
    who: text('Who it is about, and their work with children', {
      lines: 2,
      required: 'Nothing can be considered of somebody who is not known',
      neverPrefilled: true,
    }),
    setting: code('Kind of work with children', settings, { required: 'Employer and regulator differ', neverPrefilled: true }),
    threshold: codes('What it may be', harmThreshold, { neverPrefilled: true }),
    words: text('What is alleged, in the words in which it was said', { lines: 5, neverPrefilled: true }),
    children: text('Which children, and how they are kept safe today', {
      lines: 3,
      neverPrefilled: true,
      hint: 'What is to be done for a child is recorded in the child’s own record, without this person’s name where that can be',
    }),
  },
  happenedOn: (answers) => answers.toldOn,
  timescales: allegationLimits,
  offers: (_history, today) => ({ toldOn: { value: today } }),
  may: { ...officersMay, record: [...officersMay.record, 'leadPractitioner'] },
  summary: ({ setting, threshold = [] }) =>
    `Allegation, ${inSentence(settings[setting])}${threshold.length === 0 ? '' : `: ${threshold.map((one) => inSentence(harmThreshold[one])).join('; ')}`}`,
  decide: (_history, { learntOn, toldOn }, today) => [
    ...notAhead({ field: 'toldOn', what: 'The date the designated officer was told', on: toldOn }, today),
    ...notAhead({ field: 'learntOn', what: 'The date it came to attention', on: learntOn }, toldOn < today ? toldOn : today),
  ],
  examples: {
    'in a school': {
      learntOn: literal('2026-03-02'),
      toldOn: literal('2026-03-03'),
      who: 'A teaching assistant of year 4',
      setting: 'school',
      threshold: ['harmed', 'risk'],
      words: '“He held my arm and it went red.”',
      children: 'One boy of eight; he is at home, and the assistant does not work with children until the meeting.',
    },
    'told at once': { learntOn: literal('2026-03-02'), toldOn: literal('2026-03-02'), who: 'A volunteer coach', setting: 'sport' },
  },
});
