import { date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { count, link, text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import type { History } from '../../kernel/step/history.ts';
import type { Offer } from '../../kernel/step/offers.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { peopleOffered } from './conference-people.ts';
import { categoriesOfAbuse } from '../../vocabulary/cin.ts';
import { lastActions, plannedActions } from '../actions/planned-actions.ts';
import { workerNow } from '../workforce/allocation.ts';
import { notAfterDeath, notAhead, notBeforePregnancy, statementsOf } from '../checks.ts';

/** A plan begins with the conference that made it. */
function conferenceDay(history: History): Offer<LocalDate> | undefined {
  const from = history.findLast(({ step, answers }) => step === 'initialConference' && answers['outcome'] !== 'noPlan');
  return from && { value: from.happenedOn, from };
}

/** Those of this record and those that the first of them counted. */
function plansBefore(history: History): Offer<number> | undefined {
  const plans = statementsOf('childProtectionPlan', history);
  const from = plans.at(-1);
  const counted = Number(plans[0]?.answers['previousPlans'] ?? 0);
  return from && { value: plans.length + (Number.isInteger(counted) ? counted : 0), from };
}

/** Those around the child, one on a line: who was at the conference is not always who makes the plan work. */
function coreGroupFrom(history: History, today: LocalDate): Offer<string> | undefined {
  const known = peopleOffered(history, today);
  return known && { ...known, value: known.value.map(({ who }) => who).join('\n') };
}

export const childProtectionPlan = defineStep({
  name: 'childProtectionPlan',
  title: 'Child protection plan started',
  law: 'Children Act 1989 s47; Working Together 2023, chapter 3',
  fields: {
    startedOn: date('Date the child protection plan started', {
      required: 'Children in need census, and the start of the limits for visits and reviews',
      returns: { cin: 'CPPstartDate' },
    }),
    lead: link('Lead social worker', 'member'),
    actions: plannedActions('Outline plan'),
    coreGroup: text('Core group', { lines: 3, hint: 'Who makes the plan work between conferences, the family with them' }),
  },
  each: {
    category: code('Category of abuse at the start', categoriesOfAbuse, {
      neverPrefilled: true,
      returns: { cin: 'InitialCategoryOfAbuse' },
    }),
    latestCategory: code('Category of abuse now', categoriesOfAbuse, {
      hint: 'Here it is a step of its own: a change of category',
      neverPrefilled: true,
      inFilesAlone: true,
      returns: { cin: 'LatestCategoryOfAbuse' },
    }),
    previousPlans: count('How many child protection plans the child had before', { returns: { cin: 'NumberOfPreviousCPP' } }),
  },
  happenedOn: (answers) => answers.startedOn,
  offers: (history, today) => ({
    startedOn: conferenceDay(history),
    previousPlans: plansBefore(history),
    lead: workerNow(history),
    actions: lastActions(history),
    coreGroup: coreGroupFrom(history, today),
  }),
  may: { record: ['reviewingOfficer', 'teamManager'], read: practitioners },
  summary: ({ category }) =>
    `Child protection plan started${category === undefined ? '' : `: ${categoriesOfAbuse[category].toLowerCase()}`}`,
  decide: (history, { startedOn }, today) => {
    const day = { field: 'startedOn', what: 'The date the child protection plan started', on: startedOn };
    return [...notAhead(day, today), ...notBeforePregnancy(day, history), ...notAfterDeath(day, history)];
  },
  carriedBy: { cin: 'ChildProtectionPlans' },
  examples: {
    'a first plan': {
      startedOn: literal('2026-03-24'),
      category: 'NEG',
      previousPlans: 0,
      actions: [
        {
          what: 'He is taken to nursery every day',
          owner: '33333333-3333-4333-8333-333333333333',
          whoElse: 'Mother',
          byWhen: literal('2026-04-20'),
          measure: 'Register of the nursery',
        },
      ],
    },
  },
});
