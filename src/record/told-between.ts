import { whatStands, type History, type Line } from '../kernel/step/history.ts';
import { allSettledBy } from './reading.ts';
import { askedOf, chainsTold, toldFrom, type AskedReturn, type Asking } from './returns.ts';
import { staffLines } from './workforce.ts';

/** A line that was recorded between two instants, and the entry that it is a version of: its own, or the one that it corrects or strikes out. */
export type Since = { readonly line: Line; readonly entry: string };

/** What stood at two instants, and every line that lies between them. */
export type Between = { readonly before: History; readonly after: History; readonly since: readonly Since[] };

/** Of a child, or of the file of a household that adopts, under the number that a return has: with the lines of the records merged into it. */
export type ToldBetween = Between & { readonly number: string; readonly person: string };

type AskedBetween = Omit<AskedReturn, 'knownAt'> & { readonly from: string; readonly to: string };

/** Of those whom an authority returns under these numbers. Refused (SL001) to whoever may not build a return; logged once. */
export async function toldBetween(
  asking: Asking,
  numbers: readonly string[],
  { derivation, steps, question, from, to }: AskedBetween,
): Promise<readonly ToldBetween[]> {
  const [then, now] = await allSettledBy('owner' in asking ? asking.owner : asking.database, [from, to]);
  return askedOf(asking, async (sql) => {
    const { rows } = await sql.query<{ number: string; person: string }>('select number, person from record.return_persons($1, $2)', [
      { ...question, from: then, to: now },
      numbers,
    ]);
    const people = [...new Set(rows.map(({ person }) => person))];
    const later = await chainsTold(sql, people, { derivation, steps, at: now ?? to });
    const earlier = await chainsTold(sql, [...new Set([...people, ...later.keys()])], { derivation, steps, at: then ?? from });
    const told = (chains: typeof later) => new Map(toldFrom(derivation, chains, people).map((one) => [one.person, one.history]));
    const [before, after] = [told(earlier), told(later)];
    const mergedInto = (person: string): readonly string[] => [
      ...new Set((after.get(person) ?? []).flatMap(({ of }) => (of === undefined ? [] : [of]))),
    ];
    return rows.map(({ number, person }) => ({
      number,
      person,
      before: before.get(person) ?? [],
      after: after.get(person) ?? [],
      since: [person, ...mergedInto(person)].flatMap((one) => newIn(earlier.get(one) ?? [], later.get(one) ?? [])),
    }));
  });
}

/** The same of each staff file, by the member whom it is of, as far as whoever asks is told of it (`staffTold`). */
export async function staffBetween(
  asking: Asking,
  steps: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<ReadonlyMap<string, Between>> {
  const [earlier, later] = [await staffLines(asking, steps, from), await staffLines(asking, steps, to)];
  return new Map(
    [...new Set([...earlier.keys(), ...later.keys()])].map((member) => [member, between(earlier.get(member), later.get(member))]),
  );
}

/** What stands in the two states of a chain, and what is new in the later. */
export const between = (earlier: readonly Line[] = [], later: readonly Line[] = []): Between => ({
  before: whatStands(earlier),
  after: whatStands(later),
  since: newIn(earlier, later),
});

/** The lines of a chain that were not yet there. */
function newIn(earlier: readonly Line[], later: readonly Line[]): readonly Since[] {
  const known = new Set(earlier.map(({ position }) => position));
  const at = new Map(later.map((line) => [line.position, line]));
  const firstOf = (line: Line): Line => {
    const corrected = line.corrects === undefined ? undefined : at.get(line.corrects);
    return corrected === undefined ? line : firstOf(corrected);
  };
  return later.filter(({ position }) => !known.has(position)).map((line) => ({ line, entry: firstOf(line).entry }));
}
