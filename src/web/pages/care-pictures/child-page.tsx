import { formatDate } from '../../../kernel/calendar/dates.ts';
import { bandOf, questionnaireBands, type Measured } from '../../../oversight/care-pictures/scores.ts';
import type { Stretch, Timeline } from '../../../oversight/care-pictures/timeline.ts';
import { CardTable } from '../../components/card-table.tsx';
import { KnownAtInputs } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';
import { PersonLink } from '../../components/offered.tsx';
import { counted, type AsKnown } from '../../said-dates.ts';
import { PastBanner } from '../board/page.tsx';
import { MeasuredDrawing } from './measured-drawing.tsx';
import { TimelineDrawing } from './timeline-drawing.tsx';

export type ChildPictures = {
  readonly person: string;
  readonly name: string;
  readonly timeline: Timeline | undefined;
  readonly scores: readonly Measured[];
  readonly attendance: readonly Measured[];
};
type Props = { readonly frame: Frame; readonly known: AsKnown; readonly child: ChildPictures };

/** A child’s time in care at a glance, each picture with a table that says the same. */
export function ChildPicturesPage({ frame, known, child }: Props) {
  const { person, name, timeline, scores, attendance } = child;
  const at = `/children/${person}/pictures`;
  return (
    <Layout frame={frame} title={`In pictures: ${name}`} wide>
      {known.instant === undefined ? null : <PastBanner instant={known.instant} back={at} />}
      <BackLink text={name} href={`/children/${person}`} />
      <div class="sl-head">
        <h1 class="govuk-heading-l">In pictures: {name}</h1>
        <form method="get" action={at} class="sl-filters sl-filters--plain" aria-label="As known at">
          <KnownAtInputs day={known.day} time={known.time} problem={known.problem} />
          <button class="govuk-button govuk-button--secondary sl-button" type="submit">
            Show
          </button>
        </form>
      </div>
      <InCare person={person} timeline={timeline} />
      <Scores person={person} scores={scores} />
      <Attendance person={person} attendance={attendance} />
    </Layout>
  );
}

const EntryLink = ({ person, entry, text }: { readonly person: string; readonly entry: string; readonly text: string }) => (
  <PersonLink person={person} entry={entry}>
    {text}
  </PersonLink>
);

function InCare({ person, timeline }: { readonly person: string; readonly timeline: Timeline | undefined }) {
  return (
    <section aria-labelledby="in-care">
      <h2 class="govuk-heading-m" id="in-care">
        Placements and legal status
      </h2>
      {timeline === undefined ? <p class="govuk-body">No time in care is on record.</p> : null}
      {timeline === undefined ? null : (
        <>
          <TimelineDrawing timeline={timeline} />
          <Stretches person={person} caption={`Placements: ${timeline.placements.length}`} stretches={timeline.placements} />
          <Stretches person={person} caption={`Legal statuses: ${timeline.statuses.length}`} stretches={timeline.statuses} />
          <Marked person={person} timeline={timeline} />
        </>
      )}
    </section>
  );
}

const Stretches = ({
  person,
  caption,
  stretches,
}: {
  readonly person: string;
  readonly caption: string;
  readonly stretches: readonly Stretch[];
}) => (
  <CardTable
    caption={caption}
    captionClasses="govuk-table__caption--s"
    heads={['No.', 'What', 'From', 'To']}
    rows={stretches.map(({ n, entry, words, from, to, isTemporary }) => [
      String(n),
      <>
        <EntryLink person={person} entry={entry} text={words} />
        {isTemporary ? <span class="sl-due"> (away for a while: hatched)</span> : null}
      </>,
      formatDate(from),
      to === undefined ? 'now' : formatDate(to),
    ])}
  />
);

function Marked({ person, timeline: { marks } }: { readonly person: string; readonly timeline: Timeline }) {
  const of = (kind: 'review' | 'missing') => marks.filter((one) => one.kind === kind);
  return marks.length === 0 ? null : (
    <CardTable
      caption="Reviews and times missing"
      captionClasses="govuk-table__caption--s"
      heads={['What', 'How many', 'When']}
      rows={(['review', 'missing'] as const)
        .filter((kind) => of(kind).length > 0)
        .map((kind) => [
          kind === 'review' ? '● Reviews held' : '▲ Went missing',
          String(of(kind).length),
          of(kind).map(({ entry, on }, n) => (
            <>
              {n === 0 ? '' : ', '}
              <EntryLink person={person} entry={entry} text={formatDate(on)} />
            </>
          )),
        ])}
    />
  );
}

const [, borderline, concern] = questionnaireBands;

const Scores = ({ person, scores }: { readonly person: string; readonly scores: readonly Measured[] }) => (
  <section aria-labelledby="scores">
    <h2 class="govuk-heading-m" id="scores">
      Strengths and difficulties questionnaire
    </h2>
    {scores.length === 0 ? <p class="govuk-body">No score is on record.</p> : null}
    {scores.length === 0 ? null : (
      <>
        <MeasuredDrawing
          title="Total difficulties"
          points={scores}
          lowest={0}
          highest={40}
          bands={[
            { from: borderline.from, words: `${borderline.from} and more: ${borderline.words}` },
            { from: concern.from, words: `${concern.from} and more: ${concern.words}` },
          ]}
        />
        <CardTable
          caption={counted(scores.length, 'score')}
          captionClasses="govuk-table__caption--s"
          heads={['Date', 'Score', 'Band']}
          rows={scores.map(({ entry, on, value }) => [
            <EntryLink person={person} entry={entry} text={formatDate(on)} />,
            String(value),
            bandOf(value),
          ])}
        />
      </>
    )}
  </section>
);

/** Of what lies between 85 and 100 nothing could be seen from 0 on; the 90 stays in the picture. */
const floorOf = (attendance: readonly Measured[]): number => {
  const least = Math.min(80, ...attendance.map(({ value }) => value));
  return 10 * Math.floor(least / 10);
};

const Attendance = ({ person, attendance }: { readonly person: string; readonly attendance: readonly Measured[] }) => (
  <section aria-labelledby="attendance">
    <h2 class="govuk-heading-m" id="attendance">
      Attendance at school
    </h2>
    {attendance.length === 0 ? <p class="govuk-body">No attendance is on record as a number.</p> : null}
    {attendance.length === 0 ? null : (
      <>
        <MeasuredDrawing
          title="Attendance, per cent"
          points={attendance}
          lowest={floorOf(attendance)}
          highest={100}
          bands={[{ from: 90, words: 'under 90: persistently absent' }]}
        />
        <CardTable
          caption={counted(attendance.length, 'figure')}
          captionClasses="govuk-table__caption--s"
          heads={['Date', 'Attendance']}
          rows={attendance.map(({ entry, on, value }) => [<EntryLink person={person} entry={entry} text={formatDate(on)} />, `${value} %`])}
        />
      </>
    )}
  </section>
);
