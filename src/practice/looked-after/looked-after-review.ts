import { date as literal, type LocalDate } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { count, link, text, yesNo } from '../../kernel/field/plain.ts';
import type { History } from '../../kernel/step/history.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { lastGiven } from '../../kernel/step/prefill.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { reviewParticipation } from '../../vocabulary/ssda903.ts';
import { lastActions, plannedActions } from '../actions/planned-actions.ts';
import { notAhead, notBeforeStart } from '../checks.ts';
import { heldBack } from '../gates/gate.ts';
import { askedToReview, knownInCare, visitsAsBefore } from './known-in-care.ts';
import { becauseOf, places, ties, tiesOf } from './review-independence.ts';
import { reviewLimits } from './review-limits.ts';
import { reviewingOfficerNamed } from './reviewing-officer-named.ts';

const ifHeld = (answers: SoFar): boolean => answers['held'] !== false;

/** Until then these were asked at the review itself; now the first two in its record, of the others one answer says it. */
const asked2026 = { neverPrefilled: true, until: '2026-11-28' } as const;

const notByAnyTied = (history: History, on: LocalDate) => heldBack('independentReview', { history, on, field: 'officer', isMet: false });

const plans = {
  agreed: 'It meets the child’s needs, and a plan for permanence is agreed',
  notYetAgreed: 'It meets the child’s needs; a plan for permanence is not agreed yet',
  placedForAdoption: 'The child is placed for adoption, and the placement meets their needs',
  mustChange: 'It does not meet the child’s needs and must change',
} as const;

