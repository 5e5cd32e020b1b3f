import { collectionYears } from '../../../returns/rule/years.ts';
import { Button } from '../../components/button.tsx';
import { Radios } from '../../components/choices.tsx';
import { CsrfField } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { FileUpload, Input, Select } from '../../components/text-input.tsx';
import { mostOfAFile, mostSent, tooMuchSent } from './checking.ts';

export type CheckProblem = { readonly field: 'files'; readonly message: string };
type Props = { readonly frame: Frame; readonly csrf: string; readonly problem?: CheckProblem };

const accept = '.xml,.csv,text/xml,application/xml,text/csv';

export function CheckPage({ frame, csrf, problem }: Props) {
  return (
    <Layout frame={frame} title="Check a return" problems={problem === undefined ? [] : [problem]} script="/assets/check.js">
      <h1 class="govuk-heading-l">Check a return before it is sent</h1>
      <p class="govuk-body">
        Against every rule of the Department for Education. You need no account, and <strong>nothing is kept</strong>: what you send is read
        once, in the memory of the computer that checks it, and is gone when you have your answer.
      </p>
      <p class="govuk-error-message" id="not-sent" role="alert" hidden>
        It could not be sent, or there was no answer. If a file has been saved since you chose it, choose it again. Then try once more.
      </p>
      <p class="govuk-error-message" id="too-large" role="alert" hidden>
        {tooMuchSent}
      </p>
      <p class="govuk-body" id="taken" role="status"></p>
      <CheckForm csrf={csrf} problem={problem} />
      <Checking />
    </Layout>
  );
}

const CheckForm = ({ csrf, problem }: { readonly csrf: string; readonly problem: CheckProblem | undefined }) => (
  <form method="post" action="/check" encType="multipart/form-data" id="check" data-most={mostSent} data-most-of-one={mostOfAFile}>
    <CsrfField token={csrf} />
    <Select
      name="year"
      label={{ text: 'Rules of', classes: 'govuk-label--s' }}
      items={[
        { value: '', text: 'the year that the files say' },
        ...collectionYears.toReversed().map((year) => ({ value: year, text: yearInWords(year) })),
      ]}
    />
    <HowShown />
    <Input
      name="authority"
      label={{ text: 'Whose return it is', classes: 'govuk-label--s' }}
      hint={{
        text: 'The authority’s code, such as E09000001, if it is a looked-after return: some rules ask whether a placement is within its area.',
      }}
      classes="govuk-input--width-10"
      spellcheck={false}
    />
    <FileUpload
      name="files"
      label={{ text: 'CIN census (XML), or SSDA903 return (XML, or all its CSV files)', classes: 'govuk-label--s' }}
      hint={{
        text: 'As it would be sent. Select all CSV files of a return at once, or drop them here. A file may have 500 MB.',
      }}
      multiple
      errorMessage={problem === undefined ? undefined : { text: problem.message }}
      attributes={{ accept }}
    />
    <FileUpload
      name="last"
      label={{ text: 'Last year’s SSDA903 return', classes: 'govuk-label--s' }}
      hint={{ text: 'If you have it: rules that compare the two years are otherwise not checked.' }}
      multiple
      attributes={{ accept }}
    />
    <Button text="Check" />
  </form>
);

const HowShown = () => (
  <Radios
    name="as"
    value="page"
    fieldset={{ legend: { text: 'Show what is found', classes: 'govuk-fieldset__legend--s' } }}
    classes="govuk-radios--small govuk-radios--inline"
    items={[
      { value: 'page', text: 'here, rule by rule' },
      { value: 'csv', text: 'all of it, as CSV' },
      { value: 'xlsx', text: 'all of it, as an Excel workbook' },
    ]}
  />
);

/** Shown by the script, while the files are being sent. */
const Checking = () => (
  <div id="checking" hidden>
    <h2 class="govuk-heading-m" tabIndex={-1}>
      Checking
    </h2>
    <progress class="sl-progress" max={100} aria-label="Sent so far"></progress>
    <p class="govuk-body" role="status"></p>
    <Button text="Stop" type="button" classes="govuk-button--secondary" attributes={{ id: 'stop' }} />
  </div>
);

/** "2025-26" as "2025-26, to 31 March 2026" */
const yearInWords = (year: string): string => `${year}, to 31 March 20${year.slice(5)}`;
