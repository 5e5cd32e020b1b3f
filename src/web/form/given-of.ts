import type { Fields } from '../../kernel/field/field.ts';
import type { GivenForm } from '../memory.ts';

type Answers = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Answers => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a form would have been given for one stored answer; of a table, cell by cell. */
function givenFor(name: string, value: unknown): GivenForm {
  if (Array.isArray(value) && value.some(isRow))
    return Object.assign(
      {},
      ...value.flatMap((row, n) => Object.entries(isRow(row) ? row : {}).map(([column, cell]) => givenFor(`${name}.${n}.${column}`, cell))),
    );
  if (Array.isArray(value)) return { [name]: value.map(String) };
  return { [name]: typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value) };
}

/** Stored answers as the form that gives them, under its prefix: an entry that is opened again shows what it says. */
export const givenOf = (fields: Fields, answers: Answers, prefix: string): GivenForm =>
  Object.assign(
    {},
    ...Object.keys(fields)
      .filter((name) => answers[name] !== undefined && answers[name] !== null)
      .map((name) => givenFor(`${prefix}.${name}`, answers[name])),
  );