/** A review of a looked-after child’s case; for a child who may be placed for adoption it is the adoption review as well. */
export const lookedAfterReview = defineStep({
  name: 'lookedAfterReview',
  title: 'Looked-after review',
  law: 'Children Act 1989 s26; Care Planning, Placement and Case Review Regulations 2010 regs 32–38; Adoption Agencies Regulations 2005 reg 36',
  fields: {
    heldOn: date('Date of the review', {
      required: 'Children looked after return, and the start of the limit for the next review',
      returns: { ssda903: 'reviews.REVIEW' },
    }),
    held: yesNo('The review was held', { hint: 'A review that was put off or not finished does not count' }),
    officer: link('Reviewing officer in the chair', 'member', {
      hint: 'Of a review that was held they must be named: whether they are independent is judged of a person',
    }),
    isIndependent: yesNo('The officer neither manages the case or its workers nor controls its money', {
      hint: 'What the record says against them is checked as well',
      folded: true,
      askedWhen: ifHeld,
    }),
    people: text('Who was asked', { lines: 3, hint: 'Say who did not come', askedWhen: ifHeld }),
    actions: { ...plannedActions('Who does what, by when: last time’s, and what is new'), askedWhen: ifHeld },
    spokeWithOfficer: yesNo('The officer spoke with the child alone before the review', asked2026),
    parentsView: text('What the parents said', asked2026),
    planMeetsNeeds: yesNo('The care plan meets the child’s needs', asked2026),
    permanenceAgreed: yesNo('A plan for permanence was agreed', asked2026),
    adjourned: yesNo('It was begun, and adjourned', {
      hint: 'It must be completed within 20 working days',
      askedWhen: (answers: SoFar) => answers['held'] === false,
    }),
    notHeldBecause: text('Why it was not held', {
      lines: 2,
      neverPrefilled: true,
      askedWhen: (answers: SoFar) => answers['held'] === false,
    }),
  },
  each: {
    participation: code('How the child took part', reviewParticipation, {
      neverPrefilled: true,
      returns: { ssda903: 'reviews.REVIEW_CODE' },
      askedWhen: ifHeld,
    }),
    childsView: text('What the child said', { lines: 5, neverPrefilled: true, askedWhen: ifHeld }),
    asItStands: text('How things stand: placement, legal status, school, health', {
      lines: 6,
      hint: 'As the record has it. Put right what is otherwise',
      askedWhen: ifHeld,
    }),
    planNow: code('Does the care plan meet the child’s needs?', plans, { neverPrefilled: true, askedWhen: ifHeld }),
    decisions: text('What was decided, and why', { lines: 5, neverPrefilled: true, askedWhen: ifHeld }),
    visitsEveryWeeks: count('Visits to the child and the adopters, at least every how many weeks', {
      hint: 'As this review decides. Left empty: every six weeks',
      askedWhen: (answers: SoFar) => answers['planNow'] === 'placedForAdoption',
    }),
  },
  happenedOn: (answers) => answers.heldOn,
  offers: (history, today) => ({
    heldOn: { value: today },
    held: { value: true },
    officer: lastGiven(reviewingOfficerNamed, 'officer', history),
    isIndependent: lastGiven(reviewingOfficerNamed, 'isIndependent', history),
    people: askedToReview(history, today),
    asItStands: knownInCare(history, today),
    actions: lastActions(history),
    visitsEveryWeeks: visitsAsBefore(history),
  }),
  timescales: reviewLimits,
  may: { record: ['reviewingOfficer', 'teamManager'], read: practitioners },
  summary: ({ held, adjourned, participation }) =>
    held === false
      ? `Looked-after review ${adjourned === true ? 'adjourned' : 'not held'}`
      : `Looked-after review${participation === undefined ? '' : `. Child: ${reviewParticipation[participation].toLowerCase()}`}`,
  decide: (history, { heldOn, held, officer, isIndependent }, today) => {
    const day = { field: 'heldOn', what: 'The date of the review', on: heldOn };
    const [tied] = officer === undefined ? [] : tiesOf(history, officer, heldOn);
    const tie = tied?.tie ?? (isIndependent === false ? 'lineOrBudget' : undefined);
    const against = tie === undefined ? (officer === undefined ? 'nobody is named' : undefined) : ties[tie];
    return [
      ...notAhead(day, today),
      ...notBeforeStart(day, history, 'periodOfCare', 'the child became looked after'),
      ...(held === false || against === undefined ? [] : becauseOf(against, notByAnyTied(history, heldOn))),
    ];
  },
  outsideTheLine: {
    who: ({ held, officer }) => (held === false ? undefined : officer),
    against: (history, { heldOn }, place) => becauseOf(places[place], notByAnyTied(history, heldOn)),
  },
  dependsOn: ['periodOfCare', 'allocation', 'gateOverride', 'personalAdviserNamed'],
  carriedBy: { ssda903: 'reviews' },
  examples: {
    'first review': {
      heldOn: literal('2026-02-05'),
      held: true,
      officer: '44444444-4444-4444-8444-444444444444',
      isIndependent: true,
      participation: 'PN1',
      childsView: 'She likes the school and misses her brother.',
      actions: [
        {
          what: 'Family time with her brother each week',
          owner: '44444444-4444-4444-8444-444444444444',
          byWhen: literal('2026-02-20'),
          measure: 'She says at the next review that they met.',
        },
        { what: 'Life-story work begins', whoElse: 'Her foster carer', byWhen: literal('2026-03-31') },
      ],
      planNow: 'notYetAgreed',
      decisions: 'She stays where she is until the court decides; all agree.',
    },
    'placed for adoption, the first review': {
      heldOn: literal('2026-08-04'),
      held: true,
      officer: '44444444-4444-4444-8444-444444444444',
      participation: 'PN0',
      planNow: 'placedForAdoption',
      visitsEveryWeeks: 2,
    },
    'placed for adoption': {
      heldOn: literal('2026-11-03'),
      held: true,
      officer: '44444444-4444-4444-8444-444444444444',
      participation: 'PN0',
      planNow: 'placedForAdoption',
      decisions: 'They may apply for the order after the next visit.',
      visitsEveryWeeks: 4,
    },
    'put off': { heldOn: literal('2026-02-05'), held: false, notHeldBecause: 'The officer was ill.' },
    adjourned: { heldOn: literal('2026-02-05'), held: false, adjourned: true, notHeldBecause: 'The school report was missing.' },
  },
});
