import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Statement } from '../../../kernel/step/history.ts';
import { professionalRoles } from '../../../practice/people/professional.ts';

export type ShownProfessional = {
  readonly entry: string;
  readonly name: string;
  readonly role: string;
  readonly agency: string;
  readonly contact: string;
  readonly from: LocalDate;
  readonly until: LocalDate | undefined;
  readonly isNow: boolean;
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Those involved now first. A later entry about the same name and role replaces the earlier. */
export function professionalsOf(statements: readonly Statement[], today: LocalDate): readonly ShownProfessional[] {
  const latest = new Map<string, ShownProfessional>();
  for (const { entry, answers, happenedOn } of statements.toSorted((a, b) => a.position - b.position)) {
    const until = (text(answers['until']) || undefined) as LocalDate | undefined;
    const role = String(answers['role']);
    latest.set(`${text(answers['name']).toLowerCase()} ${role}`, {
      entry,
      name: text(answers['name']),
      role: Object.entries(professionalRoles).find(([key]) => key === role)?.[1] ?? role,
      agency: text(answers['agency']),
      contact: text(answers['contact']),
      from: happenedOn,
      until,
      isNow: until === undefined || until >= today,
    });
  }
  return [...latest.values()].sort(
    (a, b) => Number(b.isNow) - Number(a.isNow) || a.role.localeCompare(b.role) || a.name.localeCompare(b.name),
  );
}
