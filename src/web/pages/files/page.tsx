import type { ComponentChildren } from 'preact';
import { KnownAtInputs } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { NotificationBanner } from '../../components/notices.tsx';
import { allEntriesOf } from '../../entry-at.ts';
import { PastBanner } from '../board/page.tsx';
import type { ChildModel } from '../child/child.ts';
import { Chronology } from '../child/chronology.tsx';
import { Clocks } from '../child/clocks.tsx';
import { WhoOpened } from '../child/page.tsx';

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly kind: string;
  readonly file: ChildModel;
  readonly drafts: ComponentChildren;
  readonly agenda: ComponentChildren;
  /** The entries stand behind a link. */
  readonly isFolded: boolean;
};

export function FilePage({ frame, csrf, kind, file, drafts, agenda, isFolded }: Props) {
  const { record, known } = file;
  return (
    <Layout frame={frame} title={record.standing.name} wide script="/assets/draft.js">
      {known.instant === undefined ? null : <PastBanner instant={known.instant} back={`/files/${record.person}`} />}
      {file.recorded ? <NotificationBanner titleText="Recorded" text="It is in the file." role="alert" classes="sl-notice" /> : null}
      <div class="sl-head">
        <div>
          <h1 class="govuk-heading-l sl-tight">{record.standing.name}</h1>
          <p class="govuk-body sl-tight">{kind}: no child’s record, and in no list of children</p>
        </div>
        <form method="get" action={`/files/${record.person}`} class="sl-filters sl-filters--plain" aria-label="As known at">
          <KnownAtInputs day={known.day} time={known.time} problem={known.problem} />
          <button class="govuk-button govuk-button--secondary sl-button" type="submit">
            Show
          </button>
        </form>
      </div>
      {drafts}
      <RecordHere file={file} />
      {agenda}
      <div class="sl-columns">
        <div class="sl-columns__main">
          <Clocks child={file} />
          {isFolded ? <AllEntries file={file} /> : <Chronology csrf={csrf} child={file} />}
        </div>
        <div class="sl-columns__side">
          <WhoOpened child={file} />
        </div>
      </div>
    </Layout>
  );
}

const fewEntries = 20;

/** Where a page tells by itself how things stand, all the entries of years are there for whoever asks for them, or narrows them. */
export const foldsEntries = (file: ChildModel, isAsked: boolean): boolean =>
  !isAsked && file.eventsInAll > fewEntries && Object.values(file.filter).every((value) => value === '');

const AllEntries = ({ file: { record, eventsInAll } }: { readonly file: ChildModel }) => (
  <p class="govuk-body" id="chronology">
    <a class="govuk-link" href={`${allEntriesOf(record.person)}#chronology`}>
      All {eventsInAll} entries
    </a>
  </p>
);

/** What is recorded on a page of its own is not offered as a form. */
const RecordHere = ({ file: { mayRecord: all, record } }: { readonly file: ChildModel }) => {
  const mayRecord = all.filter(({ page }) => page === undefined);
  return mayRecord.length === 0 ? null : (
    <nav class="sl-record" aria-label="Record something">
      <strong>Record:</strong>
      <ul class="sl-record__list">
        {mayRecord.map(({ name, title }) => (
          <li>
            <a class="govuk-link" href={`/children/${record.person}/record/${name}`}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
