import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { History } from '../../../kernel/step/history.ts';
import { allOf } from '../../../kernel/step/step.ts';
import { bodyPriority } from '../../../practice/pathway.ts';
import { CardTable } from '../../components/card-table.tsx';
import type { ChildModel } from '../child/child.ts';
import { standingPriorities, type BodyBelow } from './below.ts';
import { mayRecord, Part, Then } from './part.tsx';

type Props = { readonly file: ChildModel; readonly below: readonly BodyBelow[] };

const sameWords = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** A priority that was handed down keeps the words of the body above: by them it is known where it was taken up, and what is measured there. */
const takenUp = (history: History, priority: string) =>
  allOf(bodyPriority, history).findLast(({ answers }) => answers.origin === 'above' && sameWords(answers.priority, priority));

const progressOf = (history: History, entry: string) =>
  history.findLast(({ step, answers }) => step === 'bodyPriorityProgress' && answers['priority'] === entry);

/** The priorities of a body, what the measure says, and what became of them in the bodies that answer to it. */
export function Priorities({ file, below }: Props) {
  const { history } = file.record;
  const standing = standingPriorities(history, file.known.today);
  if (standing.length === 0) return null;
  return (
    <Part id="priorities" title="Priorities">
      <CardTable
        caption="Priorities"
        captionClasses="govuk-visually-hidden"
        heads={[
          'Priority',
          'How we shall know',
          'What the measure says',
          ...(below.length === 0 ? [] : ['In the bodies that answer to it']),
        ]}
        rows={standing.map(({ entry, answers }) => {
          const progress = progressOf(history, entry);
          return [
            <>
              {answers.priority}
              {answers.origin === 'above' ? <span class="sl-due sl-line">handed down</span> : null}
            </>,
            <>
              {answers.localMeasure ?? answers.measure}
              {answers.localMeasure === undefined ? null : <span class="sl-due sl-line">above: {answers.measure}</span>}
            </>,
            <>
              {progress === undefined
                ? 'nothing is on record'
                : `${String(progress.answers['found'])} (${formatDate(progress.happenedOn)})`}{' '}
              {mayRecord(file, 'bodyPriorityProgress') ? (
                <span class="sl-line">
                  <Then
                    file={file.record.person}
                    step="bodyPriorityProgress"
                    query={new URLSearchParams({ priority: entry })}
                    words="Say what it says now"
                    of={answers.priority}
                  />
                </span>
              ) : null}
            </>,
            ...(below.length === 0 ? [] : [<Below below={below} priority={answers.priority} measure={answers.measure} />]),
          ];
        })}
      />
    </Part>
  );
}

type BelowProps = { readonly below: readonly BodyBelow[]; readonly priority: string; readonly measure: string };

const Below = ({ below, priority, measure }: BelowProps) => (
  <>
    {below.map(({ body, history }) => {
      const there = takenUp(history, priority);
      const progress = there === undefined ? undefined : progressOf(history, there.entry);
      const handed = new URLSearchParams({ priority, measure, origin: 'above' });
      return (
        <span class="sl-line">
          <strong>{body.title}:</strong>{' '}
          {there === undefined ? (
            <Then file={body.file} step="bodyPriority" query={handed} words="Hand it down" of={`${priority}, to ${body.title}`} />
          ) : (
            `${there.answers.localMeasure ?? 'no local measure yet'}${progress === undefined ? '' : `; ${String(progress.answers['found'])} (${formatDate(progress.happenedOn)})`}`
          )}
        </span>
      );
    })}
  </>
);
