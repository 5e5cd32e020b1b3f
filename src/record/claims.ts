import { whatStands, type History, type Line } from '../kernel/step/history.ts';
import type { Derivation, Identifier } from './contract.ts';
import { identifierKey } from './derive.ts';

/** A number as it is stored for one of those who claim it. `is_contested`: it stands beside another claim, by the instant that is kept with it. */
export type StoredClaim = Identifier & { readonly person: string; readonly claimed_at: string; readonly is_contested: boolean };

/** What a claim was stored at before claims had instants: of one number there is one such, and it is the first. */
export const claimsQuery = `
  select i.person, i.kind, i.value, i.claimed_at, i.claimed_at > '-infinity' and exists (
    select from record.identifier o where o.authority = i.authority and o.kind = i.kind and o.value = i.value and o.person <> i.person) as is_contested
  from record.identifier i where i.authority = $1 and i.person = any($2::uuid[])`;

/** Of lines in their order, of which some may have been moved away: from which instant a child has claimed a number without a break: when the first of the statements was recorded after each of which it was theirs. */
export function claimedSince(
  derivation: Derivation,
  lines: readonly Line[],
  number: Identifier,
  historyAt: (lines: readonly Line[]) => History = whatStands,
): string | undefined {
  const isTheirs = (until: number): boolean =>
    derivation
      .identifiers(historyAt(lines.filter(({ position }) => position <= until)))
      .some((one) => identifierKey(one) === identifierKey(number));
  const instants = lines.filter((line, place) => lines[place + 1]?.recordedAt !== line.recordedAt);
  const lastWithout = instants.findLastIndex(({ position }) => !isTheirs(position));
  return instants[lastWithout + 1]?.recordedAt;
}

/**
 * The claims that are missing, no longer made, or dated otherwise. Since when a number was claimed decides only where two claim it: elsewhere it is
 * not derived again, which takes the whole history once for every statement in it.
 */
export function changedClaims(
  person: string,
  stored: readonly StoredClaim[],
  derived: readonly Identifier[],
  since: (number: Identifier) => string | undefined,
): readonly object[] {
  const known = new Map(stored.map((one) => [identifierKey(one), one]));
  const kept = new Set(derived.map(identifierKey));
  const gone = ({ kind, value }: Identifier) => ({ person, kind, value, gone: true });
  const changed = derived.flatMap(({ kind, value }) => {
    const before = known.get(identifierKey({ kind, value }));
    if (before?.is_contested === false) return [];
    const claimedAt = since({ kind, value });
    if (before?.claimed_at === claimedAt) return [];
    return [...(before === undefined ? [] : [gone(before)]), { person, kind, value, claimedAt }];
  });
  return [...stored.filter((one) => !kept.has(identifierKey(one))).map(gone), ...changed];
}
