/** What may be said of an error that nobody expected: its kind and where it was thrown. Its message may quote a child's data, and is never repeated. */
export type Fault = { readonly error: string; readonly code?: string; readonly at: readonly string[] };

const frames = /^\s+at .*$/gm;
const deepest = 12;

/** Only the frames of a stack are kept: the lines before them are the message. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const { stack = '' } = error;
  // A message that spans lines could look like a frame: what belongs to it is cut off first.
  const afterMessage =
    error.message !== '' && stack.includes(error.message) ? stack.slice(stack.indexOf(error.message) + error.message.length) : stack;
  const at = (afterMessage.match(frames) ?? []).slice(0, deepest).map((line) => line.trim().slice('at '.length));
  const code = 'code' in error && /^[A-Z0-9_]{2,40}$/.test(String(error.code)) ? { code: String(error.code) } : {};
  return { error: error.name, ...code, at };
}

export function faultInWords(error: unknown): string {
  const { error: name, code, at } = faultOf(error);
  const of = code === undefined ? name : `${name} ${code}`;
  return [
    `Sightline met a fault of its own (${of}) and stopped. Report it with these lines, which hold no data:`,
    ...at.map((line) => `  at ${line}`),
  ].join('\n');
}
