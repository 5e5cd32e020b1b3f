/** Something outside the program that stands in its way, in words for the person who can move it: printed as they are, without a trace. */
export class Obstacle extends Error {}

/** How a command is used, for whoever asked. */
export class UsageAsked extends Error {}

/** What the system says of a file or a disk, in words; undefined: it is about something else. */
export function wordsOfSystem(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  switch (error.code) {
    case 'EACCES':
    case 'EPERM':
      return 'this account may not write there';
    case 'EROFS':
      return 'it lies on a disk that can only be read';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full';
    case 'ENOENT':
      return 'no folder can be made there';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'there is a file of that name, not a folder';
    default:
      return undefined;
  }
}

/** What stands in the way of writing or making something, told by its name: `.catch(notDone('report.pdf', 'written'))`. */
export const notDone =
  (name: string, how: 'written' | 'made') =>
  (error: unknown): never => {
    throw new Obstacle(`${name} could not be ${how}: ${wordsOfSystem(error) ?? 'the system refused it'}.`);
  };
