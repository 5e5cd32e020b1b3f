import type { AnyField, Fields } from '../../kernel/field/field.ts';
import { linesIn } from '../../kernel/field/rows.ts';
import { displayed, tableOf } from '../../kernel/step/said.ts';
import { labels } from '../by-id.ts';
import type { Words } from '../components/field-parts.tsx';
import { LinesTable } from '../components/lines-table.tsx';
import { SummaryList } from '../components/lists.tsx';
import { optionsOf, type LinkOptions } from './asking.ts';

type Stored = Readonly<Record<string, unknown>>;

/** Words of one stored answer, as its field shows it; links by the name of what they point at; of several lines each on its own. */
export function answerWords(field: AnyField, value: unknown, links: LinkOptions): string {
  const { control } = field;
  if (control.kind === 'link') return labels(optionsOf(links, control.to)).get(String(value)) ?? String(value);
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

/** One answer as a page shows it: words, or several lines as a table. */
export function shownAnswer(field: AnyField, value: unknown, links: LinkOptions): Words {
  if (field.control.kind !== 'rows') return answerWords(field, value, links);
  const { heads, rows } = tableOf(field.control.columns, value, (column, cell) => answerWords(column, cell, links));
  return <LinesTable label={field.label} heads={heads} lines={rows} />;
}

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
