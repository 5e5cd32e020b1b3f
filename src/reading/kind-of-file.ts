/** By what it begins with. What is neither is read as a census, whose reader says what is wrong with it. */
export function kindOf(beginning: string, name: string): 'cin' | 'ssda903' | 'csv' {
  const root = /<([A-Za-z_][\w.-]*:)?(Message|EXPSSDA903)\b/.exec(beginning)?.[2];
  if (root !== undefined) return root === 'Message' ? 'cin' : 'ssda903';
  return beginning.trimStart().startsWith('<') || /\.xml$/i.test(name) ? 'cin' : 'csv';
}
