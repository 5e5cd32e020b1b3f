import { firstText, type Answers, type Field, type FieldOptions, type Fields } from './field.ts';

type RowsOptions = FieldOptions & {
  /** What one line is called: "Agency" of who came, agency by agency. */
  readonly line?: string;
  /** How many lines a new form shows: 2 unless told. */
  readonly shown?: number;
};

/** Several lines of like answers, such as who came. A line of which nothing is answered is left out; a column's `required` is of its line. */
export function rows<const C extends Fields, const O extends RowsOptions>(
  label: string,
  columns: C,
  options?: O,
): Field<readonly Answers<C>[]> & NoInfer<O> {
  if (Object.values(columns).some(({ control }) => control.kind === 'rows')) throw new Error(`${label}: a line has no lines of its own`);
  return {
    ...(options as O),
    kind: 'rows',
    label,
    control: { kind: 'rows', columns, line: options?.line ?? 'Line', shown: options?.shown ?? 2 },
    schema: { type: 'array', items: schemaOf(columns) },
    parse: (given) => (firstText(given) === undefined ? { value: undefined } : { problem: 'must be given line by line' }),
    display: (value) => value.map((row) => displayRow(columns, row)).join('\n'),
  };
}

function schemaOf(columns: Fields): Readonly<Record<string, unknown>> {
  const all = Object.entries(columns);
  return {
    type: 'object',
    properties: Object.fromEntries(all.map(([name, { schema }]) => [name, schema])),
    required: all.flatMap(([name, { required }]) => (required === undefined ? [] : [name])),
    additionalProperties: false,
  };
}

const displayRow = (columns: Fields, row: Readonly<Record<string, unknown>>): string =>
  Object.entries(columns)
    .flatMap(([name, column]) => (row[name] === undefined ? [] : [column.display(row[name] as never)]))
    .join(', ');

const isLine = (line: unknown): line is Readonly<Record<string, unknown>> => typeof line === 'object' && line !== null;

/** The lines of a stored answer; of an answer that has no lines none. */
export const linesIn = (value: unknown): readonly Readonly<Record<string, unknown>>[] => (Array.isArray(value) ? value.filter(isLine) : []);
