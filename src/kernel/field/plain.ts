import { firstText, type Field, type FieldOptions, type LinkTarget } from './field.ts';

type TextOptions = FieldOptions & {
  /** The height of the box; 1 is a single line. */
  readonly lines?: number;
  readonly pattern?: RegExp;
  readonly patternSays?: string;
  /** Characters at most: 20,000 unless told. */
  readonly longest?: number;
};

/** Words. Longer than its longest is refused, never cut. */
export function text<const O extends TextOptions>(label: string, options?: O): Field<string> & NoInfer<O> {
  const longest = options?.longest ?? 20_000;
  return {
    ...(options as O),
    kind: 'text',
    label,
    control: { kind: 'text', lines: options?.lines ?? 1 },
    schema: { type: 'string', maxLength: longest },
    parse: (given) => {
      const value = firstText(given);
      if (value !== undefined && value.length > longest)
        return {
          problem: `must be ${longest.toLocaleString('en-GB')} characters or fewer; it has ${value.length.toLocaleString('en-GB')}`,
        };
      if (value?.includes('\u0000')) return { problem: 'must not hold a null character' };
      if (value !== undefined && options?.pattern?.test(value) === false)
        return { problem: options.patternSays ?? 'is not written as it should be' };
      return { value };
    },
    display: (value) => value,
  };
}

/** Yes or no. Files write true, false, 1 or 0. */
export function yesNo<const O extends FieldOptions>(label: string, options?: O): Field<boolean> & NoInfer<O> {
  return {
    ...(options as O),
    kind: 'yes-no',
    label,
    control: {
      kind: 'choice',
      several: false,
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ],
    },
    schema: { type: 'boolean' },
    parse: (given) => {
      const word = firstText(given)?.toLowerCase();
      if (word === undefined) return { value: undefined };
      if (['yes', 'true', '1'].includes(word)) return { value: true };
      return ['no', 'false', '0'].includes(word) ? { value: false } : { problem: 'must be yes or no (in a file: true, false, 1 or 0)' };
    },
    display: (value) => (value ? 'Yes' : 'No'),
  };
}

/** A whole number, nought or more. */
export function count<const O extends FieldOptions>(label: string, options?: O): Field<number> & NoInfer<O> {
  return {
    ...(options as O),
    kind: 'count',
    label,
    control: { kind: 'number' },
    schema: { type: 'integer', minimum: 0 },
    parse: (given) => {
      const word = firstText(given);
      if (word === undefined) return { value: undefined };
      return /^\d{1,6}$/.test(word) ? { value: Number(word) } : { problem: 'must be a whole number, nought or more' };
    },
    display: (value) => String(value),
  };
}

/** A number, nought or more, with at most one digit after the point. */
export function decimal<const O extends FieldOptions>(label: string, options?: O): Field<number> & NoInfer<O> {
  return {
    ...(options as O),
    kind: 'decimal',
    label,
    control: { kind: 'text', lines: 1, width: 5 },
    schema: { type: 'number', minimum: 0 },
    parse: (given) => {
      const word = firstText(given);
      if (word === undefined) return { value: undefined };
      return /^\d{1,6}(\.\d)?$/.test(word)
        ? { value: Number(word) }
        : { problem: 'must be a number, nought or more, with at most one digit after the point' };
    },
    display: (value) => String(value),
  };
}

/** A reference, by id, to an entry of the same child, to a member of staff, to a team, or to another person on record. */
export function link<const O extends FieldOptions>(label: string, to: LinkTarget, options?: O): Field<string> & NoInfer<O> {
  return {
    ...(options as O),
    kind: 'link',
    label,
    control: { kind: 'link', to },
    schema: { type: 'string', format: 'uuid' },
    parse: (given) => {
      const id = firstText(given)?.toLowerCase();
      if (id === undefined) return { value: undefined };
      return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? { value: id } : { problem: 'must be chosen from the list' };
    },
    display: (value) => value,
  };
}
