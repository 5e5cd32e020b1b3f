import { Button } from '../../components/button.tsx';
import { CardTable } from '../../components/card-table.tsx';
import { Radios } from '../../components/choices.tsx';
import { CsrfField, Problems } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';
import { TextArea } from '../../components/text-input.tsx';
import type { QuestionInFull, ShownQuestion, WhoSaid } from '../../parts.ts';
import { formatInstant } from '../../said-dates.ts';

/** Children of whom nobody could say whose rows they are. */
export const QuestionsPage = ({ frame, questions }: { readonly frame: Frame; readonly questions: readonly ShownQuestion[] }) => (
  <Layout frame={frame} title="Whose rows are these?">
    <BackLink text="Imports" href="/imports" />
    <h1 class="govuk-heading-l">Whose rows are these?</h1>
    {questions.length === 0 ? (
      <p class="govuk-body">No child of a file waits for a decision.</p>
    ) : (
      <CardTable
        caption="Children of files"
        captionClasses="govuk-visually-hidden"
        heads={['Child of the file', 'Asked', 'Why', 'State']}
        rows={questions.map((question) => [
          <a class="govuk-link" href={`/imports/children/${question.id}`}>
            {question.child}, {question.source}
          </a>,
          formatInstant(question.askedAt),
          question.because,
          <QuestionState question={question} />,
        ])}
      />
    )}
  </Layout>
);

const QuestionState = ({ question: { isDecided, answeredBy } }: { readonly question: ShownQuestion }) => {
  if (isDecided) return <span>decided</span>;
  if (answeredBy !== undefined) return <span>answered by {answeredBy.fileName}</span>;
  return <strong class="govuk-tag govuk-tag--yellow sl-tag">waits</strong>;
};

type Column = WhoSaid & { readonly mark?: string };

/** Side by side; what differs from the file is marked in words, not by colour alone. */
const SideBySide = ({ given, others }: { readonly given: WhoSaid; readonly others: readonly Column[] }) => (
  <div class="sl-scroll" tabindex={0} role="region" aria-label="The file and the records side by side">
    <table class="govuk-table">
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <td class="govuk-table__cell" />
          {[given, ...others].map(({ name }) => (
            <th scope="col" class="govuk-table__header">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {given.facts.map(([label, said], at) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              {label}
            </th>
            <td class="govuk-table__cell">{said}</td>
            {others.map(({ facts }) => {
              const other = facts[at]?.[1] ?? 'not given';
              return (
                <td class="govuk-table__cell">
                  {other === said ? other : <strong>{other}</strong>}
                  {other === said ? '' : ' (differs)'}
                </td>
              );
            })}
          </tr>
        ))}
        <tr class="govuk-table__row">
          <th scope="row" class="govuk-table__header">
            What happened
          </th>
          {[given, ...others].map(({ history }) => (
            <td class="govuk-table__cell">
              <ul class="govuk-list">
                {history.map((line) => (
                  <li>{line}</li>
                ))}
              </ul>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  </div>
);

type QuestionProps = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly question: QuestionInFull;
  readonly given?: { readonly choice: string; readonly reason: string } | undefined;
  readonly problem?: { readonly field: 'choice' | 'reason'; readonly message: string } | undefined;
};

export function QuestionPage({ frame, csrf, question, given, problem }: QuestionProps) {
  const title = `Whose are the rows of child ${question.child}?`;
  return (
    <Layout frame={frame} title={problem === undefined ? title : `Error: ${title}`} wide>
      <BackLink text="Whose rows are these?" href="/imports/children" />
      <Problems problems={problem === undefined ? [] : [problem]} anchorOf={(field) => field} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        The {question.source} gives child {question.child}: {question.because}. {statesOf(question)}
      </p>
      <SideBySide given={question.given} others={question.records} />
      {question.answeredBy !== undefined && !question.isDecided ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/imports/${question.answeredBy.run}`}>
            {question.answeredBy.fileName}
          </a>{' '}
          gave the child {formatInstant(question.answeredBy.at)} so that it was clear whose the rows are. They were taken, and nobody needs
          to decide.
        </p>
      ) : (
        <QuestionForm csrf={csrf} question={question} given={given} problem={problem} />
      )}
    </Layout>
  );
}

const statesOf = ({ isDecided, answeredBy }: ShownQuestion): string =>
  isDecided ? 'This has been decided.' : answeredBy === undefined ? 'Nothing of it has been taken.' : 'A later file has answered this.';

function QuestionForm({ csrf, question, given, problem }: Omit<QuestionProps, 'frame'>) {
  const said = (field: 'choice' | 'reason') => (problem?.field === field ? { text: problem.message } : undefined);
  return (
    <form method="post" action={`/imports/children/${question.id}`}>
      <CsrfField token={csrf} />
      <input type="hidden" name="action" value={question.isDecided ? 'takeBack' : 'decide'} />
      <input type="hidden" name="decision" value={question.decision} />
      {question.isDecided ? null : (
        <Radios
          name="choice"
          fieldset={{ legend: { text: 'The child of the file is', classes: 'govuk-fieldset__legend--m' } }}
          value={given?.choice}
          items={[
            ...question.records.map(({ person, name }) => ({ value: person, text: `the same child as ${name}` })),
            { value: 'different', text: 'another child, who gets a record of their own' },
          ]}
          errorMessage={said('choice')}
        />
      )}
      <TextArea
        name="reason"
        rows={3}
        label={{ text: question.isDecided ? 'Why the decision is taken back' : 'Reason', classes: 'govuk-label--s' }}
        hint={{
          text: question.isDecided
            ? 'What the file said is struck out again, the record stands as before, and the rows wait anew.'
            : 'What you rest it on. A decision can be taken back.',
        }}
        value={given?.reason}
        errorMessage={said('reason')}
      />
      <Button text={question.isDecided ? 'Take the decision back' : 'Decide'} preventDoubleClick />
    </form>
  );
}
