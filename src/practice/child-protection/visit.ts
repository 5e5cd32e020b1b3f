import { addDays, date as literal, formatDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { Birth, SoFar } from '../../kernel/field/field.ts';
import { link, text, yesNo } from '../../kernel/field/plain.ts';
import type { Offer } from '../../kernel/step/offers.ts';
import type { History } from '../../kernel/step/history.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { agreedActions } from '../actions/planned-actions.ts';
import { lifeOf, notAfterDeath, notAhead, notBeforeBirth } from '../checks.ts';
import { childProtectionVisitLimits } from './visit-limits.ts';

const places = { home: 'At home', placement: 'In the placement', school: 'At school or nursery', elsewhere: 'Somewhere else' } as const;

/** Why not is part of the answer: a line that is quick to give is given. */
const alone = {
  yes: 'Yes',
  didNotWant: 'No: the child did not want it',
  notRight: 'No: not right for a child of this age',
  couldNot: 'No: it could not be done',
} as const;

/** Where the child lives now, as last recorded; else where they were last visited; of a child of whom neither is on record yet, at home, as most visits are. */
function placeNow(history: History): Offer<keyof typeof places> {
  const moved = history.findLast(({ step }) => step === 'household' || step === 'placement' || step === 'periodOfCareEnd');
  if (moved !== undefined && moved.step !== 'periodOfCareEnd')
    return { value: moved.step === 'placement' ? 'placement' : 'home', from: moved };
  const before = history.findLast(({ step, answers }) => step === 'visit' && isPlace(answers['place']));
  const place = before?.answers['place'];
  return before !== undefined && isPlace(place) ? { value: place, from: before } : { value: 'home' };
}

const isPlace = (value: unknown): value is keyof typeof places => typeof value === 'string' && Object.hasOwn(places, value);

const notUnbornChild = ({ bornOn, expectedOn }: Birth): boolean => bornOn !== undefined || expectedOn === undefined;

/** Before the birth it is the expectant mother who is visited; for four weeks after it a visit of before may still be written up. */
const unbornOrNewborn = ({ bornOn, expectedOn }: Birth, today: LocalDate): boolean =>
  expectedOn !== undefined && (bornOn === undefined || addDays(bornOn, 28) >= today);

/** A child whose birth nobody has recorded cannot have been seen. */
function notUnborn(history: History): readonly Problem[] {
  const { bornOn, expectedOn } = lifeOf(history);
  if (bornOn !== undefined || expectedOn === undefined) return [];
  const message = `The child is not yet born: the birth is expected on ${formatDate(expectedOn)}. Say that the child was not seen, and whether the expectant mother was. If the child has been born, record the date of birth first`;
  return [{ field: 'seen', message }];
}

/** Of a child who was born by then, the visit is to the child. */
function notOnceBorn(visitedOn: LocalDate, history: History): readonly Problem[] {
  const { bornOn } = lifeOf(history);
  return bornOn !== undefined && bornOn < visitedOn
    ? [
        {
          field: 'motherSeen',
          message: `The child was born on ${formatDate(bornOn)}: say whether the child was seen, and leave this empty`,
        },
      ]
    : [];
}

/** One visit to one or several children: the place and the note are meant for all; what was seen and said is each child's own. */
export const visit = defineStep({
  name: 'visit',
  title: 'Visit',
  law: 'Children Act 1989 s47(4), s17(4A) and s23ZA; Working Together 2023, chapter 3; Care Planning Regulations 2010 regs 28–31; Care Leavers Regulations 2010 reg 8; Adoption Agencies Regulations 2005 reg 36',
  fields: {
    visitedOn: date('Date of the visit', { required: 'The limit for the next visit runs from it' }),
    place: code('Where', places, {
      folded: 'asOffered',
      hint: 'Of a child who has short breaks: a visit counts where the child is placed',
    }),
    announced: yesNo('Was the visit announced?', { neverPrefilled: true }),
    note: text('What happened, and what it means', { lines: 6, neverPrefilled: true }),
    agreedActions,
    colleague: link('A colleague who came too', 'member', {
      folded: true,
      hint: 'A joint visit, or somebody who learns: it counts in their induction too',
    }),
  },
  each: {
    seen: yesNo('Was the child seen?', { required: 'A visit counts only if the child was seen', neverPrefilled: true }),
    seenAlone: code('Was the child seen alone?', alone, {
      neverPrefilled: true,
      askedOf: notUnbornChild,
      askedWhen: (answers: SoFar) => answers['seen'] === true,
    }),
    notSeenBecause: text('Why the child was not seen', {
      lines: 2,
      neverPrefilled: true,
      askedWhen: (answers: SoFar) => answers['seen'] === false,
    }),
    whatTheChildSaid: text('What the child said or showed', {
      lines: 3,
      neverPrefilled: true,
      askedOf: notUnbornChild,
      askedWhen: (answers: SoFar) => answers['seen'] === true,
    }),
    motherSeen: yesNo('Was the expectant mother seen?', {
      neverPrefilled: true,
      askedOf: unbornOrNewborn,
      askedWhen: (answers: SoFar) => answers['seen'] === false,
    }),
    sleepingPlaceSeen: yesNo('Did you see where the child sleeps?', {
      folded: true,
      neverPrefilled: true,
      hint: 'Before the birth: where the baby will sleep',
    }),
    sleepingPlace: text('Where the child sleeps and how it was, or why you did not see it', {
      folded: true,
      lines: 2,
      neverPrefilled: true,
      askedWhen: (answers: SoFar) => answers['sleepingPlaceSeen'] !== undefined,
    }),
  },
  happenedOn: (answers) => answers.visitedOn,
  offers: (history, today) => ({ visitedOn: { value: today }, place: placeNow(history) }),
  ticks: 'household',
  recordsAtOnce: true,
  timescales: childProtectionVisitLimits,
  may: { record: practitionersAndLeads, read: practitionersAndLeads },
  summary: ({ seen: wasSeen, seenAlone, motherSeen, place, announced, sleepingPlaceSeen }) => {
    const how = seenAlone === undefined ? '' : seenAlone === 'yes' ? ' alone' : ', not alone';
    const met = wasSeen ? `child seen${how}` : motherSeen === true ? 'expectant mother seen' : 'child not seen';
    const slept = sleepingPlaceSeen === undefined ? '' : `; where the child sleeps ${sleepingPlaceSeen ? '' : 'not '}seen`;
    const told = announced === false ? 'Unannounced visit' : 'Visit';
    return `${told}${place === undefined ? '' : ` ${places[place].toLowerCase()}`}: ${met}${slept}`;
  },
  decide: (history, { visitedOn, seen: wasSeen, motherSeen }, today) => {
    const day = { field: 'visitedOn', what: 'The date of the visit', on: visitedOn };
    return [
      ...notAhead(day, today),
      ...(wasSeen ? [...notBeforeBirth(day, history), ...notUnborn(history), ...notAfterDeath(day, history)] : []),
      ...(motherSeen === true ? notOnceBorn(visitedOn, history) : []),
    ];
  },
  examples: {
    'seen alone at home': {
      visitedOn: literal('2026-04-07'),
      place: 'home',
      announced: false,
      note: 'Kitchen seen. Food in the house.',
      seen: true,
      seenAlone: 'yes',
      whatTheChildSaid: 'She showed me her new shoes.',
      sleepingPlaceSeen: true,
      sleepingPlace: 'She shares the small bedroom with her sister. A bed each, clean, the heating on.',
      agreedActions: [{ what: 'The stair gate is fitted', whoElse: 'Her father', byWhen: literal('2026-04-14') }],
    },
    'a looked-after child, in the placement': {
      visitedOn: literal('2026-04-07'),
      place: 'placement',
      note: 'Own room, settled. The carers ask for help with sleep.',
      seen: true,
      seenAlone: 'yes',
      whatTheChildSaid: 'He wants to see his brother more often.',
    },
    'seen, and not alone': {
      visitedOn: literal('2026-04-07'),
      place: 'home',
      note: 'Bottles made up, sleeping place safe.',
      seen: true,
      seenAlone: 'notRight',
      whatTheChildSaid: 'In her mother’s arms. She smiled, and followed her mother with her eyes.',
    },
    'before the birth': {
      visitedOn: literal('2026-04-07'),
      place: 'home',
      announced: true,
      note: 'Clothes are there. She goes to every appointment.',
      seen: false,
      motherSeen: true,
      sleepingPlaceSeen: true,
      sleepingPlace: 'A Moses basket beside her own bed.',
    },
    'nobody answered': {
      visitedOn: literal('2026-04-07'),
      place: 'home',
      announced: false,
      seen: false,
      notSeenBecause: 'Nobody answered the door.',
    },
  },
});
