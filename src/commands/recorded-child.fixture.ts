import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Importing } from '../import/importing.fixture.ts';
import { date } from '../kernel/calendar/dates.ts';
import type { Role } from '../kernel/step/permission.ts';
import { stepNamed, wordingOf } from '../practice/pathway.ts';
import type { NewEntry, Session } from '../record/contract.ts';
import type { ComparedReturn } from '../web/parts.ts';

export const as = (session: Session, role: Role, more: Partial<Session> = {}): Session => ({
  ...session,
  roles: [role],
  scope: 'all',
  ...more,
});

const details = { laChildId: '7', bornOn: '2017-05-14', sex: 'F', ethnicity: 'APKN', disabilities: ['NONE'], upnUnknown: 'UN4' };

type Correction = Pick<NewEntry['about'][number], 'corrects' | 'tombstone' | 'reason'>;

/** A child of an authority, allocated to a worker whose manager records of them. */
export async function aRecordedChild(at: Importing, admin: Session, said: Readonly<Record<string, unknown>>) {
  const [person, worker, team] = [randomUUID(), randomUUID(), randomUUID()];
  const manager = as(admin, 'teamManager', { actor: worker, teams: [team], scope: 'teams' });
  const state = async (name: string, on: string, shared: Readonly<Record<string, unknown>>, more: Correction = {}) => {
    const step = stepNamed(name);
    if (step === undefined) throw new Error(name);
    const opening = (await at.record.open(manager, [person], 'test')).get(person);
    const read = opening?.kind === 'opened' ? new Map([[person, await at.record.read(opening.record)]]) : new Map();
    const entry = randomUUID();
    const made = { entry, step: name, wording: wordingOf(step), happenedOn: date(on), shared, about: [{ person, answers: {}, ...more }] };
    expect(await at.record.append(manager, [made], read)).toEqual({ kind: 'appended' });
    return entry;
  };
  await state('personDetails', '2017-05-14', { ...details, ...said });
  await state('allocation', '2026-06-02', { from: '2026-06-02', worker, team });
  return { person, worker: as(admin, 'socialWorker', { actor: worker, scope: 'own' }), manager, state };
}

/** A comparison, with whether the same file is made again: it is looked for when it is asked. */
export async function wholeOf(made: Promise<ComparedReturn | undefined>) {
  const compared = await made;
  return compared && { ...compared, isSame: await compared.isSame() };
}
