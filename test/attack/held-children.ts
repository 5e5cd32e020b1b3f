import { randomUUID } from 'node:crypto';
import { addDays, date, type LocalDate } from '../../src/kernel/calendar/dates.ts';
import { wordingOf } from '../../src/practice/pathway.ts';
import { stepOf } from '../../src/practice/step-of.fixture.ts';
import type { ChildRecord, NewEntry, Session } from '../../src/record/contract.ts';
import type { WholeRecord } from '../../src/record/record.ts';

/** Tags, attributes and formulas in one: no page may give it back as it is. */
export const script = `"'><script>alert(7)</script><img src=x onerror=alert(7)>{{7*7}}\${7*7}`;

/** The ids of what one authority holds of children. */
export const newIds = () => ({
  child: randomUUID(),
  sibling: randomUUID(),
  restricted: randomUUID(),
  entry: randomUUID(),
  /** Two more of the same child: to be struck out and to be moved. */
  struck: randomUUID(),
  moved: randomUUID(),
  /** Agreed of the child, for the social worker to do. */
  action: randomUUID(),
  /** A record into which `other` was merged, and one whose time has come. */
  kept: randomUUID(),
  other: randomUUID(),
  over: randomUUID(),
  /** A request for a copy of the record that is kept: decided, and confirmed by somebody else. */
  request: randomUUID(),
  /** Said of the procedures by somebody without an account. */
  comment: randomUUID(),
});
export type ChildIds = Readonly<Record<keyof ReturnType<typeof newIds>, string>>;

export async function stated(
  record: WholeRecord,
  session: Session,
  entries: readonly NewEntry[],
  read: ReadonlyMap<string, ChildRecord> = new Map(),
): Promise<void> {
  const appended = await record.append(session, entries, read);
  if (appended.kind !== 'appended') throw new Error(JSON.stringify(appended));
}

type Telling = Pick<NewEntry, 'statedAt' | 'about'> & { readonly shared: object; readonly id?: string };

export function told(step: string, happenedOn: LocalDate, { shared, id = randomUUID(), ...rest }: Telling): NewEntry {
  return { entry: id, step, wording: wordingOf(stepOf(step)), happenedOn, shared: { ...shared }, ...rest };
}

/** Agreed of the child, for the social worker to do. */
export function actionOf(word: string, owner: string, person: string, id: string): NewEntry {
  const shared = { agreedOn: '2026-01-12', what: `${word} action ${script}`, owner, byWhen: '2026-03-02' };
  return told('action', date('2026-01-12'), { id, shared, about: [{ person, answers: {} }] });
}

/** Two records of one person, merged; and the record of a child who died long ago. */
export async function stateBesides(
  record: WholeRecord,
  session: Session,
  word: string,
  { kept, other, over }: Pick<ChildIds, 'kept' | 'other' | 'over'>,
): Promise<void> {
  const details = (person: string, n: number, more: object = {}) => ({
    shared: { laChildId: `${word}${n}`, firstName: word, lastName: 'Twice', bornOn: '1990-03-03', ...more },
    about: [{ person, answers: {} }],
  });
  const about = [
    { person: kept, answers: { other, side: 'kept' } },
    { person: other, answers: { other: kept, side: 'merged' } },
  ];
  await stated(record, session, [
    told('personDetails', date('1990-03-03'), details(kept, 11)),
    told('personDetails', date('1990-03-03'), details(other, 12)),
    told('personDetails', date('1990-03-03'), { ...details(over, 13, { diedOn: '1999-05-05' }), statedAt: '1999-05-06T09:00:00Z' }),
  ]);
  const openings = [...(await record.open(session, [kept, other], 'one person')).values()];
  const read = await record.readMany(openings.flatMap((opening) => (opening.kind === 'opened' ? [opening.record] : [])));
  const merge = told('recordMerge', date('2026-01-12'), { shared: { decidedOn: '2026-01-12', reason: `${word} reason ${script}` }, about });
  await stated(record, session, [merge], read);
}

/** Asked for before anything of it was recorded: a copy that holds nothing, and may go. */
export async function stateRequest(
  record: WholeRecord,
  [manager, head]: readonly [Session, Session],
  word: string,
  { kept, request }: Pick<ChildIds, 'kept' | 'request'>,
): Promise<void> {
  const on = date('2026-01-12');
  const one = (step: string, shared: object, id: string = randomUUID()): NewEntry =>
    told(step, on, { id, shared: { ...shared, ...(id === request ? {} : { request }) }, about: [{ person: kept, answers: {} }] });
  const by = async (session: Session, ...entries: readonly NewEntry[]) => {
    const opening = (await record.open(session, [kept], 'a copy')).get(kept);
    if (opening?.kind !== 'opened') throw new Error(`not opened: ${opening?.kind}`);
    await stated(record, session, entries, new Map([[kept, await record.read(opening.record)]]));
  };
  await by(
    manager,
    one('subjectAccessRequest', { receivedOn: on, asker: `${word} ${script}`, capacity: 'person' }, request),
    one('subjectAccessIdentity', { provedOn: on, evidence: `${word} passport` }),
    one('redaction', { decidedOn: on, everywhere: [{ words: `${word} neighbour`, ground: 'thirdParty', weighed: 'refused' }] }),
  );
  await by(head, one('redactionConfirmation', { confirmedOn: on }));
}

type Story = { readonly word: string; readonly n: number; readonly family: string; readonly team: string; readonly worker: string };

export function storyOf(person: string, { word, n, family, team, worker }: Story, visits: readonly string[]): readonly NewEntry[] {
  const entry = (step: string, happenedOn: LocalDate, shared: object, own: object = {}, id: string = randomUUID()): NewEntry =>
    told(step, happenedOn, { id, shared, about: [{ person, answers: { ...own } }] });
  const details = {
    laChildId: `${word}${n}`,
    firstName: `${word} ${script}`,
    lastName: `Child${n}`,
    bornOn: '2018-03-03',
    sex: 'F',
    family,
  };
  const held = { startedOn: '2026-01-05', category: 'NEG', latestCategory: 'NEG' };
  const seen = { place: 'home', note: `${word} note ${script}` };
  return [
    entry('personDetails', date('2018-03-03'), details),
    entry('allocation', date('2026-01-05'), { allocatedOn: '2026-01-05', worker, team, role: 'lead' }),
    entry('childProtectionPlan', date('2026-01-05'), held),
    ...visits.map((visit, n) => {
      const visitedOn = addDays(date('2026-01-12'), n);
      return entry('visit', visitedOn, { visitedOn, ...seen }, { seen: true, seenAlone: 'yes' }, visit);
    }),
  ];
}
