import type { LocalDate } from '../src/kernel/calendar/dates.ts';
import type { AnyStep } from '../src/kernel/step/step.ts';
import type { Database } from '../src/platform/database.ts';
import { permissionTable, steps } from '../src/practice/pathway.ts';
import type { Derivation, Session } from '../src/record/contract.ts';
import { noteNewAuthority } from '../src/record/derivation-runs.ts';
import { addAuthority, addMember, addTeam, syncPermissions } from '../src/record/members.ts';
import { asOwnerOf } from '../src/record/verify.ts';
import { sealAdopted, tellAdopted } from './adopted.ts';
import { demonstrationAuthority, demonstrationCounties, type DemoCounties, type DemoStaff } from './authority.ts';
import { peopleOfACounty } from './families.ts';
import { loadFamily, type Loading } from './load-family.ts';
import { loadFile } from './load-file.ts';
import { held, markBegun, markFinished } from './loading-mark.ts';
import { letInspectorIn } from './inspector.ts';
import { showToExpert } from './outside-expert.ts';
import { supervisionIn } from './supervision-days.ts';
import { loadInvented } from './published-figures.ts';
import { closeRecording, costsOf, teamsOf } from './recording-costs.ts';
import { toldOf } from './told.ts';

export { demonstrationAuthority } from './authority.ts';

export type DemonstrationOptions = {
  /** The owner's connection: it alone may tell a demonstration database the time. */
  readonly owner: Database;
  readonly derivation: Derivation;
  readonly wordingOf: (step: AnyStep) => string;
  readonly today: LocalDate;
  /** Times the origin report's 220 children on plans. Absent: 1, or what the data folder holds. */
  readonly scale?: number | undefined;
  readonly log?: (line: string) => void;
};

const { authority } = demonstrationAuthority;

/**
 * Loads the demonstration authority once. A load that was interrupted is taken up where it ended, as on the day on which it began;
 * one that came to its end is never touched again, whatever has been added to it since.
 */
export async function loadDemonstration(options: DemonstrationOptions): Promise<void> {
  const { owner, log = () => {} } = options;
  const before = await held(owner, authority);
  if ('scale' in before && options.scale !== undefined && options.scale !== before.scale)
    log(`This data folder holds the demonstration at scale ${before.scale}, and keeps it: --scale counts only when it is first loaded.`);
  if (before.kind === 'finished') return;
  if (before.kind === 'other') return;
  const isAgain = before.kind === 'interrupted';
  const { told, scale } = isAgain ? before : { told: options.today, scale: options.scale ?? 1 };
  log(isAgain ? 'Loading the demonstration authority from where it was interrupted …' : 'Loading the demonstration authority …');
  const counties = demonstrationCounties(scale);
  const administrator: Session = { authority, actor: counties[0].administrator, roles: ['administrator'], teams: [], scope: 'none' };
  await addAuthority(owner, demonstrationAuthority);
  for (const staff of counties) await addStaff(owner, staff, told);
  await letInspectorIn(owner, authority, counties[0], told);
  await syncPermissions(owner, authority, new Map(permissionTable().map(({ step, ...may }) => [step, may])));
  await noteNewAuthority(owner, authority, options.derivation);
  await markBegun(owner, administrator, told, scale);
  const loading = loadingOf(options, counties, administrator, told);
  const all = toldOf(counties, told, scale);
  const tell = tellProgress(scale, log);
  await inLanes(loading, all.families, (family) => loadFamily(loading, family).then(() => tell(family.people.length)));
  await inLanes(loading, all.files(), (file) => loadFile(loading, file));
  await loadInvented(owner, authority, counties, told);
  await loadAdopted(loading, counties[0], told);
  const shown = all.shown();
  if (shown !== undefined) await showToExpert(owner, authority, shown, told);
  await owner.transaction(null, (sql) => sql.query('select record.refresh_statistics()'));
  await closeRecording(owner, authority);
  await markFinished(owner, administrator);
  log('The demonstration authority is loaded.');
}

/** The child who was adopted, and the seal. */
async function loadAdopted(loading: Loading, staff: DemoStaff, told: LocalDate): Promise<void> {
  const adopted = tellAdopted({ staff, today: told, supervision: supervisionIn(staff, told) });
  await loadFamily(loading, adopted);
  await sealAdopted({ ...loading, authority, staff, told }, adopted);
}

function loadingOf(
  { owner, derivation, wordingOf }: DemonstrationOptions,
  counties: DemoCounties,
  administrator: Session,
  told: LocalDate,
): Loading {
  const wordings = new Map(steps.map((step) => [step.name, wordingOf(step)]));
  const teams = teamsOf(counties);
  return { owner, derivation, wordings, administrator, costsOf: (family) => costsOf(family, wordings, teams, told) };
}

async function addStaff(owner: Database, staff: DemoStaff, told: LocalDate): Promise<void> {
  for (const { team, name, area } of staff.teams) await addTeam(owner, { authority, team, name, area });
  for (const { leftDaysAgo, startedDaysAgo: _, ...member } of [...staff.members, ...staff.former]) {
    await addMember(owner, { authority, ...member });
    if (leftDaysAgo === undefined) continue;
    await asOwnerOf(owner, authority, async (sql) => {
      await sql.query('update access.member set left_at = $3::date - $4::int where authority = $1 and member = $2', [
        authority,
        member.member,
        told,
        leftDaysAgo,
      ]);
      await sql.query('select access.tell_staff($1)', [authority]);
    });
  }
}

/** How many families or files are loaded at once: one is thought out while the database writes the other. */
const lanes = 2;
/** After so many of them the planner's statistics are looked at again. */
const refreshEvery = 20;

/** Nobody waits half an hour before a line that does not move. */
const quietFor = 15_000;

/** Says from time to time how many people are loaded, of about how many. */
function tellProgress(scale: number, log: (line: string) => void): (people: number) => void {
  const about = Math.round(peopleOfACounty * scale).toLocaleString('en-GB');
  let loaded = 0;
  let said = Date.now();
  return (people) => {
    loaded += people;
    if (Date.now() - said < quietFor) return;
    said = Date.now();
    log(`${loaded.toLocaleString('en-GB')} of about ${about} people …`);
  };
}

async function inLanes<T>({ owner }: Loading, told: Iterable<T>, load: (one: T) => Promise<void>): Promise<void> {
  const each = told[Symbol.iterator]();
  let count = 0;
  let hasFailed = false;
  const lane = async (): Promise<void> => {
    for (let next = each.next(); next.done !== true && !hasFailed; next = each.next()) {
      await load(next.value);
      count += 1;
      if (count % refreshEvery === 0) await owner.transaction(null, (sql) => sql.query('select record.refresh_statistics()'));
    }
  };
  const ended = await Promise.allSettled(
    Array.from({ length: lanes }, () =>
      lane().catch((error: unknown) => {
        hasFailed = true;
        throw error;
      }),
    ),
  );
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}
