import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { workingDays, type Moment } from '../../kernel/step/timescale.ts';
import { notAhead, notBeforeBirth } from '../checks.ts';
import { endsOfPlan, whileOnPlan } from './plan-moments.ts';

const places = { home: 'At home', placement: 'In the placement', school: 'At school or nursery', elsewhere: 'Somewhere else' } as const;

const seen: Moment = { step: 'visit', on: (visit) => (visit.answers['seen'] === true ? visit.happenedOn : undefined) };

/** One visit to one or several children: the place and the note are meant for all; what was seen and said is each child's own. */
export const visit = defineStep({
  name: 'visit',
  title: 'Visit',
  law: 'Children Act 1989 s47(4), s17(4A) and s23ZA; Working Together 2023, chapter 3; Care Planning Regulations 2010 regs 28–31; Care Leavers Regulations 2010 reg 8; Adoption Agencies Regulations 2005 reg 36',
  fields: {
    visitedOn: date('Date of the visit', { required: 'The limit for the next visit runs from it' }),
    place: code('Where', places),
    note: text('What happened, and what it means', { lines: 8, neverPrefilled: true }),
  },
  each: {
    seen: yesNo('Was the child seen?', { required: 'A visit counts only if the child was seen', neverPrefilled: true }),
    seenAlone: yesNo('Was the child seen alone?', { neverPrefilled: true, askedWhen: (answers: SoFar) => answers['seen'] === true }),
    notSeenBecause: text('Why the child was not seen', {
      lines: 2,
      neverPrefilled: true,
      askedWhen: (answers: SoFar) => answers['seen'] === false,
    }),
    whatTheChildSaid: text('What the child said or showed', {
      lines: 5,
      neverPrefilled: true,
      askedWhen: (answers: SoFar) => answers['seen'] === true,
    }),
  },
  happenedOn: (answers) => answers.visitedOn,
  timescales: [
    {
      rule: 'childProtectionVisit',
      version: 'local',
      title: 'Child protection visit, child seen',
      limit: workingDays(10),
      starts: [
        { step: 'childProtectionPlan' },
        { step: 'visit', on: (made, history) => (made.answers['seen'] === true ? whileOnPlan(made.happenedOn, history) : undefined) },
      ],
      meets: seen,
      endedBy: endsOfPlan,
      inForce: { from: literal('2000-01-01') },
      announcedOn: literal('2000-01-01'),
      standing: 'local',
      law: 'Local standard: the child is seen at least every ten working days while on a child protection plan',
    },
  ],
  may: { record: practitioners, read: practitioners },
  summary: ({ seen: wasSeen, seenAlone, place }) => {
    const alone = seenAlone === undefined ? '' : seenAlone ? ' alone' : ', not alone';
    return `Visit${place === undefined ? '' : ` ${places[place].toLowerCase()}`}: ${wasSeen ? `child seen${alone}` : 'child not seen'}`;
  },
  decide: (history, { visitedOn, seen: wasSeen }, today) => {
    const day = { field: 'visitedOn', what: 'The date of the visit', on: visitedOn };
    return [...notAhead(day, today), ...(wasSeen ? notBeforeBirth(day, history) : [])];
  },
  examples: {
    'seen alone at home': {
      visitedOn: literal('2026-04-07'),
      place: 'home',
      note: 'Kitchen and bedroom seen. Food in the house.',
      seen: true,
      seenAlone: true,
      whatTheChildSaid: 'She showed me her new shoes.',
    },
    'a looked-after child, in the placement': {
      visitedOn: literal('2026-04-07'),
      place: 'placement',
      note: 'Own room, settled. The carers ask for help with sleep.',
      seen: true,
      seenAlone: true,
      whatTheChildSaid: 'He wants to see his brother more often.',
    },
    'nobody answered': { visitedOn: literal('2026-04-07'), place: 'home', seen: false, notSeenBecause: 'Nobody answered the door.' },
  },
});
