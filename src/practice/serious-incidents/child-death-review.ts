import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

const meetings = { deathReviewMeeting: 'Child death review meeting', overviewPanel: 'Child death overview panel' } as const;
const modifiable = { yes: 'There were', no: 'There were none', notKnown: 'It cannot be said' } as const;

/** Every child’s death is reviewed, whatever its cause: by those who knew the child, then by the panel, for the whole area. */
export const childDeathReview = defineStep({
  name: 'childDeathReview',
  title: 'Child death review',
  law: 'Children Act 2004 ss16M–16Q; Child Death Review statutory and operational guidance 2018',
  file: 'caseReview',
  fields: {
    heldOn: date('Date', { required: 'It stands in the order of the reviews' }),
    meeting: code('Which meeting', meetings, { required: 'The panel looks at what the meeting found' }),
    modifiable: code('Factors that could have been changed', modifiable, { neverPrefilled: true }),
    learning: text('What can be learnt for other children', { lines: 4, neverPrefilled: true }),
    family: text('What the family asked, and what they were told', { lines: 3, neverPrefilled: true }),
    nationalFormOn: date('Analysis sent to the National Child Mortality Database'),
  },
  happenedOn: (answers) => answers.heldOn,
  offers: (_history, today) => ({ heldOn: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ meeting }) => meetings[meeting],
  decide: (_history, { heldOn }, today) => notAhead({ field: 'heldOn', what: 'The date', on: heldOn }, today),
  examples: {
    'the meeting': {
      heldOn: literal('2026-06-15'),
      meeting: 'deathReviewMeeting',
      modifiable: 'yes',
      learning: 'Safe sleep was explained once, on the ward, to her mother alone.',
      family: 'Why nobody asked the father. He was told that we should have.',
    },
    'the panel': { heldOn: literal('2026-09-10'), meeting: 'overviewPanel', nationalFormOn: literal('2026-09-14') },
  },
});
