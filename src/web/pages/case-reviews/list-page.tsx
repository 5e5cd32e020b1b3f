import { formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { AnyField } from '../../../kernel/field/field.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import type { ListedFile } from '../../../record/files.ts';
import { Button } from '../../components/button.tsx';
import { CardTable } from '../../components/card-table.tsx';
import { CsrfField, errorAt } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { Input, Select } from '../../components/text-input.tsx';
import type { GivenForm } from '../../memory.ts';
import { one } from '../../request.ts';
import { lateOrUntil } from '../../said-dates.ts';

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly reviews: readonly ListedFile[];
  readonly titleOf: (rule: string) => string;
  readonly today: LocalDate;
  readonly asked: { readonly harm: AnyField; readonly abuse: AnyField } | undefined;
  readonly given?: GivenForm;
  readonly problems?: readonly Problem[];
};

export const CaseReviewsPage = (props: Props) => (
  <Layout frame={props.frame} title="Serious incidents and reviews" problems={props.problems ?? []}>
    <h1 class="govuk-heading-l">Serious incidents and reviews</h1>
    <p class="govuk-body">
      The file of a review is opened by heads of service and by the people whom they name for it, and by nobody else. It is no child’s
      record.
    </p>
    <Reviews {...props} />
    {props.asked === undefined ? null : <Begin {...props} asked={props.asked} />}
  </Layout>
);

const Reviews = ({ reviews, titleOf, today }: Props) =>
  reviews.length === 0 ? (
    <p class="govuk-body">There is no review that you may open.</p>
  ) : (
    <CardTable
      caption="Reviews"
      captionClasses="govuk-visually-hidden"
      heads={['Review', 'What is due next']}
      rows={reviews.map((review) => [
        <a class="govuk-link" href={`/files/${review.file}`}>
          {review.title}
        </a>,
        nextDue(review, titleOf, today),
      ])}
    />
  );

function nextDue({ clocks }: ListedFile, titleOf: (rule: string) => string, today: LocalDate): string {
  const [next] = clocks
    .filter(({ metOn, endedOn }) => metOn === undefined && endedOn === undefined)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return next === undefined ? 'Nothing' : `${titleOf(next.rule)}: ${formatDate(next.dueOn)}, ${lateOrUntil(next.dueOn, today)}`;
}

const itemsOf = ({ control }: AnyField) =>
  control.kind === 'choice' ? [{ value: '', text: '' }, ...control.options.map(({ value, label }) => ({ value, text: label }))] : [];

function Begin({ csrf, today, asked, given = {}, problems = [] }: Props & { readonly asked: NonNullable<Props['asked']> }) {
  const value = (name: string, otherwise = '') => (given[name] === undefined ? otherwise : one(given, name));
  return (
    <section aria-labelledby="begin">
      <h2 class="govuk-heading-m" id="begin">
        A serious incident has come to notice
      </h2>
      <form method="post" action="/case-reviews" noValidate>
        <CsrfField token={csrf} />
        <input type="hidden" name="file" value={value('file', crypto.randomUUID())} />
        <Input
          name="title"
          label={{ text: 'What the review is called' }}
          hint={{ text: 'Nobody’s name: “Child R”, or a letter and a year' }}
          value={value('title')}
          errorMessage={errorAt(problems, 'title')}
          classes="govuk-input--width-20"
        />
        <Input
          name="learntOn"
          label={{ text: 'Date we learnt of it' }}
          hint={{ text: 'Five working days to notify run from it' }}
          value={value('learntOn', today)}
          attributes={{ type: 'date' }}
          errorMessage={errorAt(problems, 'learntOn')}
          classes="govuk-input--width-10"
        />
        <Select
          name="harm"
          label={{ text: asked.harm.label }}
          items={itemsOf(asked.harm)}
          value={value('harm')}
          errorMessage={errorAt(problems, 'harm')}
        />
        <Select
          name="abuse"
          label={{ text: asked.abuse.label }}
          items={itemsOf(asked.abuse)}
          value={value('abuse')}
          errorMessage={errorAt(problems, 'abuse')}
        />
        <Button text="Begin the file" preventDoubleClick />
      </form>
    </section>
  );
}
