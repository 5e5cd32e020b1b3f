import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/servers.ts';
import { addMonths, birthday, date, dayInEngland, type LocalDate } from '../kernel/calendar/dates.ts';
import type { Role } from '../kernel/step/permission.ts';
import { stepNamed, wordingOf } from '../practice/pathway.ts';
import type { NewEntry, Session } from '../record/contract.ts';
import { addAuthority, addMember, addTeam } from '../record/members.ts';
import type { WebParts } from '../web/parts.ts';
import { givePermissions } from './open.ts';
import { webPartsOf } from './web-parts.ts';

/* A young woman left care at 18, and her case is closed. Her personal adviser is still told what is owed to her; nobody else is. */

let fresh: FreshDatabase;
let parts: WebParts;
const team = randomUUID();
const young = randomUUID();
const today = dayInEngland(new Date());
/** She is twenty next month. */
const bornOn = birthday(addMonths(today, 1), -20);
let adviser: Session, worker: Session, manager: Session, head: Session, elsewhere: Session;

async function member(authority: number, role: Role, scope: Session['scope']): Promise<Session> {
  const actor = randomUUID();
  await addMember(fresh.owner, {
    authority,
    member: actor,
    name: role,
    email: `${actor}@example.org`,
    team,
    manages: [team],
    roles: [role],
  });
  return { authority, actor, roles: [role], teams: [team], scope };
}

const told = (step: string, on: LocalDate, answers: NewEntry['shared']): NewEntry => {
  const asked = stepNamed(step);
  if (asked === undefined) throw new Error(step);
  const part = (isEach: boolean) => Object.fromEntries(Object.entries(answers).filter(([name]) => name in asked.each === isEach));
  const about = [{ person: young, answers: part(true) }];
  return { entry: randomUUID(), step, wording: wordingOf(asked), happenedOn: on, shared: part(false), about };
};

async function state(...entries: readonly NewEntry[]): Promise<void> {
  const openings = [...(await parts.record.open(manager, [young], 'To record')).values()];
  const read = await parts.record.readMany(openings.flatMap((one) => (one.kind === 'opened' ? [one.record] : [])));
  expect(await parts.record.append(manager, entries, read)).toEqual({ kind: 'appended' });
}

beforeAll(async () => {
  fresh = await freshDatabase();
  for (const authority of [1, 2]) {
    await addAuthority(fresh.owner, { authority, name: `Council ${authority}` });
    await givePermissions(fresh.owner, authority);
    await addTeam(fresh.owner, { authority, team, name: 'Leaving care' });
  }
  adviser = await member(1, 'socialWorker', 'own');
  worker = await member(1, 'socialWorker', 'own');
  manager = await member(1, 'teamManager', 'teams');
  head = await member(1, 'headOfService', 'all');
  elsewhere = { ...adviser, authority: 2 };
  parts = await webPartsOf(fresh.app, false, { subscribe: () => () => {} });
  const eighteen = birthday(bornOn, 18);
  await state(told('personDetails', bornOn, { firstName: 'Nia', lastName: 'Owen', bornOn }));
  await state(
    told('referral', birthday(bornOn, 10), { referredOn: birthday(bornOn, 10), source: '1A' }),
    told('allocation', birthday(bornOn, 10), { allocatedOn: birthday(bornOn, 10), worker: worker.actor, team }),
    told('periodOfCare', birthday(bornOn, 14), { startedOn: birthday(bornOn, 14), legalStatus: 'C2' }),
    told('pathwayPlan', birthday(bornOn, 17), { madeOn: birthday(bornOn, 17) }),
    told('periodOfCareEnd', eighteen, { endedOn: eighteen, reason: 'E8' }),
    told('personalAdviserNamed', eighteen, { namedOn: eighteen, adviser: adviser.actor }),
    told('closure', birthday(bornOn, 19), { closedOn: birthday(bornOn, 19), reason: 'RC8' }),
    told('allocation', birthday(bornOn, 19), { allocatedOn: birthday(bornOn, 19), worker: head.actor }),
  );
});
afterAll(() => fresh?.drop());

const advised = async (session: Session) => (await parts.record.ownAdvised(session, today)).map(({ standing }) => standing.name);

describe('the young people whose personal adviser somebody is', () => {
  it('are told of with what is owed, also after 18 and with the case closed to others: to the adviser alone', async () => {
    const [nia, ...others] = await parts.record.ownAdvised(adviser, today);
    expect([nia?.standing.name, others]).toEqual(['Nia Owen', []]);
    expect(nia?.clocks.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['careLeaverInTouch', 'pathwayPlanReview']));
    expect((await parts.record.list(adviser, { worker: adviser.actor })).length, 'in no list of theirs').toBe(0);
    for (const other of [worker, manager, head, elsewhere]) expect(await advised(other)).toEqual([]);
    const analyst: Session = { ...adviser, roles: ['performanceAnalyst'] };
    expect(await advised(analyst), 'whoever is no practitioner any more').toEqual([]);
  });

  it('are not told of once the record is restricted to others, and are to whoever is named for it', async () => {
    const lift = async () => {
      await parts.record.open(head, [young], 'To lift it');
      expect(await parts.record.lift(head, young, 'It is over')).toEqual({ kind: 'done' });
    };
    const to = (...readers: readonly Session[]) => ({
      readers: readers.map(({ actor }) => actor),
      ring: 'Ring',
      reason: 'A relative works here',
    });
    expect((await parts.record.restrict(head, young, to(head))).kind).toBe('done');
    expect(await advised(adviser)).toEqual([]);
    await lift();
    expect((await parts.record.restrict(head, young, to(head, adviser))).kind).toBe('done');
    expect(await advised(adviser)).toEqual(['Nia Owen']);
    await lift();
  });

  it('pass to the next adviser, and end when nothing more is owed', async () => {
    const on = date(addMonths(today, -1));
    await state(told('personalAdviserNamed', on, { namedOn: on, adviser: worker.actor }));
    expect([await advised(adviser), await advised(worker)]).toEqual([[], ['Nia Owen']]);
    await state(told('careLeaverContact', today, { contactOn: today, inTouch: 'NREQ', activity: '0', accommodation: '0' }));
    expect(await advised(worker)).toEqual([]);
  });
});
