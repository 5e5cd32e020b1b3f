import type { Option } from '../kernel/field/field.ts';

/** What is made of a list, made once for each: the list of colleagues is the same from page to page, and may be of thousands. */
function oncePerList<T, R>(make: (list: readonly T[]) => R): (list: readonly T[]) => R {
  const known = new WeakMap<readonly T[], R>();
  return (list) => {
    const found = known.get(list) ?? make(list);
    known.set(list, found);
    return found;
  };
}

type Identified = { readonly id: string };
const mapped = oncePerList((list: readonly Identified[]): ReadonlyMap<string, Identified> => new Map(list.map((one) => [one.id, one])));

export const byId = <T extends Identified>(list: readonly T[]): ReadonlyMap<string, T> => mapped(list) as ReadonlyMap<string, T>;

/** Colleagues or teams, to be chosen from. */
export const asOptions = oncePerList((list: readonly { readonly id: string; readonly name: string }[]): readonly Option[] =>
  list.map(({ id, name }) => ({ value: id, label: name })),
);

export const labels = oncePerList(
  (options: readonly Option[]): ReadonlyMap<string, string> => new Map(options.map(({ value, label }) => [value, label])),
);
