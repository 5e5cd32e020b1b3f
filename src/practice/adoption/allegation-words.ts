import type { SoFar } from '../../kernel/field/field.ts';
import type { Problem } from '../../kernel/step/outcome.ts';

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
