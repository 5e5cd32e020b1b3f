import type { Database } from '../platform/database.ts';
import { askOpen, settledBy } from './reading.ts';
import type { Named, Opened, Relative, Session } from './contract.ts';

type NamedRow = {
  readonly person: string;
  readonly restricted: boolean;
  readonly ring: string | null;
  readonly state: Named['standing'] | null;
};
type RelativeRow = NamedRow & { readonly distance: number; readonly stated: Relative['stated'] };

const asNamed = ({ person, restricted, ring, state }: NamedRow): Named => ({
  person,
  restricted,
  ...(ring === null ? {} : { ring }),
  ...(state === null || state === undefined ? {} : { standing: state }),
});

export async function named(
  database: Database,
  session: Session,
  people: readonly string[],
  knownAt?: string,
): Promise<ReadonlyMap<string, Named>> {
  const at = knownAt === undefined ? null : await settledBy(database, knownAt);
  const { rows } = await database.transaction(session, (sql) =>
    sql.query<NamedRow>('select person, restricted, ring, state from record.named($1, $2)', [people, at]),
  );
  return new Map(rows.map((row) => [row.person, asNamed(row)]));
}

export async function relatives(database: Database, opened: Opened, knownAt?: string): Promise<readonly Relative[]> {
  const at = knownAt === undefined ? null : await settledBy(database, knownAt);
  return askOpen(database, opened, async (sql) => {
    const { rows } = await sql.query<RelativeRow>(
      'select person, distance, restricted, ring, state, stated from record.relatives($1, $2)',
      [opened.person, at],
    );
    return asOnePerson(rows.map((row) => ({ ...asNamed(row), distance: row.distance, stated: row.stated })));
  });
}

/** Of whom two records were merged stands once, under the record that is kept, with what is stated in either. */
function asOnePerson(relatives: readonly Relative[]): readonly Relative[] {
  const into = new Map(
    relatives.flatMap(({ person, standing }) => (standing?.mergedInto === undefined ? [] : [[person, standing.mergedInto]])),
  );
  if (into.size === 0) return relatives;
  const keptFor = (person: string): string => (into.has(person) ? keptFor(into.get(person) ?? person) : person);
  const known = new Map<string, Relative>();
  for (const one of relatives.toSorted((a, b) => Number(into.has(a.person)) - Number(into.has(b.person)))) {
    const person = keptFor(one.person);
    const stated = one.stated.map((said) => ({ ...said, answers: namingKept(said.answers, keptFor) }));
    const before = known.get(person);
    const distance = Math.min(one.distance, before?.distance ?? one.distance);
    known.set(person, { ...(before ?? { ...one, person }), distance, stated: [...(before?.stated ?? []), ...stated] });
  }
  return [...known.values()];
}

function namingKept(answers: Readonly<Record<string, unknown>>, keptFor: (person: string) => string): Readonly<Record<string, unknown>> {
  const { relative } = answers;
  return typeof relative === 'string' ? { ...answers, relative: keptFor(relative) } : answers;
}
