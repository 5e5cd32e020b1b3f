import type { FastifyReply, FastifyRequest } from 'fastify';
import { practitionersAndLeads } from '../../../kernel/step/permission.ts';
import { RecordClosed, type ChildRecord, type Opened, type Opening, type Session } from '../../../record/contract.ts';
import { keepForm } from '../../kept-forms.ts';
import type { Memory } from '../../memory.ts';
import { isId, parameter } from '../../request.ts';
import type { WebParts } from '../../parts.ts';
import { Elsewhere, holds, mustHold, Refusal, signedIn } from '../../session.ts';

const tenMinutes = 600_000;

/** How an import's opening is logged: a person's own reason may not look like it. */
export const looksLikeImport = (reason: string): boolean => /^import\s*:/i.test(reason.trim());

const sameSession = (a: Session, b: Session): boolean => JSON.stringify(a) === JSON.stringify(b);

const asNext = (next: string): string => (next === '/' ? '' : `?next=${encodeURIComponent(next)}`);

/** Where the reason for opening is asked; from a page, the way leads back to it. What was sent to a form is another matter: `keepingWords`. */
export const reasonPage = ({ method, url }: FastifyRequest, person: string): string =>
  `/children/${person}${method === 'POST' ? '' : asNext(url)}`;

/** What an inspector reads: pages of a child, and nothing on which something is recorded, sent or decided. */
const inspected: ReadonlySet<string> = new Set([
  'GET /children/:id',
  'POST /children/:id/open',
  'POST /children/:id/chronology',
  'GET /children/:id/entries/:entry',
  'GET /children/:id/files/:attachment',
  'GET /children/:id/care',
  'GET /children/:id/pictures',
  'GET /children/:id/family',
  'GET /children/:id/family/chronology',
]);

function mustBeReader(request: FastifyRequest, person: string): void {
  const who = signedIn(request);
  if (holds(who, ['inspector'])) {
    const { url = '' } = request.routeOptions;
    return mustHold(who, inspected.has(`${request.method} ${url}`) ? ['inspector'] : practitionersAndLeads);
  }
  if (!who.memory.opened.has(person)) mustHold(who, practitionersAndLeads);
}

/** The child that the address names, for those whose work it may be; the file, for whomever its door has let in. */
export function personOf(request: FastifyRequest): string {
  const person = parameter(request, 'id').toLowerCase();
  mustBeReader(request, person);
  if (!isId(person)) throw new Refusal(404, 'There is no such child in this record.');
  return person;
}

/** The record, if a reason was given in this session; every ten minutes the door is asked again. `undefined`: ask for a reason. */
export async function openedRecord(request: FastifyRequest, parts: WebParts, person: string): Promise<Opened | undefined> {
  const { memory, session } = signedIn(request);
  const known = memory.opened.get(person);
  if (known === undefined) return undefined;
  if (parts.now().getTime() - known.at < tenMinutes && sameSession(known.record.session, session)) return known.record;
  return admitted(await openFor(request, parts, person, known.reason), person);
}

/** The record, if a reason for opening it was given; else the page that asks for one. */
export async function mustBeOpen(request: FastifyRequest, parts: WebParts): Promise<Opened> {
  const person = personOf(request);
  const opened = await openedRecord(request, parts, person);
  if (opened === undefined) throw new Elsewhere(reasonPage(request, person));
  return opened;
}

/** These records, and of the people those that the session may open: opened for the reason, which is logged. All of them read. */
export async function openAndRead(
  { record }: Pick<WebParts, 'record'>,
  session: Session,
  people: readonly string[],
  reason: string,
  opened: readonly Opened[] = [],
): Promise<ReadonlyMap<string, ChildRecord>> {
  const openings = people.length === 0 ? [] : [...(await record.open(session, people, reason)).values()];
  return record.readMany([...opened, ...openings.flatMap((opening) => (opening.kind === 'opened' ? [opening.record] : []))]);
}

