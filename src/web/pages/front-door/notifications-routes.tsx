import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import { erase } from '../../../kernel/step/step.ts';
import { contact } from '../../../practice/front-door/contact.ts';
import { personDetails } from '../../../practice/people/person-details.ts';
import type { ChildRecord } from '../../../record/contract.ts';
import type { Found } from '../../../record/search/search.ts';
import type { GivenForm } from '../../memory.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, isId, one, sendPage } from '../../request.ts';
import { mustHold, signedIn } from '../../session.ts';
import { beginners, detailsOf, familyOf } from './new-child.ts';
import { groupsOf, readNotifications, type Notified } from './notification-lines.ts';
import { NotificationsPage, type Matched, type Outcome } from './notifications-page.tsx';
import { openedForWork, refusedFor, stateTogether, type Done, type Stated } from './recording.ts';

/** More at once would keep the page, and whoever waits for it, too long. */
const most = 200;

/** On record already, most likely: of that name, and born on that day where both are known. */
function matchesOf(row: Notified, found: readonly Found[]): readonly Found[] {
  return found.filter(
    ({ standing }) =>
      standing.adult !== true && (row.bornOn === undefined || standing.bornOn === undefined || standing.bornOn === row.bornOn),
  );
}

const isSure = (row: Notified, { standing }: Found): boolean => row.bornOn !== undefined && standing.bornOn === row.bornOn;

async function matched(parts: WebParts, request: FastifyRequest, rows: readonly Notified[]): Promise<readonly Matched[]> {
  const { session } = signedIn(request);
  return Promise.all(
    rows.map(async (row) => {
      const found = matchesOf(row, await parts.record.search(session, `${row.firstName} ${row.lastName}`.trim()));
      const sure = found.filter((one) => isSure(row, one));
      return { row, found, ...(sure.length === 1 && sure[0] !== undefined ? { chosen: sure[0].person } : {}) };
    }),
  );
}

/** Whom each row was said to be about: somebody on record, or (an id made with the page) somebody new. */
type Chosen = { readonly row: Notified; readonly person: string; readonly isNew: boolean; readonly details: string };

function chosenIn(given: GivenForm, rows: readonly Notified[]): readonly Chosen[] {
  return rows.map((row) => {
    const [who, fresh, details] = [one(given, `who.${row.line}`), one(given, `new.${row.line}`), one(given, `details.${row.line}`)];
    const isNew = !isId(who);
    return {
      row,
      isNew,
      person: isNew ? (isId(fresh) ? fresh : crypto.randomUUID()) : who,
      details: isId(details) ? details : crypto.randomUUID(),
    };
  });
}

/** One notification: a record for whoever has none, and one contact about everybody whom it names. */
function statedOf(parts: WebParts, chosen: readonly Chosen[], entry: string, known: ReadonlyMap<string, ChildRecord>): readonly Stated[] {
  const [first] = chosen;
  if (first === undefined) return [];
  const today = dayInEngland(parts.now());
  const family = [...known.values()].map(({ standing }) => standing.family).find((one) => one !== undefined) ?? familyOf(first.person);
  const { reference, receivedOn, receivedAt, happened, familyTold } = first.row;
  return [
    ...chosen
      .filter(({ isNew }) => isNew)
      .map(({ person, details, row: { firstName, lastName, bornOn } }) => ({
        step: erase(personDetails),
        entry: details,
        people: [person],
        shared: detailsOf(
          {
            person,
            answers: {
              ...(firstName === '' ? {} : { firstName }),
              ...(lastName === '' ? {} : { lastName }),
              ...(bornOn === undefined ? {} : { bornOn }),
            },
          },
          family,
          today,
        ),
      })),
    {
      step: erase(contact),
      entry,
      people: [...new Set(chosen.map(({ person }) => person))],
      shared: {
        receivedOn,
        how: 'notification',
        source: '6',
        worry: happened,
        ...(receivedAt === undefined ? {} : { receivedAt }),
        ...(reference === '' ? {} : { reference }),
        ...(familyTold === undefined ? {} : { familyTold }),
      },
      each: new Map(chosen.filter(({ row }) => row.happened !== happened).map(({ person, row }) => [person, { ownWorry: row.happened }])),
    },
  ];
}

async function recordGroup(request: FastifyRequest, parts: WebParts, chosen: readonly Chosen[], entry: string): Promise<Done> {
  const known = chosen.filter(({ isNew }) => !isNew).map(({ person }) => person);
  const records = await openedForWork(request, parts, [...new Set(known)], 'A notification by the police');
  if (records === undefined)
    return refusedFor('The record is restricted to others, or there is none: nothing was recorded of this notification');
  return stateTogether(request, parts, statedOf(parts, chosen, entry, records), records);
}

/** Each notification is recorded on its own: one that cannot be keeps its rows in the list, with the reason. */
async function recordAll(request: FastifyRequest, parts: WebParts, rows: readonly Notified[]): Promise<readonly Outcome[]> {
  const given = givenForm(request.body);
  const outcomes: Outcome[] = [];
  for (const group of groupsOf(rows)) {
    const chosen = chosenIn(given, group);
    const sent = one(given, `entry.${group[0]?.line ?? 0}`);
    const done = await recordGroup(request, parts, chosen, isId(sent) ? sent : crypto.randomUUID());
    outcomes.push({
      rows: group,
      people: chosen.map(({ person }) => person),
      ...(done.kind === 'done' ? {} : { problem: done.problems.map(({ message }) => message).join('. ') }),
    });
  }
  return outcomes;
}

/** Notifications by the dozen: pasted as a list, each looked at beside whoever is on record, then recorded as contacts. */
export function addNotifications(server: FastifyInstance, parts: WebParts): void {
  server.get('/front-door/notifications', async (request, reply) => {
    mustHold(signedIn(request), beginners);
    return sendPage(reply, <NotificationsPage frame={frameOf(request, parts)} csrf={request.csrf} text="" bad={[]} />);
  });

  server.post('/front-door/notifications', async (request, reply) => {
    mustHold(signedIn(request), beginners);
    const given = givenForm(request.body);
    const [text, stage] = [one(given, 'list'), one(given, 'stage')];
    const { heads, rows, bad, problem } = readNotifications(text);
    const props = { frame: frameOf(request, parts), csrf: request.csrf, bad };
    const wrong = problem ?? (rows.length > most ? `The list has ${rows.length} rows: ${most} at most are recorded at once` : undefined);
    if (wrong !== undefined) return sendPage(reply, <NotificationsPage {...props} text={text} problem={wrong} />, 400);
    if (stage !== 'record')
      return sendPage(reply, <NotificationsPage {...props} text={text} matched={await matched(parts, request, rows)} />);
    const outcomes = await recordAll(request, parts, rows);
    const left = [
      ...bad.map(({ raw }) => raw),
      ...outcomes.flatMap((one) => (one.problem === undefined ? [] : one.rows.map(({ raw }) => raw))),
    ];
    return sendPage(
      reply,
      <NotificationsPage {...props} text={left.length === 0 ? '' : [heads, ...left].join('\n')} outcomes={outcomes} />,
    );
  });
}
