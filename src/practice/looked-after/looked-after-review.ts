import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { count, link, text, yesNo } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { lastGiven } from '../../kernel/step/prefill.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { reviewParticipation } from '../../vocabulary/ssda903.ts';
import { notAhead, notBeforeStart } from '../checks.ts';
import { reviewLimits } from './review-limits.ts';
import { reviewingOfficerNamed } from './reviewing-officer-named.ts';

const ifHeld = (answers: SoFar): boolean => answers['held'] !== false;

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
    officer: link('Reviewing officer in the chair', 'member'),
    participation: code('How the child took part', reviewParticipation, {
      neverPrefilled: true,
      returns: { ssda903: 'reviews.REVIEW_CODE' },
      askedWhen: ifHeld,
    }),
    spokeWithOfficer: yesNo('The officer spoke with the child alone before the review', { neverPrefilled: true, askedWhen: ifHeld }),
    childsView: text('What the child said', { lines: 5, neverPrefilled: true, askedWhen: ifHeld }),
    parentsView: text('What the parents said', { lines: 3, neverPrefilled: true, askedWhen: ifHeld }),
    planMeetsNeeds: yesNo('The care plan meets the child’s needs', { neverPrefilled: true, askedWhen: ifHeld }),
    permanenceAgreed: yesNo('A plan for permanence was agreed', { neverPrefilled: true, askedWhen: ifHeld }),
    decisions: text('Decisions, who does what and by when', { lines: 8, neverPrefilled: true, askedWhen: ifHeld }),
    visitsEveryWeeks: count('For a child placed for adoption: visits at least every how many weeks', { askedWhen: ifHeld }),
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
  happenedOn: (answers) => answers.heldOn,
  offers: (history, today) => ({ heldOn: { value: today }, officer: lastGiven(reviewingOfficerNamed, 'officer', history) }),
  timescales: reviewLimits,
  may: { record: ['reviewingOfficer', 'teamManager'], read: practitioners },
  summary: ({ held, adjourned, participation }) =>
    held === false
      ? `Looked-after review ${adjourned === true ? 'adjourned' : 'not held'}`
      : `Looked-after review${participation === undefined ? '' : `. Child: ${reviewParticipation[participation].toLowerCase()}`}`,
  decide: (history, { heldOn }, today) => {
    const day = { field: 'heldOn', what: 'The date of the review', on: heldOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'periodOfCare', 'the child became looked after')];
  },
  dependsOn: ['periodOfCare'],
  carriedBy: { ssda903: 'reviews' },
  examples: {
    'first review': {
      heldOn: literal('2026-02-05'),
      held: true,
      participation: 'PN1',
      spokeWithOfficer: true,
      childsView: 'She likes the school and misses her brother.',
      planMeetsNeeds: true,
      decisions: 'Family time with her brother each week; social worker, by 20 February.',
    },
    'put off': { heldOn: literal('2026-02-05'), held: false, notHeldBecause: 'The officer was ill.' },
    adjourned: { heldOn: literal('2026-02-05'), held: false, adjourned: true, notHeldBecause: 'The school report was missing.' },
  },
});
