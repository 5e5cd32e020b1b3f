import { date as literal, formatDate } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text, yesNo } from '../../kernel/field/plain.ts';
import { practitionersAndLeads } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';
import { notUntilBefore } from './named-person.ts';

/**
 * Who lives where, and with whom: one entry about everybody who moved in together is one household. A later one ends the earlier. The
 * address is meant for all of them; until when is each one's own.
 */
export const household = defineStep({
  name: 'household',
  title: 'Household and address',
  law: 'Children Act 1989 s17, s22G and Sch 2; Working Together 2023: who lives in the household is seen and recorded',
  about: 'anybody',
  togetherWith: 'family',
  fields: {
    from: date('Date from which they live there', { required: 'Says where the child was, and with whom, on any day' }),
    address: text('Address', { lines: 3, required: 'Somebody must be able to go to the child' }),
    postcode: text('Postcode', {
      pattern: /^[A-Za-z]{1,2}\d[A-Za-z\d]? ?\d[A-Za-z]{2}$/,
      patternSays: 'must be a full postcode, for example OX1 1ND',
    }),
    uprn: text('Unique property reference number', { pattern: /^\d{1,12}$/, patternSays: 'must be up to twelve digits' }),
    isConfidential: yesNo('Is the address confidential?', {
      hint: 'Yes keeps it from every line of the chronology and from what is printed',
    }),
  },
  each: { until: date('Until when', { hint: 'Only if they have left' }) },
  happenedOn: (answers) => answers.from,
  may: { record: practitionersAndLeads, read: practitionersAndLeads },
  summary: ({ address, postcode, isConfidential, until }) => {
    const where =
      isConfidential === true ? 'a confidential address' : [oneLine(address), postcode].filter((part) => part !== undefined).join(', ');
    return `Lives at ${where}${until === undefined ? '' : ` until ${formatDate(until)}`}`;
  },
  decide: (_history, { from, until }, today) => [
    ...notAhead({ field: 'from', what: 'The date from which they live there', on: from }, today),
    ...notUntilBefore(from, until),
  ],
  examples: {
    'at home with her mother': {
      from: literal('2024-09-01'),
      address: '14 Example Street\nOxford',
      postcode: 'OX1 1ND',
      uprn: '100120001',
    },
    'a refuge': { from: literal('2026-01-15'), address: 'Example House', isConfidential: true, until: literal('2026-03-01') },
  },
});

export const oneLine = (address: string): string => address.split(/\s*\n\s*/).join(', ');
