import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/servers.ts';
import { addDays, date, isDate, type LocalDate } from '../kernel/calendar/dates.ts';
import { inLists, type Merges } from '../kernel/derivation/derivation.ts';
import type { History } from '../kernel/step/history.ts';
import { practitioners, practitionersAndLeads, type Permissions, type Role } from '../kernel/step/permission.ts';
import type { Database } from '../platform/database.ts';
import type { ChildRecord, Derivation, NewEntry, Opened, Opening, Session, Standing } from './contract.ts';
import { addAuthority, addMember, syncPermissions } from './members.ts';
import { recordDestroyed, recordDestroyedMay } from './destruction.ts';
import { movedEntry, movedEntryMay } from './move-entry.ts';
import { createRecord, type WholeRecord } from './record.ts';

/** Counted on boards: 1 on a plan, 2 looked after, 4 late for a visit from an instant on. */
const lineOf: Derivation['boardLine'] = ({ name, onPlanSince, lookedAfterSince }, clocks) => {
  if (onPlanSince === undefined && lookedAfterSince === undefined) return undefined;
  const mark = (onPlanSince === undefined ? 0 : 1) + (lookedAfterSince === undefined ? 0 : 2);
  const due = clocks.find(({ metBy }) => metBy === undefined)?.dueOn;
  return {
    nameKey: name.toLowerCase(),
    marks: due === undefined ? [mark] : [mark, mark + 4],
    moments: due === undefined ? [] : [`${addDays(due, 1)}T00:00:00.000Z`],
    dues: [due ?? null, null, null, null, null, null, null],
    dueMoments: [],
  };
};

/** A small practice for tests: a child begins, is put on a plan, is visited within ten days. */
export const derivation: Derivation = {
  rulesHash: 'test',
  readBy: {
    name: inLists,
    mergedInto: inLists,
    team: inLists,
    worker: inLists,
    family: inLists,
    onPlanSince: inLists,
    lookedAfterSince: inLists,
    helpSince: inLists,
    lastReviewOn: inLists,
    lastLookedAfterReviewOn: inLists,
    lastSeenOn: inLists,
    warnings: 'warning',
    keptUntil: inLists,
    heldSince: inLists,
  },
  clocks: (history) =>
    history
      .filter((one) => one.step === 'plan' && merges(history).into === undefined)
      .map((plan) => {
        const visit = history.find((one) => one.step === 'visit' && one.happenedOn >= plan.happenedOn);
        return {
          rule: 'visit',
          version: '1',
          startedBy: plan.entry,
          startedOn: plan.happenedOn,
          dueOn: addDays(plan.happenedOn, 10),
          notInSource: false,
          ...(visit === undefined ? {} : { metBy: visit.entry, metOn: visit.happenedOn }),
          ...inHours(plan.answers),
        };
      }),
  standing: (history) => {
    const { into } = merges(history);
    if (into !== undefined) return { name: latest(history, 'name') ?? '', mergedInto: into };
    const plan = history.find((one) => one.step === 'plan');
    const seen = history.findLast((one) => one.step === 'visit');
    const [team, worker] = [latest(history, 'team'), latest(history, 'worker')];
    return {
      name: latest(history, 'name') ?? '',
      ...(team === undefined ? {} : { team }),
      ...(worker === undefined ? {} : { worker }),
      ...(plan === undefined ? {} : { onPlanSince: plan.happenedOn }),
      ...careSince(history),
      ...helpedSince(history),
      ...lastReviewed(history),
      ...warned(history),
      ...(seen === undefined ? {} : { lastSeenOn: seen.happenedOn }),
      ...keptOn(history),
    };
  },
  boardLine: lineOf,
  mergeStep: 'recordMerge',
  merges,
  knownBy: (history) => {
    if (merges(history).into !== undefined) return { names: [] };
    const [name, born] = [latest(history, 'name'), latest(history, 'bornOn')];
    return { names: name === undefined ? [] : [name], ...(born !== undefined && isDate(born) ? { bornOn: born } : {}) };
  },
  identifiers: (history) =>
    history.flatMap(({ answers: { number } }) =>
      merges(history).into === undefined && typeof number === 'string' ? [{ kind: 'local', value: number }] : [],
    ),
};

function merges(history: History): Merges {
  const stated = history.filter(({ step }) => step === 'recordMerge');
  const [keeps, [into]] = [of(stated, 'kept'), of(stated, 'merged')];
  return { keeps, ...(into === undefined ? {} : { into }) };
}

const of = (stated: History, side: string): readonly string[] =>
  stated.filter(({ answers }) => answers['side'] === side).map(({ answers }) => String(answers['other']));

/** How long it is kept, and whether it is held, as a statement says. */
function keptOn(history: History): Pick<Standing, 'keptUntil' | 'heldSince'> {
  const [until, held] = [latest(history, 'keptUntil'), latest(history, 'heldSince')];
  return {
    ...(until !== undefined && isDate(until) ? { keptUntil: until } : {}),
    ...(held !== undefined && isDate(held) ? { heldSince: held } : {}),
  };
}