export async function openFor(request: FastifyRequest, parts: WebParts, person: string, reason: string): Promise<Opening> {
  const { session } = signedIn(request);
  const opening = remember(request, parts, person, reason, (await parts.record.open(session, [person], reason)).get(person));
  // Who follows an old link is led to the record that is kept, for the same reason.
  if (opening.kind === 'merged') await openFor(request, parts, opening.into, reason);
  return opening;
}

/** A file, whose door asks for no reason; no child's record. */
export async function openFileFor(request: FastifyRequest, parts: WebParts, file: string): Promise<Opening> {
  return remember(request, parts, file, 'To work with this file', await parts.record.openFile(signedIn(request).session, file));
}

/**
 * What is recorded in a file has an address as what is recorded of a child has: its door, which asks for no reason, is tried first. Whoever is let into no
 * child's record has files alone.
 */
export async function tryFileDoor(request: FastifyRequest, parts: WebParts): Promise<void> {
  const { who } = request;
  const route = request.routeOptions.url ?? '';
  if (who === undefined || !route.startsWith('/children/:id')) return;
  if (holds(who, practitionersAndLeads) && route !== '/children/:id/record/:step') return;
  const id = parameter(request, 'id').toLowerCase();
  if (!isId(id) || who.memory.opened.has(id)) return;
  const opening = await parts.record.openFile(who.session, id);
  if (opening.kind === 'opened') remember(request, parts, id, 'To work with this file', opening);
}

/** Opens a restricted record all the same; managers are told. */
export async function breakGlassFor(request: FastifyRequest, parts: WebParts, person: string, reason: string): Promise<Opening> {
  return remember(request, parts, person, reason, await parts.record.breakGlass(signedIn(request).session, person, reason));
}

/** What a door of another page has opened. */
export const rememberOpened = (request: FastifyRequest, parts: WebParts, person: string, reason: string, opening: Opening): Opening =>
  remember(request, parts, person, reason, opening);

function remember(
  request: FastifyRequest,
  parts: WebParts,
  person: string,
  reason: string,
  opening: Opening = { kind: 'unknown' },
): Opening {
  const { memory } = signedIn(request);
  if (opening.kind === 'opened') memory.opened.set(person, { reason, record: opening.record, at: parts.now().getTime() });
  else memory.opened.delete(person);
  if (opening.kind === 'restricted') memory.rings.set(person, opening.ring);
  else memory.rings.delete(person);
  return opening;
}

/** The record, or a page that says why not; `next`: where to go once it is open. */
export function admitted(opening: Opening, person: string, next = '/'): Opened {
  switch (opening.kind) {
    case 'opened':
      return opening.record;
    case 'restricted':
      throw new Elsewhere(`/children/${person}/restricted${asNext(next)}`);
    case 'merged':
      throw new Elsewhere(`/children/${opening.into}`);
    case 'unknown':
      throw new Refusal(404, 'There is no such child in this record.');
  }
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/**
 * The answer to a form about a child. Where the door has closed since the form was shown (the server forgot the opening, the record was restricted,
 * the role changed), what was typed is kept, and the form shows it again once the record is open.
 */
export const keepingWords =
  (parts: WebParts, memory: Memory, handler: Handler): Handler =>
  async (request, reply) => {
    try {
      return await handler(request, reply);
    } catch (error) {
      if (!(error instanceof Elsewhere || error instanceof RecordClosed)) throw error;
      const next = keepForm(memory, signedIn(request).session.actor, request);
      const to = error instanceof Elsewhere ? error.to : await doorOf(request, parts);
      return reply.redirect(to === undefined ? next : `${to}${asNext(next)}`, 303);
    }
  };

/** Asks the door again, for the reason given before. @returns the page that says why it is closed; undefined: it is open */
async function doorOf(request: FastifyRequest, parts: WebParts): Promise<string | undefined> {
  const person = personOf(request);
  const known = signedIn(request).memory.opened.get(person);
  if (known === undefined) return `/children/${person}`;
  const { kind } = await openFor(request, parts, person, known.reason);
  return kind === 'restricted' ? `/children/${person}/restricted` : undefined;
}
