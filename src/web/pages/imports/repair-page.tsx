import { Button } from '../../components/button.tsx';
import { CsrfField, Problems } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';
import { Input } from '../../components/text-input.tsx';
import type { ImportRun, ShownProblem, Suggestion } from '../../parts.ts';
import { counted } from '../../said-dates.ts';

const writings: Readonly<Record<string, string>> = {
  'two-digits': 'with a year of two digits',
  'year-first': 'with the year first',
  'month-name': 'with the name of the month',
  serial: 'as a spreadsheet’s number',
  'no-nought': 'without a nought',
};

type SuggestionsProps = { readonly run: string; readonly csrf: string; readonly suggestions: readonly Suggestion[] };

/** Many values that are written in one wrong way: a person says once how they are meant. */
export const Suggestions = ({ run, csrf, suggestions }: SuggestionsProps) =>
  suggestions.length === 0 ? null : (
    <section aria-labelledby="written-otherwise">
      <h2 class="govuk-heading-m" id="written-otherwise">
        Dates that are not written DD/MM/YYYY
      </h2>
      <p class="govuk-body">
        None was guessed and none has been taken. If you know how they are meant, say so once; what they are read as is recorded as yours.
      </p>
      {suggestions.map(({ field, writing, values, example, readAs }) => (
        <form method="post" action={`/imports/${run}/written`} class="govuk-!-margin-bottom-4">
          <CsrfField token={csrf} />
          <input type="hidden" name="field" value={field} />
          <input type="hidden" name="writing" value={writing} />
          <p class="govuk-body govuk-!-margin-bottom-2">
            <strong>{field}</strong>: {counted(values, 'value')} written {writings[writing] ?? 'otherwise'}, for example {example}
          </p>
          <Button
            text={`Read ${example} as ${readAs}, and the others of ${field} likewise`}
            classes="govuk-button--secondary"
            preventDoubleClick
          />
        </form>
      ))}
    </section>
  );

type RepairProps = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly run: ImportRun;
  readonly problem: ShownProblem;
  readonly given?: string;
  readonly message?: string;
};

const asWritten = ({ kind }: ImportRun): string =>
  kind === 'ssd'
    ? 'dataset writes it: a date as YYYY-MM-DD'
    : kind === 'cin'
      ? 'census writes it: a date as YYYY-MM-DD'
      : 'return writes it: a date as DD/MM/YYYY';

/** One value of one row, to be put right. */
export const RepairPage = ({ frame, csrf, run, problem, given, message }: RepairProps) => (
  <Layout frame={frame} title={message === undefined ? 'Put a value right' : 'Error: Put a value right'}>
    <BackLink text={run.fileName} href={`/imports/${run.run}`} />
    <Problems problems={message === undefined ? [] : [{ field: 'value', message }]} anchorOf={(field) => field} />
    <h1 class="govuk-heading-l">Put a value right</h1>
    <p class="govuk-body">
      {problem.file ?? run.fileName}, line {problem.line}, child {problem.child}. {problem.reason}.
    </p>
    <p class="govuk-body sl-anywhere">The row as it was given: {problem.raw}</p>
    <form method="post" action={`/imports/${run.run}/problems/${problem.n}`}>
      <CsrfField token={csrf} />
      <Input
        name="value"
        label={{ text: `${problem.field} instead of “${problem.value}”`, classes: 'govuk-label--s' }}
        hint={{ text: `As the ${asWritten(run)}, a code as listed. Empty: nothing is given.` }}
        classes="govuk-input--width-20"
        value={given}
        errorMessage={message === undefined ? undefined : { text: message }}
      />
      <Button text="Put right and take the child’s rows" preventDoubleClick />
    </form>
  </Layout>
);
