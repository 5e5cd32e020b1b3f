import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayInEngland } from '../src/kernel/calendar/dates.ts';
import { whatStands, type Line } from '../src/kernel/step/history.ts';
import { derivation, permissionTable, steps, wordingOf } from '../src/practice/pathway.ts';
import { stepOf } from '../src/practice/step-of.fixture.ts';
import type { Session } from '../src/record/contract.ts';
import { addAuthority, addMember, addTeam, syncPermissions } from '../src/record/members.ts';
import { createRecord, type WholeRecord } from '../src/record/record.ts';
import { verify } from '../src/record/verify.ts';
import { freshDatabase, type FreshDatabase } from '../test/servers.ts';
import { sealAdopted, tellAdopted } from './adopted.ts';
import { demonstrationAuthority, demonstrationCounties } from './authority.ts';
import { loadFamily, type Loading } from './load-family.ts';
import { supervisionIn } from './supervision-days.ts';

const told = dayInEngland(new Date());
const [staff] = demonstrationCounties(1);
const { authority } = demonstrationAuthority;
const adopted = tellAdopted({ staff, today: told, supervision: supervisionIn(staff, told) });
const [old = ''] = adopted.people;
const wordings = new Map(steps.map((step) => [step.name, wordingOf(step)]));
const administrator: Session = { authority, actor: staff.administrator, roles: ['administrator'], teams: [], scope: 'none' };
const duty: Session = { authority, actor: staff.duty, roles: ['dutyWorker'], teams: [], scope: 'all' };
const name = (() => {
  const { firstName, lastName } = adopted.entries.find(({ step }) => step === 'personDetails')?.shared ?? {};
  return `${String(firstName)} ${String(lastName)}`;
})();

let fresh: FreshDatabase;
let record: WholeRecord;
const seal = () => sealAdopted({ owner: fresh.owner, derivation, wordings, authority, staff, told }, adopted);
beforeAll(async () => {
  fresh = await freshDatabase();
  await addAuthority(fresh.owner, demonstrationAuthority);
  for (const { area: _, ...team } of staff.teams) await addTeam(fresh.owner, { authority, team: team.team, name: team.name });
  for (const { leftDaysAgo: _, startedDaysAgo: __, ...member } of staff.members) await addMember(fresh.owner, { authority, ...member });
  await syncPermissions(fresh.owner, authority, new Map(permissionTable().map(({ step, ...may }) => [step, may])));
  const loading: Loading = { owner: fresh.owner, derivation, wordings, administrator, costsOf: () => [] };
  await loadFamily(loading, adopted);
  record = createRecord({ database: fresh.app, derivation });
});
afterAll(() => fresh.drop());

const found = async (words: string) => (await record.search(duty, words)).map(({ person }) => person);

describe('the child of the demonstration who was adopted', () => {
  test('is told of in a way that no step refuses, and the same again', () => {
    const lines: Line[] = [];
    for (const { entry, step, happenedOn, shared, about, recordedBy, recordedOn } of [...adopted.entries].toSorted((a, b) =>
      a.recordedOn < b.recordedOn ? -1 : a.recordedOn > b.recordedOn ? 1 : 0,
    )) {
      const answers = { ...shared, ...about[0]?.answers };
      expect([step, happenedOn, stepOf(step).decide(whatStands(lines), answers as never, recordedOn, recordedBy)]).toEqual([
        step,
        happenedOn,
        [],
      ]);
      lines.push({ entry, step, happenedOn, answers, recordedBy, recordedAt: '', position: lines.length + 1, tombstone: false });
    }
    expect(tellAdopted({ staff, today: told, supervision: supervisionIn(staff, told) })).toEqual(adopted);
  });

  test('is found until the record is sealed, and then nobody is but the child with the new name; of whom nothing leads back', async () => {
    expect(await found(name)).toContain(old);
    await seal();
    await seal();
    expect(await found(name)).toEqual([]);
    expect([...(await record.open(duty, [old], 'To look')).values()].map(({ kind }) => kind)).toEqual(['unknown']);
    const [wren = '', ...others] = await found('Wren Hollis');
    expect([others, wren === old]).toEqual([[], false]);
    const opening = (await record.open(duty, [wren], 'To look')).get(wren);
    if (opening?.kind !== 'opened') throw new Error('not opened');
    const { chain } = await record.read(opening.record);
    expect(chain.map(({ step }) => step)).toEqual(['personDetails']);
    expect(JSON.stringify(chain)).not.toMatch(new RegExp([old, ...name.split(' ')].join('|')));
    expect((await record.relatives(opening.record)).filter(({ person }) => person !== wren)).toEqual([]);
    expect(await verify(fresh.owner, authority)).not.toHaveProperty('broken');
  });
});
