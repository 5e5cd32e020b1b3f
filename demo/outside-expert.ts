import { addDays, type LocalDate } from '../src/kernel/calendar/dates.ts';
import type { Database } from '../src/platform/database.ts';
import { addMember } from '../src/record/members.ts';
import { asOwnerOf } from '../src/record/verify.ts';
import { idFrom } from './chance.ts';
import type { DemoFamily } from './telling.ts';

/** What an expert from outside was asked about a child, by whom, and which entries they are shown. */
export type Shown = { readonly person: string; readonly by: string; readonly entries: readonly string[] };

const material: ReadonlySet<string> = new Set(['childAndFamilyAssessment', 'section47Enquiry', 'visit', 'childProtectionPlan']);
const atMost = 4;

/** Of a family of which an expert from outside was asked: the question, and the latest of what bears on it. */
export function shownOf({ entries }: Pick<DemoFamily, 'entries'>): Shown | undefined {
  const asked = entries.findLast(({ step, shared }) => step === 'caseConsultation' && shared['adviser'] === 'outsideExpert');
  const person = asked?.about[0]?.person;
  if (asked === undefined || person === undefined) return undefined;
  const corrected = new Set(entries.map(({ corrects }) => corrects));
  const bearing = entries.filter(
    ({ step, entry, recordedOn, about }) =>
      material.has(step) && recordedOn <= asked.recordedOn && !corrected.has(entry) && about.some((one) => one.person === person),
  );
  return { person, by: asked.recordedBy, entries: [asked.entry, ...bearing.slice(-atMost).map(({ entry }) => entry)] };
}

/** An account without a role, and the one view that it has: of chosen entries of one child, until a day. */
export async function showToExpert(owner: Database, authority: number, { person, by, entries }: Shown, told: LocalDate): Promise<void> {
  const expert = idFrom('member', 'outside-expert');
  const email = 'a.marlow@clinic.example';
  await addMember(owner, { authority, member: expert, name: 'Dr A. Marlow, child psychiatrist', email, roles: [] });
  await asOwnerOf(owner, authority, (sql) =>
    sql.query(
      `insert into record.expert_view(authority, view, person, expert, entries, until, given_at, given_by)
       values ($1, $2, $3, $4, $5, $6, $7::date - interval '1 day', $8) on conflict do nothing`,
      [authority, idFrom('view', person), person, expert, entries, addDays(told, 21), told, by],
    ),
  );
}
