import type { AnyField, Fields } from '../../kernel/field/field.ts';

/** A question that is asked only after some answers to another: by the name of the other, and what its boxes then say. `once`: that is asked once for all. */
export type OnlyIf = { readonly name: string; readonly says: readonly string[]; readonly once?: true };

/** Each answer of a choice as it is given; the empty one stands for none. */
const answersOf = ({ control, parse }: AnyField): readonly (readonly [string, unknown])[] =>
  control.kind === 'choice' && !control.several
    ? [
        ['', undefined],
        ...control.options.map(({ value }): readonly [string, unknown] => {
          const parsed = parse(value);
          return [value, 'problem' in parsed ? undefined : parsed.value];
        }),
      ]
    : [];

/**
 * Upon which one earlier choice it depends whether a question is asked, found by trying each of its answers: so a browser can leave out what
 * does not apply. A question that depends upon more is always shown, and the answers decide. `once`: the questions before them, asked once for all children.
 */
export function askedOnlyIf(fields: Fields, name: string, once: Fields = {}): OnlyIf | undefined {
  const { askedWhen } = fields[name] ?? {};
  if (askedWhen === undefined) return undefined;
  const isAsked = (answers: Readonly<Record<string, unknown>>): boolean => {
    try {
      return askedWhen(answers);
    } catch {
      return true;
    }
  };
  const earlier = Object.entries(fields).slice(0, Object.keys(fields).indexOf(name));
  for (const [other, field] of [...earlier, ...Object.entries(once)]) {
    const answers = answersOf(field);
    const says = answers.flatMap(([given, value]) => (isAsked(value === undefined ? {} : { [other]: value }) ? [given] : []));
    if (says.length > 0 && says.length < answers.length) return { name: other, says, ...(other in fields ? {} : { once: true as const }) };
  }
  return undefined;
}

/** For the browser: which boxes, and what they must say for this to be shown. */
export const shownWhen = (only: OnlyIf | undefined, prefix?: string): Readonly<Record<string, string>> =>
  only === undefined
    ? {}
    : { 'data-when': prefix === undefined ? only.name : `${prefix}.${only.name}`, 'data-says': JSON.stringify(only.says) };
