import type { FastifyRequest } from 'fastify';
import { dayInEngland } from '../../../kernel/calendar/dates.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import type { ChildRecord, NewEntry } from '../../../record/contract.ts';
import type { WebParts } from '../../parts.ts';
import { signedIn } from '../../session.ts';
import { openedRecord, openFor } from '../child/opening.ts';

/** A statement of some children at once, each with their own line or none. */
export type Stated = {
  readonly step: AnyStep;
  readonly entry: string;
  readonly shared: Readonly<Record<string, unknown>>;
  readonly each?: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly people: readonly string[];
};

export type Done = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

export const refusedFor = (message: string): Done => ({ kind: 'refused', problems: [{ message }] });

/** Opens the records for a reason that is logged, and reads them. Undefined: one of them is closed to whoever asks. */
export async function openedForWork(
  request: FastifyRequest,
  parts: WebParts,
  people: readonly string[],
  reason: string,
): Promise<ReadonlyMap<string, ChildRecord> | undefined> {
  const records = await Promise.all(
    people.map(async (person) => {
      const known = await openedRecord(request, parts, person);
      if (known !== undefined) return known;
      const opening = await openFor(request, parts, person, reason);
      return opening.kind === 'opened' ? opening.record : undefined;
    }),
  );
  const opened = records.filter((record) => record !== undefined);
  return opened.length < people.length ? undefined : parts.record.readMany(opened);
}

const answersOf = ({ shared, each }: Stated, person: string) => ({ ...shared, ...each?.get(person) });

/** What each child's history raises; of a new record, what nothing before it raises. */
async function problemsOf(
  request: FastifyRequest,
  parts: WebParts,
  stated: readonly Stated[],
  records: ReadonlyMap<string, ChildRecord>,
): Promise<readonly Problem[]> {
  const today = dayInEngland(parts.now());
  const { session } = signedIn(request);
  const raised = await Promise.all(
    stated.flatMap((one) =>
      one.people.map((person) => {
        const record = records.get(person);
        const answers = answersOf(one, person);
        return record === undefined
          ? one.step.decide([], answers as never, today)
          : parts.record.judge(session, record, (history) => one.step.decide(history, answers as never, today));
      }),
    ),
  );
  return raised.flat();
}

const entryOf = (parts: WebParts, one: Stated): NewEntry => ({
  entry: one.entry,
  step: one.step.name,
  wording: parts.wordingOf(one.step),
  happenedOn: one.step.happenedOn(answersOf(one, one.people[0] ?? '') as never),
  shared: one.shared,
  about: one.people.map((person) => ({ person, answers: one.each?.get(person) ?? {} })),
});

/** All of it or nothing; sent twice, it is recorded once. */
export async function stateTogether(
  request: FastifyRequest,
  parts: WebParts,
  stated: readonly Stated[],
  records: ReadonlyMap<string, ChildRecord>,
): Promise<Done> {
  const known = new Set([...records.values()].flatMap(({ chain }) => chain.map(({ entry }) => entry)));
  const fresh = stated.filter(({ entry }) => !known.has(entry));
  if (fresh.length === 0) return { kind: 'done' };
  const problems = await problemsOf(request, parts, fresh, records);
  if (problems.length > 0) return { kind: 'refused', problems };
  const outcome = await parts.record.append(
    signedIn(request).session,
    fresh.map((one) => entryOf(parts, one)),
    records,
  );
  switch (outcome.kind) {
    case 'appended':
      return { kind: 'done' };
    case 'refused':
      return refusedFor(outcome.message);
    case 'conflict':
      return refusedFor('Somebody else recorded something of this child just now. Nothing was recorded: look again, then decide.');
  }
}
