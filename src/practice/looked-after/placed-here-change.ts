import { date as literal } from '../../kernel/calendar/dates.ts';
import { codes } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { inSentence } from '../../kernel/field/in-sentence.ts';
import { text } from '../../kernel/field/plain.ts';
import type { Statement } from '../../kernel/step/history.ts';
import { dayIn } from '../../kernel/step/limit-moments.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { workingDays, type Moment, type Timescale } from '../../kernel/step/timescale.ts';
import { countedFrom, notAhead } from '../checks.ts';
import { localStandard, regulations2010 } from './care-moments.ts';

export const placedHereDone = {
  noticeReceived: 'Their written notice was received, with the care plan (regulation 13)',
  noticeAsked: 'They were asked for the notice',
  toldHere: 'Health, the virtual school and the police here were told',
  noticeOfEnd: 'Their notice that the placement ends was received (regulation 14)',
  ended: 'The child no longer lives here',
} as const;

const did = ({ answers }: Statement, what: keyof typeof placedHereDone): boolean =>
  Array.isArray(answers['done']) && answers['done'].includes(what);

const doneAs = (what: keyof typeof placedHereDone): Moment => ({
  step: 'placedHereChange',
  on: (change, _history, start) => (did(change, what) ? (start === undefined ? change.happenedOn : countedFrom(start, change)) : undefined),
});

const ends: Timescale['endedBy'] = [
  {
    step: 'placedHereChange',
    because: 'the child no longer lives here',
    on: (change) => (did(change, 'ended') ? change.happenedOn : undefined),
  },
  { step: 'periodOfCare', because: 'looked after by this authority' },
];

const placedHereLimits: readonly Timescale[] = [
  {
    ...regulations2010,
    version: 'Care Planning Regulations 2010 as amended in 2014',
    inForce: { from: literal('2014-01-27') },
    announcedOn: literal('2014-01-27'),
    rule: 'noticeOfPlacementHere',
    title: 'Notice of the authority that placed a child here',
    limit: workingDays(5),
    starts: [{ step: 'placedHere' }],
    meets: doneAs('noticeReceived'),
    endedBy: ends,
    law: 'Care Planning Regulations 2010 reg 13: before the placement; in an emergency within five working days of its start. Owed to us by the other authority',
  },
  {
    ...localStandard,
    rule: 'placementHereTold',
    title: 'Agencies here told of a child whom another authority placed here',
    limit: workingDays(5),
    starts: [{ step: 'placedHere', on: (placed) => dayIn(placed, 'learntOn') ?? placed.happenedOn }],
    meets: doneAs('toldHere'),
    endedBy: ends,
    law: 'Local standard: within five working days of our learning of it; out of authority placement of looked-after children, guidance 2014',
  },
];

/** What was received of the other authority, passed on here, and that the placement ended. */
export const placedHereChange = defineStep({
  name: 'placedHereChange',
  title: 'Child placed here: notice, who was told, end',
  law: 'Care Planning, Placement and Case Review Regulations 2010 regs 13 and 14',
  fields: {
    on: date('Date', { required: 'Regulations 13 and 14 set days for it' }),
    done: codes('What was done or received', placedHereDone, { required: 'Each is owed by somebody' }),
    note: text('What it says, and what we ask of them', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  timescales: placedHereLimits,
  togetherWith: 'siblings',
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitioners },
  summary: ({ done }) => `Placed here by another authority: ${done.map((one) => inSentence(placedHereDone[one])).join('; ')}`,
  decide: (_history, { on }, today) => notAhead({ field: 'on', what: 'The date', on }, today),
  dependsOn: ['placedHere'],
  examples: {
    'notice, and told on': {
      on: literal('2026-03-06'),
      done: ['noticeReceived', 'toldHere'],
      note: 'Care plan attached; virtual school has it.',
    },
  },
});
