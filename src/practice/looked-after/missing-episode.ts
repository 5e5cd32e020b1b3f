import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { time } from '../../kernel/field/time.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { missingKinds } from '../../vocabulary/ssda903.ts';
import { notAhead, notBeforeBirth } from '../checks.ts';

export const missingEpisode = defineStep({
  name: 'missingEpisode',
  title: 'Missing or away from placement',
  law: 'Statutory guidance on children who run away or go missing from home or care 2014',
  fields: {
    startedOn: date('Date the child went missing', {
      required: 'Children looked after return: the start of the episode',
      returns: { ssda903: 'missing.MIS_START' },
    }),
    startedAt: time('Time'),
    kind: code('Missing or away', missingKinds, {
      required: 'Children looked after return: missing, or away without authorisation',
      neverPrefilled: true,
      returns: { ssda903: 'missing.MISSING' },
    }),
    policeTold: yesNo('The police were told'),
  },
  each: {
    risk: text('What the risk is, and what is being done', { lines: 4, neverPrefilled: true }),
  },
  happenedOn: (answers) => answers.startedOn,
  offers: (_history, today) => ({ startedOn: { value: today } }),
  may: { record: practitioners, read: practitioners },
  summary: ({ kind }) => (kind === 'M' ? 'Went missing' : 'Away from placement without authorisation'),
  decide: (history, { startedOn }, today) => {
    const day = { field: 'startedOn', what: 'The date the child went missing', on: startedOn };
    return [...notAhead(day, today), ...notBeforeBirth(day, history)];
  },
  carriedBy: { ssda903: 'missing' },
  examples: {
    'missing overnight': {
      startedOn: literal('2026-05-08'),
      startedAt: '22:15',
      kind: 'M',
      policeTold: true,
      risk: 'Older friends with a car.',
    },
  },
});
