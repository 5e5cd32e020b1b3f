import type { History, Statement } from '../../../kernel/step/history.ts';
import { periodAt, socialWorkerEpisodesOf, statementsOf, type SocialWorkerEpisode } from '../../../practice/pathway.ts';
import { isRunningIn, type Period } from '../../rule/period.ts';
import { builtRow, type BuiltRow } from './built-row.ts';

/** By member of staff: the number under which Social Work England knows them. It stays the same, whenever it was entered. */
export type Registrations = Pick<ReadonlyMap<string, string>, 'get'>;

/** Asked since 2023-24. Of a worker whose number nobody entered, the row leaves it out. */
export const socialWorkerRows = (told: History, period: Period, registrations: Registrations): readonly BuiltRow[] =>
  period.to < '2024'
    ? []
    : socialWorkerEpisodesOf(told)
        .filter(({ startedOn, endedOn }) => isRunningIn(startedOn, endedOn, period) && periodAt(told, endedOn ?? period.to) !== undefined)
        .map((one) => rowOf(one, told, registrations));

function rowOf(one: SocialWorkerEpisode, told: History, registrations: Registrations): BuiltRow {
  const { member = '', startedOn, endedOn, socialWorker } = one;
  const entries = [...statementsOf('allocation', told), ...statementsOf('socialWorkerEpisode', told)];
  const isOf = ({ answers }: Statement): boolean => (answers['worker'] ?? answers['socialWorker']) === (one.member ?? socialWorker);
  const begun = entries.find((entry) => entry.happenedOn === startedOn && isOf(entry));
  const ended = one.member === undefined ? begun : entries.find(({ happenedOn }) => endedOn !== undefined && happenedOn > endedOn);
  // Nobody had the case before, so it is the first contact: the form asks why a worker changed, which the first did not.
  const isFirst = one.member !== undefined && entries.every(({ happenedOn }) => happenedOn >= startedOn);
  return builtRow('social_worker', {
    SW_ID: [socialWorker ?? registrations.get(member), begun],
    SW_DECOM: [startedOn, begun],
    SW_DEC: [endedOn, ended],
    SW_REASON: [one.reason ?? (isFirst ? 'FCONTA' : undefined), begun],
  });
}
