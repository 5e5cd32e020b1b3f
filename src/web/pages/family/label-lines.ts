/** How many letters of this size a box is wide. */
const longest = 17;

/** Words in lines that fit beneath a symbol; what does not fit is cut with an ellipsis: the whole is in the title and in the table. */
export function linesOf(words: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/).flatMap(broken)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < longest) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  return [...kept.slice(0, -1), `${(kept.at(-1) ?? '').slice(0, longest - 1)}…`];
}

/** A long double name may break after its hyphen. */
function broken(word: string): readonly string[] {
  if (word.length <= longest) return [word];
  const parts = word.match(/[^-]+-?/g) ?? [word];
  return parts.flatMap((part) => (part.length <= longest ? [part] : (part.match(new RegExp(`.{1,${longest}}`, 'g')) ?? [part])));
}
