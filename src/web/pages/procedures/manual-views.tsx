import type { Chapter, Section } from '../../../governance/procedures/chapter.ts';
import { limitsTold, type ToldLimit } from '../../../governance/procedures/limits-told.ts';
import type { Edition } from '../../../governance/procedures/manual.ts';
import { formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { roles } from '../../../kernel/step/permission.ts';
import { stepNamed } from '../../../practice/pathway.ts';
import { CardTable } from '../../components/card-table.tsx';
import type { ManualLinks } from './links.ts';
import { Prose } from './prose-view.tsx';

export type EditionProps = {
  readonly edition: Edition;
  /** Those of its chapters that whoever reads may read. */
  readonly chapters: readonly Chapter[];
  readonly links: ManualLinks;
  /** The latest edition, where another one is read. */
  readonly latest?: Edition | undefined;
};

/** Which edition it is; of one that has been replaced, that first. */
export const WhichEdition = ({ edition: { on, until }, latest, links }: EditionProps) =>
  latest === undefined || until === undefined ? (
    <p class="govuk-body sl-due">Edition of {formatDate(on)}, in force.</p>
  ) : (
    <p class="govuk-inset-text">
      <strong>This edition has been replaced.</strong> It was in force from {formatDate(on)} to {formatDate(until)}.{' '}
      <a class="govuk-link" href={links.edition(latest.on)}>
        Today’s edition
      </a>
    </p>
  );

const readersOf = ({ readers }: Chapter): string => (readers === 'everybody' ? 'everybody' : readers.map((role) => roles[role]).join(', '));

type ChapterProps = EditionProps & { readonly chapter: Chapter; readonly reviewBy: LocalDate };

/** A chapter, with its own list of sections. */
export function ChapterView({ chapter, reviewBy, ...props }: ChapterProps) {
  const { chapters, links } = props;
  const at = chapters.indexOf(chapter);
  return (
    <>
      <h1 class="govuk-heading-l sl-tight">{chapter.title}</h1>
      <WhichEdition {...props} />
      <nav aria-label="Sections of this chapter" class="sl-sections">
        <ol class="govuk-list">
          {chapter.sections.map(({ id, title }) => (
            <li>
              <a class="govuk-link" href={`#${id}`}>
                {title}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <ChapterText {...props} chapter={chapter} />
      <p class="govuk-body sl-due">
        For {readersOf(chapter)}. Owner: {chapter.owner}. To be reviewed by {formatDate(reviewBy)}.
      </p>
      <Neighbours before={chapters[at - 1]} after={chapters[at + 1]} links={links} />
    </>
  );
}

const Neighbours = ({
  before,
  after,
  links,
}: {
  readonly before: Chapter | undefined;
  readonly after: Chapter | undefined;
  readonly links: ManualLinks;
}) => (
  <nav aria-label="Chapters" class="sl-links-row sl-not-printed">
    {before === undefined ? null : (
      <a class="govuk-link" href={links.place({ chapter: before.id })}>
        Before: {before.title}
      </a>
    )}
    <a class="govuk-link" href={links.contents}>
      All chapters
    </a>
    {after === undefined ? null : (
      <a class="govuk-link" href={links.place({ chapter: after.id })}>
        Next: {after.title}
      </a>
    )}
  </nav>
);

type TextProps = EditionProps & {
  readonly chapter: Chapter;
  /** Of its sections' headings. */
  readonly level?: 2 | 3;
};

const ChapterText = ({ chapter, level = 2, ...props }: TextProps) => (
  <>
    <Prose blocks={chapter.opening} links={props.links} chapter={chapter.id} level={level} />
    {chapter.sections.map((section) => (
      <SectionView {...props} chapter={chapter} section={section} level={level} />
    ))}
  </>
);

function SectionView({ section, chapter, edition, links, level = 2 }: TextProps & { readonly section: Section }) {
  const limits = limitsTold(section, edition);
  const recorded = section.steps.flatMap((step) => stepNamed(step)?.title ?? []);
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div class="sl-procedure">
      <Heading class="govuk-heading-m" id={section.id}>
        {section.title}
      </Heading>
      <Prose blocks={section.blocks} links={links} chapter={chapter.id} level={level} />
      {limits.length === 0 ? null : <Limits limits={limits} />}
      {recorded.length === 0 ? null : <p class="sl-due">Recorded as: {recorded.join(', ')}.</p>}
    </div>
  );
}

const Limits = ({ limits }: { readonly limits: readonly ToldLimit[] }) => (
  <CardTable
    caption="How soon"
    captionClasses="govuk-table__caption--s"
    heads={['What', 'Time', 'Counted from', 'Whose rule']}
    rows={limits.map(({ title, within, from, whose }) => [title, within, from.join('; or '), whose])}
  />
);

/** Every chapter one after the other; what leads from one to another stays on the page. */
export function Whole(props: EditionProps) {
  const links: ManualLinks = { ...props.links, place: ({ chapter, section }) => `#${section ?? `chapter-${chapter}`}` };
  return (
    <>
      <h1 class="govuk-heading-l sl-tight">Procedures: the whole manual</h1>
      <WhichEdition {...props} />
      {props.chapters.map((chapter) => (
        <article class="sl-whole" aria-labelledby={`chapter-${chapter.id}`}>
          <h2 class="govuk-heading-l" id={`chapter-${chapter.id}`}>
            {chapter.title}
          </h2>
          <ChapterText {...props} links={links} chapter={chapter} level={3} />
        </article>
      ))}
    </>
  );
}
