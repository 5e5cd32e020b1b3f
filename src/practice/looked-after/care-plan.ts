import { date as literal } from '../../kernel/calendar/dates.ts';
import { code, codes } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { carePlanChange } from './care-plan-change.ts';
import { permanenceLimits } from './permanence-limits.ts';
import { carePlanLimits } from './plan-limits.ts';

/** The plan for permanence: the way in which the child will have a secure home until adulthood. */
export const permanencePlans = {
  returnHome: 'Return home',
  familyOrFriends: 'Family or friends',
  specialGuardianship: 'Special guardianship',
  longTermFostering: 'Long-term fostering',
  adoption: 'Adoption',
  residential: 'Residential care',
  independence: 'Independence',
  notYetDecided: 'Not yet decided',
} as const;

/** What else makes a change of the plan a significant one: what the plan must say of under Schedule 1. */
export const planChanges = {
  home: 'Where or with whom they live',
  familyTime: 'Seeing their family, or brothers and sisters',
  school: 'School or training',
  health: 'Treatment or therapy',
  support: 'Who supports them, or the services they are given',
} as const;

export const carePlan = defineStep({
  name: 'carePlan',
  title: 'Care plan',
  law: 'Children Act 1989 s31A; Care Planning, Placement and Case Review Regulations 2010 regs 4–6',
  fields: {
    madeOn: date('Date the plan was made or changed', {
      required: 'Regulation 4: before the first placement, or within ten working days of it',
    }),
    plan: text('What will be done, by whom and by when', { lines: 8 }),
  },
  each: {
    permanence: code('Plan for permanence', permanencePlans, { neverPrefilled: true }),
    childsView: text('What the child wishes and feels about it', { lines: 4, neverPrefilled: true }),
    changes: codes('What changes that matters to the child', planChanges, {
      neverPrefilled: true,
      hint: 'Of a child who had a plan before. A review looks at it first, unless that cannot wait',
    }),
    cannotWait: text('Why a change that matters could not wait for a review', {
      lines: 2,
      neverPrefilled: true,
      hint: 'Only if something that matters changes before a review has looked at it',
    }),
  },
  happenedOn: (answers) => answers.madeOn,
  offers: (_history, today) => ({ madeOn: { value: today } }),
  timescales: [...carePlanLimits, ...permanenceLimits],
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: ({ permanence }) => `Care plan${permanence === undefined ? '' : `: ${permanencePlans[permanence].toLowerCase()}`}`,
  decide: (history, { madeOn, permanence, changes, cannotWait }, today) => [
    ...notAhead({ field: 'madeOn', what: 'The date of the care plan', on: madeOn }, today),
    ...carePlanChange(history, { madeOn, permanence, changes: changes ?? [], cannotWait }),
  ],
  dependsOn: ['carePlan', 'lookedAfterReview', 'gateOverride'],
  examples: {
    'return home': {
      madeOn: literal('2026-01-16'),
      permanence: 'returnHome',
      plan: 'Parenting work weekly; family time three times a week.',
      childsView: 'He wants to go home and to see his dog.',
    },
  },
});
