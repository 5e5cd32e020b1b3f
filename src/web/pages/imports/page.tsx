import { Button } from '../../components/button.tsx';
import { CsrfField, Problems } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';
import { FileUpload, Input } from '../../components/text-input.tsx';
import type { ShownProblem, ImportRun, Suggestion } from '../../parts.ts';
import { Suggestions } from './repair-page.tsx';
import { counted, formatInstant } from '../../said-dates.ts';

const stateWords: Readonly<Record<ImportRun['state'], string>> = { running: 'running', finished: 'finished', stopped: 'stopped' };

const State = ({ run }: { readonly run: ImportRun }) =>
  run.state === 'finished' ? (
    <span>finished</span>
  ) : (
    <strong class={`govuk-tag govuk-tag--${run.state === 'stopped' ? 'red' : 'yellow'} sl-tag`}>{stateWords[run.state]}</strong>
  );

export type FormProblem = { readonly field: 'files' | 'year'; readonly message: string };

export function ImportsPage({
  frame,
  csrf,
  runs,
  problem,
}: {
  readonly frame: Frame;
  readonly csrf: string;
  readonly runs: readonly ImportRun[];
  readonly problem?: FormProblem;
}) {
  const isImporter = frame.viewer?.roles.includes('administrator') === true;
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
      {isImporter ? <ImportForm csrf={csrf} problem={problem} /> : null}
      {runs.length === 0 ? <p class="govuk-body">Nothing has been imported yet.</p> : <RunTable runs={runs} />}
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
    <FileUpload
      name="files"
      label={{ text: 'CIN census (XML), or SSDA903 return (XML, or all its CSV files)', classes: 'govuk-label--s' }}
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

const heads = ['File', 'Began', 'State', 'Children', 'Entries added'];

const RunTable = ({ runs }: { readonly runs: readonly ImportRun[] }) => (
  <table class="govuk-table sl-board sl-board--small">
    <caption class="govuk-table__caption govuk-table__caption--m">Imports so far</caption>
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        {heads.map((head) => (
          <th scope="col" class="govuk-table__header">
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      {runs.map((run) => (
        <tr class="govuk-table__row">
          <th scope="row" class="govuk-table__header">
            <a class="govuk-link" href={`/imports/${run.run}`}>
              {run.fileName}
            </a>
          </th>
          <td class="govuk-table__cell" data-label="Began">
            {formatInstant(run.begunAt)}
          </td>
          <td class="govuk-table__cell" data-label="State">
            <State run={run} />
          </td>
          <td class="govuk-table__cell" data-label="Children">
            {run.childrenDone.toLocaleString('en-GB')}
          </td>
          <td class="govuk-table__cell" data-label="Entries added">
            {run.entries.toLocaleString('en-GB')}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

export function RunPage({
  frame,
  csrf,
  run,
  problems,
  suggestions,
  mayRepair,
}: {
  readonly frame: Frame;
  readonly csrf: string;
  readonly run: ImportRun;
  readonly problems: readonly ShownProblem[];
  readonly suggestions: readonly Suggestion[];
  readonly mayRepair: boolean;
}) {
  const isRunning = run.state === 'running';
  const total = run.childrenTotal ?? 0;
  const percent = total > 0 ? Math.min(100, Math.floor((100 * run.childrenDone) / total)) : 0;
  return (
    <Layout frame={frame} title={`Import of ${run.fileName}`} wide {...(isRunning ? { refreshAfter: 3, script: '/assets/import.js' } : {})}>
      <BackLink text="Imports" href="/imports" />
      <div id="run" data-running={isRunning ? 'yes' : 'no'}>
        <h1 class="govuk-heading-l sl-tight">{run.fileName}</h1>
        <p class="govuk-body">
          <State run={run} /> Began {formatInstant(run.begunAt)}
          {run.finishedAt === null ? '' : `, ended ${formatInstant(run.finishedAt)}`}.
        </p>
        {isRunning ? (
          <p class="govuk-body">
            <label for="progress">{total > 0 ? `${percent}% read` : 'Reading'}</label>
            <progress class="sl-progress" id="progress" max={100} {...(total > 0 ? { value: percent } : {})} />
          </p>
        ) : null}
        {run.message === null ? null : <div class="sl-incomplete">{run.message}</div>}
        <p class="govuk-body">
          {counted(run.childrenDone, 'child', 'children')}: {counted(run.entries, 'entry', 'entries')} added,{' '}
          {counted(run.corrections, 'correction')}, {run.unchanged.toLocaleString('en-GB')} unchanged. {counted(problems.length, 'problem')}
          .
        </p>
        {isRunning ? null : <Suggestions run={run.run} csrf={csrf} suggestions={suggestions} />}
        {problems.length === 0 ? null : <ProblemTable run={run} problems={problems} mayRepair={mayRepair && !isRunning} />}
      </div>
    </Layout>
  );
}

const problemHeads = ['Line', 'Child', 'Field', 'Value', 'Why it could not be taken'];

type ProblemTableProps = { readonly run: ImportRun; readonly problems: readonly ShownProblem[]; readonly mayRepair: boolean };

const ProblemTable = ({ run, problems, mayRepair }: ProblemTableProps) => (
  <table class="govuk-table sl-board sl-board--small">
    <caption class="govuk-table__caption govuk-table__caption--m">
      What could not be taken{problems.length > 1000 ? ': the first 1,000' : ''}
    </caption>
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        <th scope="col" class="govuk-table__header">
          File
        </th>
        {problemHeads.map((head) => (
          <th scope="col" class="govuk-table__header">
            {head}
          </th>
        ))}
        <th scope="col" class="govuk-table__header">
          Put right
        </th>
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      {problems.slice(0, 1000).map(({ n, file, line, child, field, value, reason, corrected, isRepairable }) => (
        <tr class="govuk-table__row">
          <th scope="row" class="govuk-table__header">
            {file ?? run.fileName}
          </th>
          {[line, child, field, value, reason].map((cell, index) => (
            <td class={`govuk-table__cell${String(cell ?? '').length > 24 ? ' sl-anywhere' : ''}`} data-label={problemHeads[index]}>
              {cell ?? '–'}
            </td>
          ))}
          <td class="govuk-table__cell" data-label="Put right">
            {typeof corrected === 'string' ? `put right: ${corrected === '' ? 'nothing given' : corrected}` : null}
            {mayRepair && isRepairable ? (
              <a class="govuk-link" href={`/imports/${run.run}/problems/${n}`}>
                Put right<span class="govuk-visually-hidden">: {`${field}, line ${line}, child ${child}`}</span>
              </a>
            ) : null}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
