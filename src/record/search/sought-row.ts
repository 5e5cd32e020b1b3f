import { keysOf, keysVersion } from '../../kernel/names/keys.ts';
import { nameWords } from '../../kernel/names/words.ts';
import type { KnownBy } from '../contract.ts';

/** Of more names than these, found by the rest. */
const mostWords = 8;

/** The words of names by which somebody is found. */
export const wordsOf = ({ names }: KnownBy): readonly string[] => [...new Set(names.flatMap(nameWords))].slice(0, mostWords);

/** By what somebody is found, as `record.keep_sought` takes it. */
export function soughtRow(known: KnownBy): object {
  const words = wordsOf(known);
  return {
    names: known.names,
    words,
    bornOn: known.bornOn ?? null,
    keys: keysVersion,
    wordKeys: Object.fromEntries(words.map((word) => [word, keysOf(word)])),
  };
}

export type SoughtAsStored = {
  readonly person: string;
  readonly names: readonly string[];
  readonly words: readonly string[];
  readonly born_on: string | null;
  readonly keys: number;
  readonly is_mismarked: boolean;
};

export const soughtQuery = `
  select s.person, s.names, s.words, s.born_on, s.keys, s.restricted <> exists (
    select from record.ring r where r.authority = $1 and r.person = s.person and r.lifted_at is null) as is_mismarked
  from record.sought s where s.authority = $1 and s.person = any($2::uuid[])`;

/** Whether what is stored is what somebody is found by. */
export function isFoundBy(stored: SoughtAsStored | undefined, known: KnownBy): boolean {
  if (stored === undefined || stored.is_mismarked) return false;
  const given = [known.names, wordsOf(known), known.bornOn ?? null, keysVersion];
  return JSON.stringify([stored.names, stored.words, stored.born_on, stored.keys]) === JSON.stringify(given);
}
