import type { Problem } from '../../../kernel/step/outcome.ts';

/** What somebody sent to change their password. */
export type Sent = { readonly current: string; readonly next: string; readonly again: string };

/** As the National Cyber Security Centre advises: length, and nothing that everybody thinks of; no rules on which signs it is made of. */
const shortest = 12;
const longest = 200;
const fewestSigns = 5;

/** Beginnings of what lists of guessed passwords are full of. */
const guessedFirst = ['password', 'passw0rd', 'letmein', 'qwerty', 'welcome', 'sightline', '123456', 'abcdef', 'iloveyou', 'changeme'];

/** A word that everybody thinks of, given several times or with a few digits after it. */
function isGuessedFirst(password: string): boolean {
  const plain = password.toLowerCase();
  return guessedFirst.some((word) => plain.replaceAll(word, '').replaceAll(/[\d\W_]/g, '').length < 4 && plain.includes(word));
}

const whyNot = (next: string, name: string): string | undefined => {
  if (next === '') return 'Enter a new password';
  if (next.length < shortest)
    return `The new password has ${next.length} characters. It must have ${shortest} or more: three words that do not belong together are easy to remember`;
  if (next.length > longest) return `The new password has ${next.length} characters. It must have ${longest} or fewer`;
  if (new Set(next).size < fewestSigns)
    return 'The new password repeats a few signs. Three words that do not belong together are easy to remember, and hard to guess';
  if (isGuessedFirst(next))
    return 'The new password is one that is guessed first. Three words that do not belong together are easy to remember, and hard to guess';
  if (name !== '' && next.toLowerCase().replaceAll(/[^a-z]/g, '') === name.toLowerCase().replaceAll(/[^a-z]/g, ''))
    return 'The new password is your own name';
  return undefined;
};

/** What of it must be put right before it is tried. `name`: of who it is for. */
export function problemsWith({ current, next, again }: Sent, name: string): readonly Problem[] {
  const wrong = whyNot(next, name) ?? (next === current ? 'The new password is the one you have now' : undefined);
  return [
    ...(current === '' ? [{ field: 'current', message: 'Enter the password you have now' }] : []),
    ...(wrong === undefined ? [] : [{ field: 'next', message: wrong }]),
    ...(wrong === undefined && again !== next ? [{ field: 'again', message: 'The new password is not the same both times' }] : []),
  ];
}
