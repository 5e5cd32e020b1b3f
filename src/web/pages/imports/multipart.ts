/** The text of a part of a multipart form that came before the file. */
export function fieldText(part: unknown): string | undefined {
  if (typeof part !== 'object' || part === null || !('value' in part)) return undefined;
  return typeof part.value === 'string' ? part.value : undefined;
}
