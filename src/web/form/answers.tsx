import type { AnyField, Fields } from '../../kernel/field/field.ts';
import { labels } from '../by-id.ts';
import { SummaryList } from '../components/lists.tsx';
import type { LinkOptions } from './questions.tsx';

/** Words of one stored answer, as its field shows it; links by the name of what they point at. */
export function answerWords(field: AnyField, value: unknown, links: LinkOptions): string {
  if (field.control.kind === 'link') return labels(links[field.control.to]).get(String(value)) ?? String(value);
  try {
    return field.display(value as never);
  } catch {
    return String(value);
  }
}

const answered = (fields: Fields, answers: Props['answers'], links: LinkOptions) =>
  Object.entries(fields)
    .filter(([name]) => answers[name] !== undefined)
    .map(([name, field]) => ({ question: field.label, answer: answerWords(field, answers[name], links) }));

type Props = {
  readonly fields: Fields;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly links: LinkOptions;
  readonly classes?: string;
  readonly id?: string;
};

/** Question and answer, for check pages and the chronology. */
export const AnswerList = ({ fields, answers, links, classes, id }: Props) => (
  <SummaryList
    classes={classes}
    attributes={id === undefined ? undefined : { id }}
    rows={answered(fields, answers, links).map(({ question, answer }) => ({
      key: { text: question },
      value: { text: answer, classes: 'sl-words' },
    }))}
  />
);

/** The same for each of hundreds of entries: a third of the markup. */
export const SaidList = ({ fields, answers, links }: Pick<Props, 'fields' | 'answers' | 'links'>) => (
  <dl class="sl-said">
    {answered(fields, answers, links).map(({ question, answer }) => (
      <div>
        <dt>{question}</dt>
        <dd>{answer}</dd>
      </div>
    ))}
  </dl>
);
