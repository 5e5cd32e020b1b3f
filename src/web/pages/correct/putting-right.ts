import type { FastifyRequest } from 'fastify';
import type { Line, Statement } from '../../../kernel/step/history.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import type { ChildRecord, Opened, Session } from '../../../record/contract.ts';
import type { Subject } from '../../form/understand.ts';
import type { Member, WebParts } from '../../parts.ts';
import { byId } from '../../by-id.ts';
import { Refusal, signedIn } from '../../session.ts';
import { mustBeOpen, openAndRead } from '../child/opening.ts';

/** What stands of an entry, last version last. */
export const versionsOf = ({ chain }: Pick<ChildRecord, 'chain'>, statement: Statement): readonly Line[] => [
  ...chain.filter(({ position }) => position === statement.position),
  ...statement.corrections,
];

/** The position of the version that stands: it is what the next one corrects. */
export const standsAt = ({ corrections, position }: Statement): number => corrections.at(-1)?.position ?? position;

/** The entry that gave the version that stands. */
export const standsBy = ({ corrections, entry }: Statement): string => corrections.at(-1)?.entry ?? entry;

/** Whoever wrote it, or a manager of theirs; what came from a file, whoever may record the step. The database asks the same. */
export function mayPutRight({ actor, roles, teams }: Session, step: AnyStep, lines: readonly Line[], members: readonly Member[]): boolean {
  if (!step.may.record.some((role) => roles.includes(role))) return false;
  if (roles.includes('headOfService') || lines.some(({ source }) => source !== undefined)) return true;
  const known = byId(members);
  const wrote = lines.flatMap(({ recordedBy, movedBy }) => (movedBy === undefined ? [recordedBy] : [recordedBy, movedBy]));
  const isManagers = (writer: string): boolean => known.get(writer)?.teams.some((team) => teams.includes(team)) === true;
  return wrote.some((writer) => writer === actor || (roles.includes('teamManager') && isManagers(writer)));
}

/** An entry of an opened record, and what is asked of it. */
export type Found = {
  readonly opened: Opened;
  readonly record: ChildRecord;
  readonly statement: Statement;
  readonly step: AnyStep;
  readonly versions: readonly Line[];
  readonly members: readonly Member[];
  readonly mayPutRight: boolean;
};

const notThere = 'This entry does not stand on this record: it was struck out or moved, or your role may not read it.';

const ofAnother =
  'This entry stands in another record of the person, which was merged into this one. To put it right, a manager separates the two records first, and merges them again afterwards.';

/** The entry that the address names, where it stands. */
export async function findEntry(request: FastifyRequest, parts: WebParts, entry: string): Promise<Found> {
  const opened = await mustBeOpen(request, parts);
  const { session } = signedIn(request);
  const [record, members] = await Promise.all([parts.record.read(opened), parts.members.all(session)]);
  const statement = record.history.find((one) => one.entry === entry);
  const step = parts.steps.find(({ name }) => name === statement?.step);
  if (statement === undefined || step === undefined) throw new Refusal(404, notThere);
  if (statement.of !== undefined) throw new Refusal(403, ofAnother);
  const versions = versionsOf(record, statement);
  const may = mayPutRight(session, step, versions, members) || (statement.withheld === true && holdsPermission(session, step));
  return { opened, record, statement, step, versions, members, mayPutRight: may };
}

const holdsPermission = ({ roles }: Session, step: AnyStep): boolean => step.may.record.some((role) => roles.includes(role));

/** The same, for those who may put it right. */
export async function findToPutRight(request: FastifyRequest, parts: WebParts, entry: string): Promise<Found> {
  const found = await findEntry(request, parts, entry);
  if (!found.mayPutRight) throw new Refusal(403, 'An entry is put right by whoever wrote it, or by their manager. Ask one of them.');
  return found;
}

/** Somebody else whom the entry is about, with what stands of it on their record. */
export type Other = Subject & { readonly record: ChildRecord; readonly statement: Statement };

/** Whom else the entry is about, of those whose records this session may open. They are opened, which is logged with the reason given. */
export async function othersOf(
  request: FastifyRequest,
  parts: WebParts,
  { opened, statement }: Pick<Found, 'opened' | 'statement'>,
): Promise<readonly Other[]> {
  const people = await parts.record.entryPeople(opened, statement.entry);
  if (people.length === 0) return [];
  const { session, memory } = signedIn(request);
  const records = await openAndRead(parts, session, people, memory.opened.get(opened.person)?.reason ?? 'To put an entry right');
  return [...records.values()].flatMap((record) => {
    const theirs = record.history.find((one) => one.entry === statement.entry);
    const { name, bornOn, expectedOn } = record.standing;
    return theirs === undefined ? [] : [{ person: record.person, name, bornOn, expectedOn, record, statement: theirs }];
  });
}

/** The entries of a record that name this one: they stay as they are. */
export const namedBy = ({ history }: ChildRecord, { entry }: Statement): readonly Statement[] =>
  history.filter((one) => one.entry !== entry && Object.values(one.answers).includes(entry));
