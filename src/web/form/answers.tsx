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
    rows={Object.entries(fields)
      .filter(([name]) => answers[name] !== undefined)
      .map(([name, field]) => ({
        key: { text: field.label },
        value: { text: answerWords(field, answers[name], links), classes: 'sl-words' },
      }))}
  />
);
