import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

/** A child whom another authority looks after lives in our area: not in our count, and owed what its law asks of them and of us. */
export const placedHere = defineStep({
  name: 'placedHere',
  title: 'Child placed here by another authority',
  law: 'Care Planning, Placement and Case Review Regulations 2010 reg 13; out of authority placement of looked-after children, guidance 2014',
  fields: {
    startedOn: date('Date the child was placed here', {
      required: 'Regulation 13: we are told before it, in an emergency within five working days',
    }),
    authority: text('Which authority looks after the child', { longest: 200, required: 'It answers for the child, and owes the notice' }),
    worker: text('Their social worker and reviewing officer, and how to reach them', { lines: 2 }),
    carers: text('Home or carers, and where', { lines: 2 }),
    learntOn: date('Date on which we learnt of it', { hint: 'By their notice, or otherwise: from the home, a school or the police' }),
    risks: text('What others here must know, and who is a risk to whom', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.startedOn,
  offers: (_history, today) => ({ startedOn: { value: today }, learntOn: { value: today } }),
  togetherWith: 'siblings',
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitioners },
  summary: ({ authority }) => `Placed here by ${authority}`,
  decide: (_history, { startedOn, learntOn }, today) => [
    ...notAhead({ field: 'startedOn', what: 'The date the child was placed here', on: startedOn }, today),
    ...notAhead({ field: 'learntOn', what: 'The date on which we learnt of it', on: learntOn }, today),
  ],
  examples: {
    'in a home in our area': {
      startedOn: literal('2026-03-02'),
      authority: 'Westshire County Council',
      worker: 'Pat Rowe, 01632 960001; reviewing officer Lee Hart',
      carers: 'Example House, 3 Mill Lane',
      learntOn: literal('2026-03-04'),
      risks: 'Goes missing to the coast; not to meet her uncle.',
    },
  },
});
