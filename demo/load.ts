import type { LocalDate } from '../src/kernel/calendar/dates.ts';
import { whatStands, type Line } from '../src/kernel/step/history.ts';
import type { AnyStep } from '../src/kernel/step/step.ts';
import type { Database } from '../src/platform/database.ts';
import { permissionTable, steps } from '../src/practice/pathway.ts';
import type { ChildRecord, Derivation, Session } from '../src/record/contract.ts';
import { addAuthority, addMember, addTeam, syncPermissions } from '../src/record/members.ts';
import { createRecord } from '../src/record/record.ts';
import { demonstrationAuthority, demonstrationStaff, type DemoStaff } from './authority.ts';
import { tellFamily, type DemoEntry, type DemoFamily } from './family.ts';

export { demonstrationAuthority } from './authority.ts';

export type DemonstrationOptions = {
  /** The owner's connection: it alone may tell a demonstration database the time. */
  readonly owner: Database;
  readonly derivation: Derivation;
  readonly wordingOf: (step: AnyStep) => string;
  readonly today: LocalDate;
  /** Times the origin report's 220 children on plans. */
  readonly scale?: number;
  readonly log?: (line: string) => void;
};

const childrenOnPlans = 220;
const sizes = [1, 2, 3, 1, 4, 2, 5, 1, 2, 3] as const;

/** The families: exactly 220 children × scale on plans today, and about as many again whose story ended otherwise. */
export function* families(staff: DemoStaff, today: LocalDate, scale: number): Generator<DemoFamily> {
  let n = 0;
  for (let left = Math.round(childrenOnPlans * scale); left > 0; n += 1) {
    const size = Math.min(left, sizes[n % sizes.length] ?? 1);
    left -= size;
    yield tellFamily(n, size, 'onPlan', staff, today);
  }
  const others = ['planEnded', 'inNeed', 'noFurtherAction'] as const;
  for (let k = 0; k < 90 * scale; k += 1)
    yield tellFamily(n + k, sizes[k % sizes.length] ?? 1, others[k % others.length] ?? 'inNeed', staff, today);
}

/** Loads the demonstration authority once; a start that was interrupted is taken up where it ended. */
export async function loadDemonstration(options: DemonstrationOptions): Promise<void> {
  const { owner, today, scale = 1, log = () => {} } = options;
  const { authority } = demonstrationAuthority;
  const done = await owner.transaction(null, async (sql) => {
    await sql.query(`set local app.authority = '${authority}'`);
    return sql.query('select 1 from record.head where authority = $1 limit 1', [authority]);
  });
  if ((done.rowCount ?? 0) > 0) return;
  log('Loading the demonstration authority …');
  const staff = demonstrationStaff();
  await addAuthority(owner, demonstrationAuthority);
  for (const { team, name, area } of staff.teams) await addTeam(owner, { authority, team, name, area });
  for (const member of staff.members) await addMember(owner, { authority, ...member });
  await syncPermissions(owner, authority, new Map(permissionTable().map(({ step, ...may }) => [step, may])));
  await loadHistories(options, staff, [...families(staff, today, scale)]);
  log('The demonstration authority is loaded.');
}

/** All that was recorded by one person on one day, in the order of days: one append each, at that day's hour. */
async function loadHistories(
  { owner, derivation, wordingOf }: DemonstrationOptions,
  staff: DemoStaff,
  told: readonly DemoFamily[],
): Promise<void> {
  const wordings = new Map(steps.map((step) => [step.name, wordingOf(step)]));
  const rolesOf = new Map(staff.members.map(({ member, roles }) => [member, roles]));
  const known = new Map<string, ChildRecord>();
  let at = '';
  const record = createRecord({ database: owner, derivation, now: () => at });
  const rounds = Map.groupBy(
    told.flatMap(({ entries }) => entries),
    ({ recordedOn, recordedBy }) => `${recordedOn} ${recordedBy}`,
  );
  for (const [key, entries] of [...rounds].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [day = '', actor = ''] = key.split(' ');
    at = `${day} 16:30:00+00`;
    const session: Session = {
      authority: demonstrationAuthority.authority,
      actor,
      roles: rolesOf.get(actor) ?? [],
      teams: [],
      scope: 'none',
    };
    const ordered = entries.map(({ recordedBy: _by, recordedOn: _on, ...entry }) => ({
      ...entry,
      wording: wordings.get(entry.step) ?? '',
    }));
    const appended = await record.append(session, ordered, known);
    if (appended.kind !== 'appended')
      throw new Error(
        `The demonstration could not be loaded: ${appended.kind === 'refused' ? appended.message : 'somebody else is writing to it'}`,
      );
    for (const entry of entries) remember(known, entry, at, derivation);
  }
}

/** What has just been stated, as reading it would give it: saves reading it back. */
function remember(known: Map<string, ChildRecord>, entry: DemoEntry, at: string, derivation: Derivation): void {
  for (const { person, answers } of entry.about) {
    const before = known.get(person)?.chain ?? [];
    const line: Line = {
      entry: entry.entry,
      step: entry.step,
      position: before.length + 1,
      happenedOn: entry.happenedOn,
      recordedAt: at,
      recordedBy: entry.recordedBy,
      tombstone: false,
      answers: { ...entry.shared, ...answers },
    };
    const chain = [...before, line];
    const history = whatStands(chain);
    known.set(person, {
      person,
      position: chain.length,
      chain,
      history,
      clocks: derivation.clocks(history),
      standing: derivation.standing(history),
    });
  }
}
