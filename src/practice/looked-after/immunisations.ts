import { ageAt, date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

export const immunisations = defineStep({
  name: 'immunisations',
  title: 'Immunisations',
  law: 'Care Planning, Placement and Case Review Regulations 2010 Sch 1; children looked after return, OC2',
  fields: {
    checkedOn: date('Date it was checked', { required: 'Children looked after return, OC2: as it stood on a date' }),
  },
  each: {
    upToDate: yesNo('Up to date', {
      required: 'Children looked after return, OC2: whether immunisations are up to date',
      neverPrefilled: true,
    }),
    healthChecks: yesNo('Child health checks up to date', {
      hint: 'Development checks, as the Healthy Child Programme has them for children under five',
      askedOf: ({ bornOn }, today) => bornOn === undefined || ageAt(bornOn, today) < 5,
      neverPrefilled: true,
    }),
    note: text('What is missing, and why', { lines: 2 }),
  },
  happenedOn: (answers) => answers.checkedOn,
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: ({ upToDate }) => `Immunisations ${upToDate ? 'up to date' : 'not up to date'}`,
  decide: (_history, { checkedOn }, today) => notAhead({ field: 'checkedOn', what: 'The date of the check', on: checkedOn }, today),
  examples: {
    'up to date': { checkedOn: literal('2026-02-03'), upToDate: true },
    'of a child under five': { checkedOn: literal('2026-02-03'), upToDate: true, healthChecks: true },
  },
});
