import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Statement } from '../../../kernel/step/history.ts';
import { evidenceSeen, waysOfAcquiring } from '../../../practice/people/parental-responsibility.ts';
import type { Named } from '../../../record/contract.ts';

/** Who holds or held parental responsibility, and on what evidence. */
export type ShownHolder = {
  readonly entry: string;
  readonly person: string | undefined;
  readonly name: string;
  readonly acquired: string;
  readonly from: LocalDate;
  readonly until: LocalDate | undefined;
  readonly isNow: boolean;
  readonly evidence: readonly string[];
  readonly nothingSeen: boolean;
};

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const labelIn = (set: Readonly<Record<string, string>>, key: unknown): string => set[String(key)] ?? String(key);

/** Those who hold it now first. A later statement about the same holder and way replaces the earlier. */
export function holdersOf(statements: readonly Statement[], named: ReadonlyMap<string, Named>, today: LocalDate): readonly ShownHolder[] {
  const latest = new Map<string, ShownHolder>();
  for (const { entry, answers, happenedOn } of statements.toSorted((a, b) => a.position - b.position)) {
    const person = text(answers['holder']);
    const until = text(answers['until']) as LocalDate | undefined;
    const evidence = Array.isArray(answers['evidence']) ? answers['evidence'].map(String) : [];
    const name = person === undefined ? (text(answers['name']) ?? '') : nameOf(named.get(person));
    latest.set(`${person ?? name.toLowerCase()} ${String(answers['acquired'])}`, {
      entry,
      person,
      name,
      acquired: labelIn(waysOfAcquiring, answers['acquired']),
      from: happenedOn,
      until,
      isNow: until === undefined || until >= today,
      evidence: evidence.map((one) => labelIn(evidenceSeen, one)),
      nothingSeen: evidence.every((one) => one === 'saidOnly'),
    });
  }
  return [...latest.values()].sort((a, b) => Number(b.isNow) - Number(a.isNow) || (a.from < b.from ? -1 : 1));
}

function nameOf(named: Named | undefined): string {
  if (named?.standing !== undefined) return named.standing.name;
  return named?.ring === undefined ? 'Restricted' : `Restricted (${named.ring})`;
}
