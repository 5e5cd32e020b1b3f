import { Button } from '../../components/button.tsx';
import { CardTable } from '../../components/card-table.tsx';
import { Checkboxes } from '../../components/choices.tsx';
import { CsrfField, Problems } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { FileUpload, Input } from '../../components/text-input.tsx';
import { isDryRun } from '../../../record/imports.ts';
import type { ImportRun } from '../../parts.ts';
import { formatInstant } from '../../said-dates.ts';

const stateWords: Readonly<Record<ImportRun['state'], string>> = { running: 'running', finished: 'finished', stopped: 'stopped' };

export const State = ({ run }: { readonly run: ImportRun }) =>
  run.state === 'finished' ? (
    <span>finished</span>
  ) : (
    <strong class={`govuk-tag govuk-tag--${run.state === 'stopped' ? 'red' : 'yellow'} sl-tag`}>{stateWords[run.state]}</strong>
  );

export type FormProblem = { readonly field: 'files' | 'year'; readonly message: string };

export type ShownRuns = {
  readonly runs: readonly ImportRun[];
  /** Files that are being taken or stopped half-way, whatever was imported since. */
  readonly incomplete: readonly ImportRun[];
  /** The run before which earlier ones are found; absent: these are all. */
  readonly earlier?: string;
};

type ImportsProps = ShownRuns & { readonly frame: Frame; readonly csrf: string; readonly problem?: FormProblem };

export function ImportsPage({ frame, csrf, runs, incomplete, earlier, problem }: ImportsProps) {
  const isImporter = frame.viewer?.roles.includes('administrator') === true;
  const isAnalyst = frame.viewer?.roles.includes('performanceAnalyst') === true;
  return (
    <Layout frame={frame} title={problem === undefined ? 'Imports' : 'Error: Imports'}>
      <Problems problems={problem === undefined ? [] : [problem]} anchorOf={(field) => field} />
      <h1 class="govuk-heading-l">Imports</h1>
      {isImporter ? (
        <p class="govuk-body">
          <a class="govuk-link" href="/imports/children">
            Whose rows are these? Children of files who wait for a decision
          </a>
        </p>
      ) : null}
      {isAnalyst ? (
        <p class="govuk-body">
          <a class="govuk-link" href="/imports/reconcile">
            Compare the files of a move-in with what the record says now
          </a>
        </p>
      ) : null}
      {isImporter ? <ImportForm csrf={csrf} problem={problem} /> : null}
      {incomplete.length === 0 ? null : <RunTable caption="Not taken in whole" runs={incomplete} />}
      {runs.length === 0 ? <p class="govuk-body">Nothing has been imported yet.</p> : <RunTable caption="Imports so far" runs={runs} />}
      {earlier === undefined ? null : (
        <p class="govuk-body">
          <a class="govuk-link" href={`/imports?before=${earlier}`}>
            Earlier imports
          </a>
        </p>
      )}
    </Layout>
  );
}

const ImportForm = ({ csrf, problem }: { readonly csrf: string; readonly problem: FormProblem | undefined }) => (
  <form method="post" action="/imports" encType="multipart/form-data">
    <CsrfField token={csrf} />
    <Input
      name="year"
      label={{ text: 'Year in which a looked-after return ends', classes: 'govuk-label--s' }}
      hint={{
        text: 'For example 2026, for 1 April 2025 to 31 March 2026. Leave it empty for a census, or if it stands in the names of the files, as 2026 or as 2025-26.',
      }}
      classes="govuk-input--width-4"
      inputmode="numeric"
      errorMessage={problem?.field === 'year' ? { text: problem.message } : undefined}
    />
    <Checkboxes
      name="dryRun"
      classes="govuk-checkboxes--small"
      items={[{ value: 'yes', text: 'Only say what would happen; record nothing' }]}
    />
    <FileUpload
      name="files"
      label={{
        text: 'CIN census (XML), SSDA903 return (XML, or all its CSV files), or Standard Safeguarding Dataset (its CSV files)',
        classes: 'govuk-label--s',
      }}
      hint={{
        text: 'As sent to the Department for Education. Select all CSV files of a return at once. Importing them again changes nothing.',
      }}
      multiple
      errorMessage={problem?.field === 'files' ? { text: problem.message } : undefined}
      attributes={{ accept: '.xml,.csv,text/xml,application/xml,text/csv' }}
    />
    <Button text="Import" preventDoubleClick />
  </form>
);

const RunTable = ({ caption, runs }: { readonly caption: string; readonly runs: readonly ImportRun[] }) => (
  <CardTable
    caption={caption}
    heads={['File', 'Began', 'State', 'Children', 'Entries added']}
    rows={runs.map((run) => [
      <a class="govuk-link" href={`/imports/${run.run}`}>
        {run.fileName}
      </a>,
      formatInstant(run.begunAt),
      <State run={run} />,
      run.childrenDone.toLocaleString('en-GB'),
      isDryRun(run) ? `none; ${run.entries.toLocaleString('en-GB')} would be` : run.entries.toLocaleString('en-GB'),
    ])}
  />
);
