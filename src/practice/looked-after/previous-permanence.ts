import { date as literal } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import { partialDate } from '../../kernel/field/partial-date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitioners } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { previousPermanenceOptions } from '../../vocabulary/ssda903.ts';
import { notAhead } from '../checks.ts';

const before = (answers: SoFar): boolean => answers['option'] !== 'Z1';

/** Whether the child had left care before by a permanence order. */
export const previousPermanence = defineStep({
  name: 'previousPermanence',
  title: 'Previous permanence',
  law: 'Children looked after return: previous permanence',
  fields: {
    option: code('How the child left care before', previousPermanenceOptions, {
      required: 'Children looked after return: asked of every child who becomes looked after',
      returns: { ssda903: 'prev_perm.PREV_PERM' },
    }),
    authority: text('Which authority arranged it', { askedWhen: before, returns: { ssda903: 'prev_perm.LA_PERM' } }),
    orderedOn: partialDate('Date of the order, as far as known', { askedWhen: before, returns: { ssda903: 'prev_perm.DATE_PERM' } }),
    establishedOn: date('Date this was established', { hint: 'Leave empty if it is not known' }),
  },
  happenedOn: (answers) => answers.establishedOn ?? literal('1900-01-01'),
  may: { record: ['socialWorker', 'teamManager'], read: practitioners },
  summary: ({ option }) => `Previous permanence: ${previousPermanenceOptions[option].toLowerCase()}`,
  decide: (_history, { establishedOn }, today) =>
    notAhead({ field: 'establishedOn', what: 'The date this was established', on: establishedOn }, today),
  carriedBy: { ssda903: 'prev_perm' },
  examples: {
    none: { option: 'Z1', establishedOn: literal('2026-01-12') },
    'adopted before': { option: 'P1', authority: 'Example', orderedOn: '2019-05', establishedOn: literal('2026-01-12') },
  },
});
