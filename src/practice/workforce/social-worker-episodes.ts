import { addDays, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';

/** Who was the child’s social worker, from when to when, as the return counts it. */
export type SocialWorkerEpisode = {
  /** A member of staff of this system; or the Social Work England number that another system’s return gave. */
  readonly member?: string;
  readonly socialWorker?: string;
  readonly startedOn: LocalDate;
  readonly endedOn?: LocalDate;
  /** Why this social worker took over, or (from a return) why the worker changed: SW_REASON. */
  readonly reason?: string;
};

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const given = <K extends keyof SocialWorkerEpisode>(key: K, value: SocialWorkerEpisode[K] | undefined) =>
  value === undefined ? {} : ({ [key]: value } as Pick<SocialWorkerEpisode, K>);

const isLead = (one: Statement): boolean =>
  one.step === 'allocation' && (one.answers['role'] ?? 'lead') === 'lead' && one.answers['worker'] !== undefined;

/** Each allocation to another lead worker ends the one before; a return’s own episodes stand as they were given. In order. */
export function socialWorkerEpisodesOf(history: History): readonly SocialWorkerEpisode[] {
  const allocations = history.filter(isLead);
  const changes = allocations.filter((one, index) => one.answers['worker'] !== allocations[index - 1]?.answers['worker']);
  const ours = changes.map((one, index): SocialWorkerEpisode => {
    const next = changes[index + 1];
    return {
      ...given('member', text(one.answers['worker'])),
      startedOn: one.happenedOn,
      ...given('endedOn', next === undefined ? undefined : lastDay(one, next)),
      ...given('reason', text(one.answers['reasonForChange'])),
    };
  });
  const theirs = history.filter((one) => one.step === 'socialWorkerEpisode').map(asReturned);
  return [...theirs, ...ours].sort((a, b) => (a.startedOn < b.startedOn ? -1 : a.startedOn > b.startedOn ? 1 : 0));
}

/** The day before the next worker’s first; on one day, that day. */
const lastDay = (one: Statement, next: Statement): LocalDate =>
  next.happenedOn > one.happenedOn ? addDays(next.happenedOn, -1) : one.happenedOn;

const asReturned = ({ answers, happenedOn }: Statement): SocialWorkerEpisode => ({
  ...given('socialWorker', text(answers['socialWorker'])),
  startedOn: happenedOn,
  ...given('endedOn', text(answers['endedOn']) as LocalDate | undefined),
  ...given('reason', text(answers['reason'])),
});
