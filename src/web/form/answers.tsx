import type { AnyField, Fields } from '../../kernel/field/field.ts';
import { displayed } from '../../kernel/step/said.ts';
import { labels } from '../by-id.ts';
import type { Words } from '../components/field-parts.tsx';
import { LinesTable } from '../components/lines-table.tsx';
import { SummaryList } from '../components/lists.tsx';
import type { LinkOptions } from './asking.ts';

type Stored = Readonly<Record<string, unknown>>;
const linesIn = (value: unknown): readonly Stored[] => (Array.isArray(value) ? value : []);

/** Words of one stored answer, as its field shows it; links by the name of what they point at; of several lines each on its own. */
export function answerWords(field: AnyField, value: unknown, links: LinkOptions): string {
  const { control } = field;
  if (control.kind === 'link') return labels(links[control.to]).get(String(value)) ?? String(value);
  if (control.kind === 'rows')
    return linesIn(value)
      .map((line) =>
        answered(control.columns, line)
          .map(({ question, field: column, value: cell }) => `${question}: ${answerWords(column, cell, links)}`)
          .join('; '),
      )
      .join('\n');
  return displayed(field, value);
}

const answered = (fields: Fields, answers: Stored) =>
  Object.entries(fields)
    .filter(([name]) => answers[name] !== undefined)
    .map(([name, field]) => ({ question: field.label, field, value: answers[name] }));

function Lines({
  columns: all,
  label,
  value,
  links,
}: {
  readonly columns: Fields;
  readonly label: string;
  readonly value: unknown;
  readonly links: LinkOptions;
}) {
  const lines = linesIn(value);
  const columns = Object.entries(all).filter(([name]) => lines.some((line) => line[name] !== undefined));
  const words = (line: Stored) => columns.map(([name, column]) => (line[name] === undefined ? '' : answerWords(column, line[name], links)));
  return <LinesTable label={label} heads={columns.map(([, column]) => column.label)} lines={lines.map(words)} />;
}

/** One answer as a page shows it: words, or several lines as a table. */
export const shownAnswer = (field: AnyField, value: unknown, links: LinkOptions): Words =>
  field.control.kind === 'rows' ? (
    <Lines columns={field.control.columns} label={field.label} value={value} links={links} />
  ) : (
    answerWords(field, value, links)
  );

type Props = {
  readonly fields: Fields;
  readonly answers: Stored;
  readonly links: LinkOptions;
  readonly classes?: string;
  readonly id?: string;
};

/** Question and answer, for check pages and the chronology. */
export const AnswerList = ({ fields, answers, links, classes, id }: Props) => (
  <SummaryList
    classes={classes}
    attributes={id === undefined ? undefined : { id }}
    rows={answered(fields, answers).map(({ question, field, value }) => ({
      key: { text: question },
      value: { text: shownAnswer(field, value, links), classes: 'sl-words' },
    }))}
  />
);

/** The same for each of hundreds of entries: a third of the markup. */
export const SaidList = ({ fields, answers, links }: Pick<Props, 'fields' | 'answers' | 'links'>) => (
  <dl class="sl-said">
    {answered(fields, answers).map(({ question, field, value }) => (
      <div>
        <dt>{question}</dt>
        <dd>{shownAnswer(field, value, links)}</dd>
      </div>
    ))}
  </dl>
);
