import { Layout, type Frame } from '../../components/layout.tsx';
import { CardTable } from '../../components/card-table.tsx';
import { BackLink, InsetText } from '../../components/notices.tsx';
import { isDryRun } from '../../../record/imports.ts';
import type { ImportRun, ShownProblem, Suggestion } from '../../parts.ts';
import { counted, formatInstant } from '../../said-dates.ts';
import { Paging, type Page } from '../../components/paging.tsx';
import { State } from './page.tsx';
import { problemHeads } from './problem-lines.ts';
import { Suggestions } from './repair-page.tsx';

export type ShownRun = {
  readonly run: ImportRun;
  /** The problems of this page, and which of all they are. */
  readonly problems: readonly ShownProblem[];
  readonly page: Page;
  readonly suggestions: readonly Suggestion[];
  readonly isAdministrator: boolean;
  /** The board says that it is incomplete because of this file. */
  readonly isIncomplete: boolean;
  /** The later file by which it was taken in whole. */
  readonly wholeBy: ImportRun | undefined;
  /** Who set it aside, by name. */
  readonly setAsideBy: string;
};

type RunProps = ShownRun & { readonly frame: Frame; readonly csrf: string };

export function RunPage({ frame, csrf, run, problems, page, suggestions, isAdministrator, isIncomplete, wholeBy, setAsideBy }: RunProps) {
  const isRunning = run.state === 'running';
  return (
    <Layout frame={frame} title={`Import of ${run.fileName}`} wide {...(isRunning ? { refreshAfter: 3, script: '/assets/import.js' } : {})}>
      <BackLink text="Imports" href="/imports" />
      <div id="run" data-running={isRunning ? 'yes' : 'no'}>
        <h1 class="govuk-heading-l sl-tight">{run.fileName}</h1>
        <p class="govuk-body">
          <State run={run} /> Began {formatInstant(run.begunAt)}
          {run.finishedAt === null ? '' : `, ended ${formatInstant(run.finishedAt)}`}.
        </p>
        {isRunning ? <Progress run={run} /> : null}
        {isDryRun(run) ? (
          <InsetText text="A dry run: it says what an import of these files would do. Nothing of them was recorded." />
        ) : null}
        {run.message === null ? null : <div class="sl-incomplete">{run.message}</div>}
        <Ending run={run} isIncomplete={isIncomplete} wholeBy={wholeBy} setAsideBy={setAsideBy} maySetAside={isAdministrator} />
        <Counts run={run} problems={page.total} />
        {isRunning ? null : <Suggestions run={run.run} csrf={csrf} suggestions={suggestions} />}
        {page.total === 0 ? null : <ProblemTable run={run} problems={problems} page={page} mayRepair={isAdministrator && !isRunning} />}
      </div>
    </Layout>
  );
}

const Counts = ({ run, problems }: { readonly run: ImportRun; readonly problems: number }) => (
  <p class="govuk-body">
    {counted(run.childrenDone, 'child', 'children')}: {counted(run.entries, 'entry', 'entries')}{' '}
    {isDryRun(run) ? 'would be added' : 'added'}, {counted(run.corrections, 'correction')}, {run.unchanged.toLocaleString('en-GB')}{' '}
    unchanged. {counted(problems, 'problem')}.
  </p>
);

function Progress({ run: { shareRead } }: { readonly run: ImportRun }) {
  const percent = shareRead === null ? undefined : Math.floor(100 * shareRead);
  return (
    <p class="govuk-body">
      <label for="progress">{percent === undefined ? 'Reading' : `${percent}% read`}</label>
      <progress class="sl-progress" id="progress" max={100} {...(percent === undefined ? {} : { value: percent })} />
    </p>
  );
}

type EndingProps = Pick<ShownRun, 'run' | 'isIncomplete' | 'wholeBy' | 'setAsideBy'> & { readonly maySetAside: boolean };

/** What became of a file that stopped half-way: boards say that they are incomplete until it is taken in whole, or set aside. */
function Ending({ run, isIncomplete, wholeBy, setAsideBy, maySetAside }: EndingProps) {
  if (wholeBy !== undefined)
    return (
      <p class="govuk-body">
        {wholeBy.fileHash === run.fileHash ? 'The same file' : 'A later file of the same year'} was taken in whole:{' '}
        <a class="govuk-link" href={`/imports/${wholeBy.run}`}>
          {wholeBy.fileName}
        </a>
        , begun {formatInstant(wholeBy.begunAt)}.
      </p>
    );
  if (run.setAsideAt !== null)
    return (
      <p class="govuk-body sl-anywhere">
        Set aside {formatInstant(run.setAsideAt)} by {setAsideBy}: {run.setAsideReason}
      </p>
    );
  if (!isIncomplete || run.state === 'running') return null;
  return (
    <p class="govuk-body">
      Boards say that an import is incomplete until this file, or a later one of the same year with no fewer children, is taken in whole.{' '}
      {maySetAside ? (
        <a class="govuk-link" href={`/imports/${run.run}/set-aside`}>
          Set this file aside
        </a>
      ) : null}
    </p>
  );
}

type ProblemTableProps = Pick<ShownRun, 'run' | 'problems' | 'page'> & { readonly mayRepair: boolean };

const ProblemTable = ({ run, problems, page, mayRepair }: ProblemTableProps) => (
  <>
    <p class="govuk-body">
      <a class="govuk-link" href={`/imports/${run.run}/problems.csv`}>
        All {counted(page.total, 'problem')} as a table (CSV)
      </a>
    </p>
    <CardTable
      caption="What could not be taken"
      heads={problemHeads}
      rows={problems.map((problem) => [
        problem.file ?? run.fileName,
        ...[problem.line, problem.child, problem.field, problem.value, problem.reason].map((cell) => cell ?? '–'),
        <PutRight run={run} problem={problem} mayRepair={mayRepair} />,
      ])}
    />
    <Paging page={page} link={(number) => `/imports/${run.run}?page=${number}`} of="what could not be taken" what="Problems" />
  </>
);

type PutRightProps = { readonly run: ImportRun; readonly problem: ShownProblem; readonly mayRepair: boolean };

const PutRight = ({ run, problem: { n, line, child, field, corrected, isRepairable }, mayRepair }: PutRightProps) => (
  <>
    {typeof corrected === 'string' ? `put right: ${corrected === '' ? 'nothing given' : corrected}` : null}
    {mayRepair && isRepairable ? (
      <a class="govuk-link" href={`/imports/${run.run}/problems/${n}`}>
        Put right<span class="govuk-visually-hidden">: {`${field}, line ${line}, child ${child}`}</span>
      </a>
    ) : null}
  </>
);
