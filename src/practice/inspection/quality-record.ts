import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

const services = {
  authority: 'Children’s services of the authority',
  fostering: 'Fostering agency',
  adoption: 'Adoption agency',
  home: 'Children’s home',
  supported: 'Supported accommodation',
  partnership: 'Safeguarding partnership or Board',
} as const;

/** With it the quality record of a service begins: the authority’s own, fostering, adoption, each home. */
export const qualityRecord = defineStep({
  name: 'qualityRecord',
  title: 'Service that is inspected',
  law: 'Education and Inspections Act 2006 ss135–142; Children Act 2004 ss20–22',
  file: 'inspection',
  fields: {
    on: date('Since', { required: 'Visits to a home are owed from it' }),
    service: code('What it is', services, { required: 'Each kind is inspected by rules of its own' }),
    registration: text('Registration number', { longest: 60 }),
    responsible: link('Who answers for it', 'member'),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ service }) => services[service],
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  examples: {
    'the authority': { on: literal('2024-04-01'), service: 'authority' },
    'a home': { on: literal('2024-04-01'), service: 'home', registration: 'SC000001', responsible: '11111111-1111-4111-8111-111111111111' },
  },
});
