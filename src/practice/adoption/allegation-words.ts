import type { LocalDate } from '../../kernel/calendar/dates.ts';
import { date } from '../../kernel/field/date.ts';
import type { SoFar } from '../../kernel/field/field.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import { notAhead } from '../checks.ts';

/** Whether a concern about carers or adopters is an allegation against them. */
export const ifAllegation = ({ kind }: SoFar): boolean => kind === 'allegation';
export const ifNone = ({ kind }: SoFar): boolean => kind !== undefined && kind !== 'allegation';

/**
 * Every practitioner opens the files of carers and adopters, and few the file of an allegation (Working Together 2023: those who need to know). What is alleged,
 * and what was found, is written there and nowhere here. The database refuses it too.
 */
export const noWordsOfAllegation = (field: string, words: string | undefined): readonly Problem[] =>
  words === undefined || words.trim() === ''
    ? []
    : [
        {
          field,
          message: 'The words of an allegation are for the designated officer alone: tell them under Allegations, and leave this empty',
        },
      ];

/** A concern that is an allegation is told to the designated officer first. */
export const officerToldOn = date('Designated officer told on', {
  askedWhen: ifAllegation,
  hint: 'What is alleged is written to them, and nowhere here',
});

type Concern = {
  readonly on: LocalDate;
  readonly kind: string;
  readonly words?: string | undefined;
  readonly officerToldOn?: LocalDate | undefined;
};

/** What holds back a concern about carers or adopters: days ahead, and the words of an allegation. */
export const wrongInConcern = ({ on, kind, words, officerToldOn: told }: Concern, today: LocalDate): readonly Problem[] => [
  ...notAhead({ field: 'on', what: 'The date', on }, today),
  ...notAhead({ field: 'officerToldOn', what: 'The date the designated officer was told', on: told }, today),
  ...(kind === 'allegation' ? noWordsOfAllegation('words', words) : []),
];
