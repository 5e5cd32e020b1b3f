const known = new WeakMap<object, ReadonlyMap<string, unknown>>();

/** A list by its ids: made once for each list, since the list of colleagues is the same from page to page and may be of thousands. */
export function byId<T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  const found = known.get(list) as ReadonlyMap<string, T> | undefined;
  if (found !== undefined) return found;
  const made = new Map(list.map((one) => [one.id, one]));
  known.set(list, made);
  return made;
}
