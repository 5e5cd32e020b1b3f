import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { time } from '../../kernel/field/time.ts';
import type { Statement } from '../../kernel/step/history.ts';
import { offerLink } from '../../kernel/step/offers.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { hours, type Limit } from '../../kernel/step/timescale.ts';
import { notAhead, notBeforeStart, statementsOf } from '../checks.ts';
import { undecidedIn } from './contacts.ts';

/** How soon somebody must act, never how safe a child is. None is longer than the working day that Working Together allows for every contact. */
export const ratings = {
  immediate: 'Immediate: within four hours',
  urgent: 'Urgent: within a day and a night',
  ordinary: 'Ordinary: within the working day that every contact has',
} as const;

const hoursBy: Readonly<Record<string, Limit>> = { immediate: hours(4), urgent: hours(24) };

const tighter = (rating: Statement): Limit | undefined => hoursBy[String(rating.answers['rating'])];

/** At triage, and again whenever something comes in: each rating stands until the next. */
export const triageRating = defineStep({
  name: 'triageRating',
  title: 'Triage rating',
  law: 'Working Together 2023, chapter 3; a local standard for how soon',
  fields: {
    ratedOn: date('Date of the rating', { required: 'The limit in hours runs from it' }),
    ratedAt: time('Time of the rating', { required: 'The limit in hours runs from it' }),
    rating: code('How soon must somebody act?', ratings, { required: 'Says which of the waiting is first', neverPrefilled: true }),
    contact: link('Which contact', 'entry', { hint: 'Leave empty for the last one' }),
    reason: text('Why, or what has changed', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.ratedOn,
  timescales: [
    {
      rule: 'triage',
      version: 'local',
      title: 'Decision within the rating',
      limit: tighter,
      starts: [{ step: 'triageRating', at: (one) => one.answers['ratedAt'] as string }],
      meets: { step: 'contactDecision' },
      alsoMetBy: [{ step: 'referralDecision' }, { step: 'strategyDiscussion' }],
      endedBy: [
        { step: 'triageRating', because: 'rated again', at: (one) => one.answers['ratedAt'] as string },
        { step: 'closure', because: 'case closed' },
      ],
      inForce: { from: literal('2013-04-15') },
      announcedOn: literal('2013-04-15'),
      standing: 'local',
      law: 'Local standard: four hours from an immediate rating, twenty-four from an urgent one',
    },
  ],
  offers: (history, today) => ({ ratedOn: { value: today }, contact: offerLink(undecidedIn(history).at(-1)) }),
  togetherWith: 'siblings',
  recordsAtOnce: true,
  among: (history) => statementsOf('contact', history),
  may: { record: ['teamManager', 'dutyWorker', 'socialWorker'], read: practitioners },
  summary: ({ rating }) => `Triage rating: ${rating}`,
  decide: (history, { ratedOn }, today) => {
    const day = { field: 'ratedOn', what: 'The date of the rating', on: ratedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'contact', 'the first contact')];
  },
  examples: {
    urgent: { ratedOn: literal('2026-03-02'), ratedAt: '10:40', rating: 'urgent' },
    'rated again after the police answered': {
      ratedOn: literal('2026-03-02'),
      ratedAt: '15:05',
      rating: 'immediate',
      reason: 'The man now living there is on licence for harm to a child.',
    },
  },
});
