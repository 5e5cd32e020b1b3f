import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { Statement } from '../../kernel/step/history.ts';
import type { Said } from '../ssda903/build/built-row.ts';
import { answer, day, entry, type Known } from './known.ts';
import { datasetRow, type DatasetRow } from './row.ts';

/** Who works here, as the dataset tells of them. */
export type Professional = {
  readonly member: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly team: string | null;
  readonly registration: string | null;
};
export type Department = { readonly team: string; readonly name: string; readonly area: string | null };
export type Staff = { readonly professionals: readonly Professional[]; readonly departments: readonly Department[] };

/** A worker’s or a team’s part in the case, until the next of the same role; where the case was closed, until then. */
export function involvementRows(known: Known): readonly DatasetRow[] {
  const closures = known.all('closure');
  const roleOf = (said: unknown): string => (said === 'second' ? 'Second worker' : 'Lead practitioner');
  return known.all('allocation').map((one, n, every) => {
    const role = roleOf(one.answers['role']);
    const next = every.slice(n + 1).find(({ answers }) => roleOf(answers['role']) === role);
    const closed = closures.find(({ happenedOn }) => happenedOn >= one.happenedOn && (next === undefined || happenedOn < next.happenedOn));
    const parted = known.all('coWorkingEnd').find((end) => isPartOf(end, one, role));
    const ended: Said = day([closed, parted, next].filter((end) => end !== undefined).toSorted(byDay)[0]);
    return datasetRow('ssd_involvements', {
      invo_involvements_id: entry(one),
      invo_professional_id: answer(one, 'worker'),
      invo_professional_role_id: [role, one],
      invo_professional_team: answer(one, 'team'),
      invo_involvement_start_date: day(one),
      invo_involvement_end_date: ended,
      invo_worker_change_reason: answer(one, 'reasonForChange'),
      invo_person_id: known.id,
      invo_referral_id: known.referral(one.happenedOn),
    });
  });
}

const byDay = (a: Statement, b: Statement): number => a.happenedOn.localeCompare(b.happenedOn);

/** The end of a second worker’s part is of the part that they had begun by then. */
const isPartOf = (end: Statement, begun: Statement, role: string): boolean =>
  role === 'Second worker' && end.answers['worker'] === begun.answers['worker'] && end.happenedOn >= begun.happenedOn;

/** The last 30 September that has come. */
export const caseloadDay = (on: LocalDate): string =>
  on.slice(5) >= '09-30' ? `${on.slice(0, 4)}-09-30` : `${Number(on.slice(0, 4)) - 1}-09-30`;

/** Whose case a child was on the day of the caseload: of the involvements that lead. */
export const ledOn = (rows: readonly DatasetRow[], on: string): readonly string[] =>
  rows.flatMap(({ table, cells }) =>
    table === 'ssd_involvements' &&
    cells['invo_professional_role_id'] === 'Lead practitioner' &&
    String(cells['invo_involvement_start_date']) <= on &&
    String(cells['invo_involvement_end_date'] ?? '9999') > on
      ? [String(cells['invo_professional_id'])]
      : [],
  );

const titles: Readonly<Record<string, string>> = {
  socialWorker: 'Social Worker',
  teamManager: 'Team Manager',
  headOfService: 'Head of Service',
  reviewingOfficer: 'Independent Reviewing Officer',
  dutyWorker: 'Duty Social Worker',
  leadPractitioner: 'Lead Practitioner',
};

/** Everybody of the authority who works with children, and its teams. `caseloads`: how many children each led on the day of the caseload. */
export function staffRows({ professionals, departments }: Staff, caseloads: ReadonlyMap<string, number>): readonly DatasetRow[] {
  const teams = new Map(departments.map(({ team, name }) => [team, name]));
  const working = professionals.filter(({ roles, member }) => roles.some((role) => titles[role] !== undefined) || caseloads.has(member));
  return [
    ...working.map(({ member, name, roles, team, registration }) =>
      datasetRow('ssd_professionals', {
        prof_professional_id: [member],
        prof_staff_id: [member],
        prof_professional_name: [name],
        prof_social_worker_registration_no: [registration],
        prof_professional_job_title: [roles.map((role) => titles[role]).find((title) => title !== undefined)],
        prof_professional_caseload: [caseloads.get(member) ?? 0],
        prof_professional_department: [team === null ? undefined : teams.get(team)],
      }),
    ),
    ...departments.map(({ team, name, area }) =>
      datasetRow('ssd_department', { dept_team_id: [team], dept_team_name: [name], dept_team_parent_name: [area] }),
    ),
  ];
}
