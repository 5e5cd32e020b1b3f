import type { AnyField, Fields } from '../../kernel/field/field.ts';
import type { LinkOptions } from './questions.tsx';

/** Words of one stored answer, as its field shows it; links by the name of what they point at. */
export function answerWords(field: AnyField, value: unknown, links: LinkOptions): string {
  if (field.control.kind === 'link') return links[field.control.to].find((option) => option.value === value)?.label ?? String(value);
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
  readonly changeAt?: string;
};

/** Question and answer, for check pages and the chronology. */
export const AnswerRows = ({ fields, answers, links }: Props) => (
  <>
    {Object.entries(fields)
      .filter(([name]) => answers[name] !== undefined)
      .map(([name, field]) => (
        <div class="govuk-summary-list__row" key={name}>
          <dt class="govuk-summary-list__key">{field.label}</dt>
          <dd class="govuk-summary-list__value sl-words">{answerWords(field, answers[name], links)}</dd>
        </div>
      ))}
  </>
);
