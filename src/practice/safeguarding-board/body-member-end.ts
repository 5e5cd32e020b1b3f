import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, statementsOf, unanswered } from '../checks.ts';
import { mayMakeBodies } from './readers.ts';

/** The last day of somebody’s seat. From the day after they open the body no more. */
export const bodyMemberEnd = defineStep({
  name: 'bodyMemberEnd',
  title: 'End of a membership',
  law: 'Children Act 2004 ss16E–16L; Working Together 2023, chapter 2',
  file: 'body',
  fields: {
    on: date('Last day', { required: 'They open the body until the end of it' }),
    seat: link('Whose', 'entry', { required: 'One seat ends, and no other' }),
    why: text('Why', { longest: 300 }),
  },
  happenedOn: (answers) => answers.on,
  offers: (_history, today) => ({ on: { value: today } }),
  among: (history) => unanswered(statementsOf('bodyMember', history), history, { step: 'bodyMemberEnd', question: 'seat' }),
  may: mayMakeBodies,
  summary: ({ why }) => `A membership ended${why === undefined ? '' : `: ${why}`}`,
  decide: (history, { on, seat }, today) => {
    const begun = history.find(({ entry }) => entry === seat);
    return [
      ...notAhead({ field: 'on', what: 'The last day', on }, today),
      ...(begun !== undefined && begun.step !== 'bodyMember' ? [{ field: 'seat', message: 'That is no membership: choose one' }] : []),
      ...(begun !== undefined && on < begun.happenedOn ? [{ field: 'on', message: 'The last day is before the first' }] : []),
    ];
  },
  dependsOn: ['bodyMember'],
  examples: { 'another post': { on: literal('2026-03-31'), seat: '55555555-5555-4555-8555-555555555555', why: 'Moved to another force' } },
});
