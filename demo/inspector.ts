import { addDays, type LocalDate } from '../src/kernel/calendar/dates.ts';
import type { Database } from '../src/platform/database.ts';
import { addMember } from '../src/record/members.ts';
import { asOwnerOf } from '../src/record/verify.ts';
import { headOf, type DemoStaff } from './authority.ts';
import { idFrom } from './chance.ts';

const weeks = 4;

/** An inspector, let in by the head of service on the day that the demonstration is told of. */
export async function letInspectorIn(owner: Database, authority: number, staff: DemoStaff, told: LocalDate): Promise<void> {
  const inspector = idFrom('member', 'inspector');
  const email = 'j.quayle@inspectorate.example';
  await addMember(owner, { authority, member: inspector, name: 'Judith Quayle', email, roles: ['inspector'] });
  await asOwnerOf(owner, authority, (sql) =>
    sql.query(
      `insert into access.inspection(authority, member, given_at, opens_on, closes_on, given_by)
       values ($1, $2, $3::date - interval '1 day', $3, $4, $5) on conflict do nothing`,
      [authority, inspector, told, addDays(told, weeks * 7 - 1), headOf(staff)],
    ),
  );
}
