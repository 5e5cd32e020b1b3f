/** The rows of the first table of a Markdown text, by the names of its columns. */
export function tableIn(text: string): readonly Readonly<Record<string, string>>[] {
  const [heads = [], , ...rows] = text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  return rows.map((cells) => Object.fromEntries(heads.map((head, n) => [head, cells[n] ?? ''])));
}
