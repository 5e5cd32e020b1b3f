import { date as literal, formatDate } from '../../kernel/calendar/dates.ts';
import { code } from '../../kernel/field/code.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { sexes } from '../../vocabulary/cin.ts';
import { notAhead } from '../checks.ts';
import { longestName } from './named-person.ts';
import { nhsNumberField, notAnNhsNumber } from './nhs-number.ts';

/**
 * Who an adult of a family is. A step of its own, not `personDetails` with fewer answers: a child is returned under the authority's
 * identifier, and an adult never is. Whoever has only these is in no list, count or return of children.
 */
export const adultDetails = defineStep({
  name: 'adultDetails',
  title: 'Adult’s details',
  law: 'Children Act 1989 s17 and s47; UK GDPR article 5(1)(c): no more of an adult than the child’s welfare needs',
  about: 'adult',
  fields: {
    firstName: text('First name', { longest: longestName }),
    lastName: text('Last name', { longest: longestName, required: 'An adult without a name cannot be found again or asked' }),
    bornOn: date('Date of birth'),
    diedOn: date('Date of death'),
    sex: code('Sex', sexes),
    nhsNumber: nhsNumberField(),
    contact: text('How to reach them', { hint: 'Telephone, e-mail, and any need for an interpreter' }),
  },
  happenedOn: (answers) => answers.bornOn ?? literal('1900-01-01'),
  may: { record: ['socialWorker', 'teamManager', 'dutyWorker'], read: practitionersAndLeads },
  summary: ({ firstName, lastName, bornOn }) =>
    [
      'Adult’s details recorded',
      [firstName, lastName].filter((part) => part !== undefined).join(' '),
      bornOn === undefined ? '' : `born ${formatDate(bornOn)}`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  decide: (_history, { bornOn, diedOn, nhsNumber }, today) => [
    ...notAnNhsNumber(nhsNumber),
    ...notAhead({ field: 'bornOn', what: 'The date of birth', on: bornOn }, today),
    ...notAhead({ field: 'diedOn', what: 'The date of death', on: diedOn }, today),
    ...(bornOn !== undefined && diedOn !== undefined && diedOn < bornOn
      ? [{ field: 'diedOn', message: `The date of death is ${formatDate(diedOn)}, before the birth on ${formatDate(bornOn)}` }]
      : []),
  ],
  examples: {
    'a mother': { firstName: 'Saira', lastName: 'Example', bornOn: literal('1992-02-11'), sex: 'F', contact: '01632 960123, Urdu' },
    'a grandfather who has died': {
      firstName: 'Tariq',
      lastName: 'Example',
      bornOn: literal('1951-07-01'),
      diedOn: literal('2019-12-24'),
      sex: 'M',
    },
  },
});