/** A limit in hours has instants beside its days. */
const inHours = ({ dueAt, metAt }: Readonly<Record<string, unknown>>) => ({
  ...(typeof dueAt === 'string' ? { dueAt } : {}),
  ...(typeof metAt === 'string' ? { metAt } : {}),
});

const warned = (history: History): Pick<Standing, 'warnings'> => {
  const warnings = history
    .filter((one) => one.step === 'warning')
    .map(({ entry, happenedOn, answers }) => ({ entry, kind: 'dangerToStaff', words: String(answers['words']), from: happenedOn }));
  return warnings.length === 0 ? {} : { warnings };
};

function careSince(history: History): { readonly lookedAfterSince?: LocalDate } {
  const since = latest(history, 'careSince');
  return since !== undefined && isDate(since) ? { lookedAfterSince: since } : {};
}

function helpedSince(history: History): Pick<Standing, 'helpSince'> {
  const since = latest(history, 'helpSince');
  return since !== undefined && isDate(since) ? { helpSince: since } : {};
}

/** Reviewed on the plan and in care at once. */
function lastReviewed(history: History): Pick<Standing, 'lastReviewOn' | 'lastLookedAfterReviewOn'> {
  const on = latest(history, 'reviewedOn');
  return on !== undefined && isDate(on) ? { lastReviewOn: on, lastLookedAfterReviewOn: on } : {};
}

function latest(history: History, name: string): string | undefined {
  const given = history.map((one) => one.answers[name]).filter((one) => typeof one === 'string');
  return given.at(-1);
}

const table: ReadonlyMap<string, Permissions & { readonly file?: 'also' }> = new Map<string, Permissions & { readonly file?: 'also' }>([
  ['visit', { record: ['socialWorker', 'teamManager', 'leadPractitioner'], read: practitionersAndLeads }],
  ...['begin', 'plan', 'recordMerge'].map((step): [string, Permissions] => [
    step,
    { record: ['socialWorker', 'teamManager'], read: practitioners },
  ]),
  [movedEntry, movedEntryMay],
  [recordDestroyed, recordDestroyedMay],
]);

export const team = randomUUID();
export const otherTeam = randomUUID();

export type Fixture = FreshDatabase & { readonly record: WholeRecord };

/** A database with two authorities, 1 and 2. */
export async function fixture(): Promise<Fixture> {
  const fresh = await freshDatabase();
  for (const authority of [1, 2]) {
    await addAuthority(fresh.owner, { authority, name: `Authority ${authority}` });
    await syncPermissions(fresh.owner, authority, table);
  }
  return { ...fresh, record: createRecord({ database: fresh.app, derivation }) };
}

export const as = (role: Role, session: Partial<Session> = {}): Session => ({
  authority: 1,
  actor: randomUUID(),
  roles: [role],
  teams: [team],
  scope: 'all',
  ...session,
});

type Told = {
  readonly person: string;
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly corrects?: number;
  readonly tombstone?: boolean;
  readonly reason?: string;
};

export function entry(step: string, on: string, about: readonly Told[], more: Partial<NewEntry> = {}): NewEntry {
  if (!isDate(on)) throw new Error(on);
  return {
    entry: randomUUID(),
    step,
    wording: '00ff',
    happenedOn: on,
    shared: {},
    about: about.map((one) => ({ answers: {}, ...one })),
    ...more,
  };
}

export const begin = (person: string, answers: Readonly<Record<string, unknown>> = {}): NewEntry =>
  entry('begin', date('2026-01-01'), [{ person, answers: { name: 'Ada', team, ...answers } }]);

export function admitted(opening: Opening | undefined): Opened {
  if (opening?.kind !== 'opened') throw new Error(`Not opened: ${opening?.kind}`);
  return opening.record;
}

/** The record of a person who may be opened by this session. */
export const openedBy = async (
  record: WholeRecord,
  session: Session,
  person: string,
  reason: Parameters<WholeRecord['open']>[2] = 'visit today',
) => admitted((await record.open(session, [person], reason)).get(person));

export async function readAs(record: WholeRecord, session: Session, ...people: string[]): Promise<ReadonlyMap<string, ChildRecord>> {
  const openings = await record.open(session, people, 'visit today');
  return record.readMany([...openings.values()].filter((one) => one.kind === 'opened').map(admitted));
}

/** Until a session of this database waits for what another has locked. */
export const somebodyWaits = (owner: Database): Promise<void> =>
  expect.poll(() => owner.pool.query(waiting).then(({ rowCount }) => rowCount)).toBeGreaterThan(0);
const waiting = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";

/** Colleagues of the first authority, each named by their role; `of`: the team that they are of, and that a manager manages. */
export const colleaguesIn =
  (owner: Database) =>
  (member: string, role: Role, of?: string): Promise<unknown> =>
    addMember(owner, {
      authority: 1,
      member,
      name: role,
      email: `${member}@example.org`,
      roles: [role],
      ...(of === undefined ? {} : { team: of, manages: role === 'teamManager' ? [of] : [] }),
    });
