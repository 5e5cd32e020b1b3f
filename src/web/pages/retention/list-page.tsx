import { formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { fileRetention } from '../../../practice/retention/file-retention.ts';
import type { ListedChild } from '../../../record/contract.ts';
import type { Destruction } from '../../../record/destruction.ts';
import type { FileEnding } from '../../../record/files-kept.ts';
import { CardTable } from '../../components/card-table.tsx';
import { FilterDate } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { counted, formatInstant } from '../../said-dates.ts';

type Props = {
  readonly frame: Frame;
  readonly by: LocalDate;
  readonly records: readonly ListedChild[];
  readonly files: readonly FileEnding[];
  readonly destructions: readonly Destruction[];
  readonly nameOf: (member: string) => string;
};

const said = (on: LocalDate | undefined): string => (on === undefined ? '' : formatDate(on));

/** Whose records come to the end of their time, and what was asked and done about it. */
export function RetentionPage({ frame, by, records, files, destructions, nameOf }: Props) {
  const waiting = new Map(destructions.filter(({ outcome }) => outcome === null).map((one) => [one.person, one]));
  const ended = destructions.filter(({ outcome }) => outcome !== null);
  return (
    <Layout frame={frame} title="Retention">
      <h1 class="govuk-heading-l">Records that come to the end of their time</h1>
      <p class="govuk-body">
        Two people destroy a record: one asks, a head of service who is somebody else confirms. Nothing is destroyed by itself, and nothing
        that is under a legal hold.
      </p>
      <form method="get" action="/retention" class="sl-filters sl-filters--plain" aria-label="Until when">
        <FilterDate id="by" label="Kept until this day or an earlier one" value={by} />
        <button class="govuk-button govuk-button--secondary sl-button" type="submit">
          Show
        </button>
      </form>
      <p class="govuk-body">{counted(records.length, 'record')}</p>
      {records.length === 0 ? null : (
        <CardTable
          caption="Records that come to the end of their time"
          captionClasses="govuk-visually-hidden"
          heads={['Record', 'Kept until', 'Held since', 'Asked to be destroyed']}
          rows={records.map(({ person, standing }) => [
            <a class="govuk-link" href={`/children/${person}/retention`}>
              {standing.name}
            </a>,
            said(standing.keptUntil),
            said(standing.heldSince),
            askedWords(waiting.get(person), nameOf),
          ])}
        />
      )}
      <Files files={files} waiting={waiting} nameOf={nameOf} />
      <Ended ended={ended} nameOf={nameOf} />
    </Layout>
  );
}

/** Files that are nobody’s child record. */
const Files = ({ files, waiting, nameOf }: Pick<Props, 'files' | 'nameOf'> & { readonly waiting: ReadonlyMap<string, Destruction> }) =>
  files.length === 0 ? null : (
    <CardTable
      caption="Files of staff, of audits and of complaints"
      captionClasses="govuk-table__caption--m"
      heads={['File', 'Kept until', 'Held since', 'Asked to be destroyed']}
      rows={files.map(({ file, kind, title, until, heldSince }) => [
        <>
          <a class="govuk-link" href={`/files/${file}`}>
            {title}
          </a>{' '}
          {fileRetention[kind].title}
        </>,
        <a class="govuk-link" href={`/children/${file}/retention`}>
          {said(until)}
        </a>,
        said(heldSince),
        askedWords(waiting.get(file), nameOf),
      ])}
    />
  );

const askedWords = (asked: Destruction | undefined, nameOf: Props['nameOf']): string =>
  asked === undefined ? '' : `${formatInstant(asked.askedAt)} by ${nameOf(asked.askedBy)}: ${asked.reason}`;

const Ended = ({ ended, nameOf }: { readonly ended: readonly Destruction[]; readonly nameOf: Props['nameOf'] }) =>
  ended.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">What was decided</h2>
      <ul class="govuk-list govuk-list--bullet">
        {ended.map(({ destruction, person, keptUntil, ground, outcome, askedBy, endedBy, endedAt }) => (
          <li key={destruction}>
            Record {person}, kept until {formatDate(keptUntil)} ({ground}):{' '}
            {outcome === 'destroyed' ? 'destroyed' : 'not destroyed, withdrawn'} {formatInstant(endedAt ?? '')}. Asked by {nameOf(askedBy)},{' '}
            {outcome === 'destroyed' ? 'confirmed' : 'withdrawn'} by {nameOf(endedBy ?? '')}.
          </li>
        ))}
      </ul>
    </>
  );
