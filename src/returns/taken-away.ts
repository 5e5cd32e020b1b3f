/** What stands in the one and not in the others: what stands twice is taken away once for each. `keyOf`: what makes two the same. */
export function withoutThose<T>(some: readonly T[], others: readonly T[], keyOf: (one: T) => string): readonly T[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(keyOf(other), (left.get(keyOf(other)) ?? 0) + 1);
  return some.filter((one) => {
    const count = left.get(keyOf(one)) ?? 0;
    left.set(keyOf(one), count - 1);
    return count <= 0;
  });
}
