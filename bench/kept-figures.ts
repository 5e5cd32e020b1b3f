const alone = 'Measured by itself: ';

const partOf = (block: string): string | undefined => /^\| ([\w-]+) +\|/.exec(block)?.[1];

/** The tables of some parts in place of their former ones, or after the others; `head` says under what they were measured, which was not with the rest. */
export function withTables(kept: string, tables: ReadonlyMap<string, string>, head: string): string {
  const blocks = kept.trim().split('\n\n');
  const rest = new Map(tables);
  const renewed = blocks.flatMap((block, n) => {
    const table = rest.get(partOf(block) ?? '');
    if (table === undefined) return block.startsWith(alone) && tables.has(partOf(blocks[n - 1] ?? '') ?? '') ? [] : [block];
    rest.delete(partOf(block) ?? '');
    return [table, `${alone}${head}.`];
  });
  return [...renewed, ...[...rest.values()].flatMap((table) => [table, `${alone}${head}.`])].join('\n\n');
}
