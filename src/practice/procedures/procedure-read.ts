import { date as literal } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import { text } from '../../kernel/field/plain.ts';
import { everybodyHere } from '../../kernel/step/permission.ts';
import { defineStep } from '../../kernel/step/step.ts';
import { notAhead } from '../checks.ts';

/** A member of staff has read a chapter. Who: whoever recorded it. The evidence is what they will do because of it, not a tick. */
export const procedureRead = defineStep({
  name: 'procedureRead',
  title: 'Chapter of the procedures read and understood',
  law: 'Standards for employers of social workers in England (LGA 2020), standard 1; Working Together 2023, chapter 2',
  file: 'procedures',
  page: 'procedures',
  fields: {
    readOn: date('Date', { required: 'Shows which edition was in force' }),
    edition: date('Edition', { required: 'A chapter that is amended is read again' }),
    otherwise: text('What will you do because of this chapter, or do otherwise than before?', {
      lines: 2,
      longest: 2000,
      required: 'That it was understood is shown by what follows from it',
      neverPrefilled: true,
    }),
    unclear: text('What is unclear, or cannot be done as it is written?', {
      lines: 2,
      longest: 2000,
      hint: 'Goes to whoever owns the chapter',
      neverPrefilled: true,
    }),
  },
  happenedOn: (answers) => answers.readOn,
  offers: (_history, today) => ({ readOn: { value: today } }),
  may: { record: everybodyHere, read: everybodyHere },
  summary: ({ unclear }) => `Read and understood${unclear === undefined ? '' : `. Unclear: ${unclear}`}`,
  decide: (_history, { readOn, edition }, today) => [
    ...notAhead({ field: 'readOn', what: 'The date', on: readOn }, today),
    ...(edition > readOn ? [{ field: 'edition', message: 'That edition was not in force on the day on which it was read' }] : []),
  ],
  examples: {
    'with what follows': {
      readOn: literal('2026-11-10'),
      edition: literal('2026-11-02'),
      otherwise: 'I ask the school to every strategy discussion, and the midwife for an unborn child.',
    },
    'and what is unclear': {
      readOn: literal('2026-11-10'),
      edition: literal('2026-11-02'),
      otherwise: 'I write down who was asked and did not come.',
      unclear: 'Who asks the midwife when the mother is booked in another county?',
    },
  },
});
