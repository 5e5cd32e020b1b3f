import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { link, text } from '../../kernel/field/plain.ts';
import { time } from '../../kernel/field/time.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead, notBeforeStart, statementsOf } from '../checks.ts';

/** The child is back, at home or in the placement: 72 hours run from here. Without a time they run from the end of the day, the latest it can have been. */
export const returnFromMissing = defineStep({
  name: 'returnFromMissing',
  title: 'Returned from being missing',
  law: 'Statutory guidance on children who run away or go missing from home or care 2014',
  fields: {
    returnedOn: date('Date the child returned', {
      required: 'Children looked after return, and the 72 hours for the return home interview',
      returns: { ssda903: 'missing.MIS_END' },
    }),
    returnedAt: time('Time', { hint: 'The 72 hours run from it' }),
    episode: link('Which time', 'entry', { hint: 'Leave empty for the last one' }),
    howFound: text('How the child returned or was found, and how the child was', { lines: 3, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.returnedOn,
  offers: (_history, today) => ({ returnedOn: { value: today } }),
  togetherWith: 'siblings',
  among: (history) => statementsOf('missingEpisode', history),
  may: { record: practitioners, read: practitioners },
  summary: ({ returnedAt }) => `Returned${returnedAt === undefined ? '' : ` at ${returnedAt}`}`,
  decide: (history, { returnedOn }, today) => {
    const day = { field: 'returnedOn', what: 'The date the child returned', on: returnedOn };
    return [...notAhead(day, today), ...notBeforeStart(day, history, 'missingEpisode', 'the child went missing')];
  },
  dependsOn: ['missingEpisode'],
  carriedBy: { ssda903: 'missing' },
  examples: {
    'back in the morning': { returnedOn: literal('2026-05-09'), returnedAt: '07:40', howFound: 'Came back alone, tired and hungry.' },
  },
});
