import { firstText, type Field, type FieldOptions, type Given, type Option, type Parsed } from './field.ts';

/** A code set: what is stored → what is read. Keys are never renamed once released. */
export type CodeSet = Readonly<Record<string, string>>;

/** As a code set: whatever has a title and says more besides, such as an exemption with its law. */
export const titlesOf = <K extends string>(all: Readonly<Record<K, { readonly title: string }>>): Readonly<Record<K, string>> =>
  Object.fromEntries(Object.entries<{ readonly title: string }>(all).map(([name, { title }]) => [name, title])) as Record<K, string>;

/** In the order written; but JavaScript lists keys such as 4 before 1A, so a set with such keys goes by number, then letter. */
function optionsOf(codes: CodeSet): Option[] {
  const options = Object.entries(codes).map(([value, label]) => ({ value, label }));
  const numbered = options.some(({ value }) => /^\d+$/.test(value));
  return numbered ? options.sort((a, b) => a.value.localeCompare(b.value, 'en', { numeric: true })) : options;
}

/** One code of a set. */
export function code<const C extends CodeSet, const O extends FieldOptions>(
  label: string,
  codes: C,
  options?: O,
): Field<keyof C & string> & NoInfer<O> & { readonly codes: C } {
  return {
    ...(options as O),
    kind: 'code',
    label,
    codes,
    control: { kind: 'choice', several: false, options: optionsOf(codes) },
    schema: { type: 'string', enum: Object.keys(codes) },
    parse: (given) => parseCode(codes, firstText(given)),
    display: (value) => codes[value] ?? value,
  };
}

/** Several codes of a set, in the order given, each once. */
export function codes<const C extends CodeSet, const O extends FieldOptions>(
  label: string,
  set: C,
  options?: O,
): Field<readonly (keyof C & string)[]> & NoInfer<O> & { readonly codes: C } {
  return {
    ...(options as O),
    kind: 'codes',
    label,
    codes: set,
    control: { kind: 'choice', several: true, options: optionsOf(set) },
    schema: { type: 'array', items: { type: 'string', enum: Object.keys(set) } },
    parse: (given) => parseCodes(set, given),
    display: (values) => values.map((value) => set[value] ?? value).join(', '),
  };
}

function parseCode<C extends CodeSet>(set: C, text: string | undefined): Parsed<keyof C & string> {
  if (text === undefined) return { value: undefined };
  return isCode(set, text) ? { value: text } : { problem: `must be one of the listed codes: ${listed(set)}` };
}

function parseCodes<C extends CodeSet>(set: C, given: Given): Parsed<readonly (keyof C & string)[]> {
  const texts = [given ?? []]
    .flat()
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const known = [...new Set(texts)].filter((text) => isCode(set, text));
  if (texts.some((text) => !isCode(set, text))) return { problem: `must each be one of the listed codes: ${listed(set)}` };
  return { value: known.length === 0 ? undefined : known };
}

const isCode = <C extends CodeSet>(set: C, text: string): text is keyof C & string => Object.hasOwn(set, text);

function listed(set: CodeSet): string {
  const keys = Object.keys(set);
  return keys.length > 12 ? `${keys.slice(0, 12).join(', ')} …` : keys.join(', ');
}
