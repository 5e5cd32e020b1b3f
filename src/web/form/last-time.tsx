import { formatDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { AnyField } from '../../kernel/field/field.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import type { AnyStep } from '../../kernel/step/step.ts';
import { entryAt } from '../entry-at.ts';
import { counted } from '../said-dates.ts';
import { shownAnswer } from './answers.tsx';
import type { LinkOptions } from './asking.ts';

/** The last statement of the same step about the same child, and what was recorded of them after it. */
export type Before = Pick<Statement, 'answers' | 'entry'> & {
  readonly on: LocalDate;
  readonly since: readonly { readonly entry: string; readonly title: string; readonly on: LocalDate }[];
};

export function beforeOf(step: string, history: History, titleOf: (step: string) => string): Before | undefined {
  const last = history.findLast((statement) => statement.step === step);
  if (last === undefined) return undefined;
  const since = history
    .filter(({ position }) => position > last.position)
    .toReversed()
    .map((one) => ({ entry: one.entry, title: titleOf(one.step), on: one.happenedOn }));
  return { answers: last.answers, entry: last.entry, on: last.happenedOn, since };
}

type LastProps = { readonly field: AnyField; readonly value: unknown; readonly on: LocalDate; readonly links: LinkOptions };

/** What the same question was answered last time: to read, never to take over. */
export const LastTime = ({ field, value, on, links }: LastProps) => (
  <details class="sl-last" open>
    {/* Open beside its question it is no stop on the way through the form; closed, on a narrow screen, it is. */}
    <summary tabIndex={-1}>
      Last time<span class="govuk-visually-hidden">: {field.label}</span>, {formatDate(on)}
    </summary>
    <div class="sl-last__words">{shownAnswer(field, value, links)}</div>
  </details>
);

const most = 8;

type SinceProps = {
  readonly before: Before;
  readonly step: AnyStep;
  readonly person: string;
  /** One line that opens: there is one such for each brother or sister. */
  readonly isClosed?: true;
};

/** What was recorded of the child after the last time: what must be thought of now. */
export const Since = ({ before: { on, since, entry }, step, person, isClosed }: SinceProps) => (
  <details class="sl-since-then" open={isClosed !== true}>
    <summary>
      Since the last {step.title.toLowerCase()}, {formatDate(on)}:{' '}
      {since.length === 0 ? 'nothing was recorded' : counted(since.length, 'entry', 'entries')}
    </summary>
    <ul class="govuk-list sl-since-then__list">
      {since.slice(0, most).map((one) => (
        <li>
          <a class="govuk-link" href={entryAt(person, one.entry, step.file !== undefined)}>
            {one.title}
          </a>{' '}
          <span class="sl-due">{formatDate(one.on)}</span>
        </li>
      ))}
      <li>
        <a
          class="govuk-link"
          href={since.length > most ? `/children/${person}#chronology` : entryAt(person, entry, step.file !== undefined)}
        >
          {since.length > most ? `${since.length - most} more in the chronology` : 'The last time in full'}
        </a>
      </li>
    </ul>
  </details>
);
