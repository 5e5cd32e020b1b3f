import { formatDate } from '../../../kernel/calendar/dates.ts';
import { exitOf, judgementsOf } from '../../../governance/improvement/exit-test.ts';
import { inspectionKinds } from '../../../practice/pathway.ts';
import { CardTable } from '../../components/card-table.tsx';
import type { Member } from '../../parts.ts';
import type { ChildModel } from '../child/child.ts';
import { mayRecord, Then } from '../safeguarding-board/part.tsx';
import { exitWords, judgementsIn, recommendationsIn } from './standing.ts';

type Props = { readonly file: ChildModel; readonly members: readonly Member[] };

const kindWords: ReadonlyMap<string, string> = new Map(Object.entries(inspectionKinds));

/** How a service was judged over time, and what it must improve, with whether it has held for long enough to be closed. */
export const ServiceSection = (props: Props) => (
  <>
    <Judgements {...props} />
    <Improvements {...props} />
  </>
);

function Judgements({ file: { record } }: Props) {
  const judged = judgementsIn(record.history);
  return judged.length === 0 ? (
    <p class="govuk-body">No judgement is on record.</p>
  ) : (
    <CardTable
      caption="Judgements, the latest first"
      heads={['Date', 'Of what', 'Judgement', 'By']}
      rows={judged.map(({ of, grade, report }) => [
        formatDate(report.happenedOn),
        of,
        grade,
        `${kindWords.get(String(report.answers['kind'])) ?? ''}${report.answers['by'] === undefined ? '' : `, ${String(report.answers['by'])}`}`,
      ])}
    />
  );
}

function Improvements({ file, members }: Props) {
  const { record } = file;
  const asked = recommendationsIn(record.history);
  const nameOf = (id: unknown): string => members.find((member) => member.id === id)?.name ?? 'somebody who has left';
  if (asked.length === 0) return null;
  const done = new Set(record.history.filter(({ answers }) => answers['how'] === 'done').map(({ answers }) => answers['action']));
  return (
    <CardTable
      caption="What must improve"
      heads={['What', 'Owner', 'Plan', 'Judged by', 'May it be closed?']}
      rows={asked.map((one) => {
        const last = judgementsOf(one, record.history).at(-1);
        const actions = record.history.filter(({ step, answers }) => step === 'action' && answers['agreedIn'] === one.entry);
        return [
          String(one.answers['recommendation']),
          nameOf(one.answers['owner']),
          actions.length === 0
            ? 'No action is agreed'
            : `${actions.filter(({ entry }) => done.has(entry)).length} of ${actions.length} actions done`,
          last === undefined ? '' : `${nameOf(last.recordedBy)}, ${formatDate(last.happenedOn)}: ${String(last.answers['evidence'])}`,
          <>
            {exitWords(exitOf(one, record.history))}{' '}
            {mayRecord(file, 'improvementProgress') ? (
              <span class="sl-line">
                <Then
                  file={file.record.person}
                  step="improvementProgress"
                  query={new URLSearchParams({ recommendation: one.entry })}
                  words="Judge it"
                  of={String(one.answers['recommendation'])}
                />
              </span>
            ) : null}
          </>,
        ];
      })}
    />
  );
}
