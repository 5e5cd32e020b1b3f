import type { Chapter } from '../../../governance/procedures/chapter.ts';
import type { Due } from '../../../governance/procedures/reviews.ts';
import type { Found } from '../../../governance/procedures/sought.ts';
import { formatDate } from '../../../kernel/calendar/dates.ts';
import { counted } from '../../said-dates.ts';
import type { ManualLinks } from './links.ts';
import { WhichEdition, type EditionProps } from './manual-views.tsx';

const SearchForm = ({ action, value = '' }: { readonly action: string; readonly value?: string }) => (
  <form method="get" action={action} class="sl-filters sl-filters--plain" role="search" aria-label="Procedures">
    <div class="sl-filter">
      <label class="govuk-label sl-label" for="words">
        Search the procedures
      </label>
      <input class="govuk-input" id="words" name="words" type="search" value={value} maxLength={100} spellcheck={false} />
    </div>
    <button class="govuk-button govuk-button--secondary sl-button" type="submit">
      Search
    </button>
  </form>
);

type ContentsProps = EditionProps & {
  readonly due?: readonly Due[];
  /** What whoever is signed in has yet to read as it stands. */
  readonly unread?: readonly Chapter[];
  readonly seesOthers?: boolean;
  /** How many comments from outside wait for whoever answers for the procedures. */
  readonly fromOutside?: number | undefined;
};

export function Contents({ due = [], unread = [], seesOthers = false, fromOutside, ...props }: ContentsProps) {
  const { chapters, links } = props;
  const isPublic = ({ readers }: Chapter): boolean => readers === 'everybody';
  const internal = chapters.filter((chapter) => !isPublic(chapter));
  return (
    <>
      <h1 class="govuk-heading-l sl-tight">Procedures</h1>
      <WhichEdition {...props} />
      <p class="govuk-body">
        How all agencies here help and protect children together. For schools, surgeries, health visitors, police, councils, voluntary
        organisations, families and everybody else.
      </p>
      <p class="govuk-body">
        <strong>A child in danger now: telephone 999.</strong> Worried about a child: read{' '}
        <a class="govuk-link" href={links.place({ chapter: 'front-door', section: 'worried' })}>
          what to do if you are worried
        </a>
        .
      </p>
      {links.search === undefined ? null : <SearchForm action={links.search} />}
      <ul class="govuk-list sl-links-row">
        <li>
          <a class="govuk-link" href={links.changes}>
            What changed, and why
          </a>
        </li>
        <li>
          <a class="govuk-link" href={links.whole}>
            The whole manual on one page, for printing
          </a>
        </li>
        {fromOutside === undefined ? null : (
          <li>
            <a class="govuk-link" href="/procedures/outside">
              Comments from outside: {fromOutside === 0 ? 'none waits' : `${fromOutside} to look at`}
            </a>
          </li>
        )}
        {seesOthers ? (
          <li>
            <a class="govuk-link" href="/procedures/reading">
              Who has read them
            </a>
          </li>
        ) : null}
      </ul>
      <Unread unread={unread} links={links} />
      <ReviewsDue due={due} links={links} />
      <ChapterList heading="For every agency" chapters={chapters.filter(isPublic)} links={links} />
      {internal.length === 0 ? null : <ChapterList heading="For our own staff" chapters={internal} links={links} />}
    </>
  );
}

const Unread = ({ unread, links }: { readonly unread: readonly Chapter[]; readonly links: ManualLinks }) =>
  unread.length === 0 ? null : (
    <section class="govuk-inset-text">
      <h2 class="govuk-heading-s sl-tight">For you to read: {counted(unread.length, 'chapter', 'chapters')}</h2>
      <ul class="govuk-list sl-links-row sl-tight">
        {unread.map((chapter) => (
          <li>
            <a class="govuk-link" href={`${links.place({ chapter: chapter.id })}#read`}>
              {chapter.title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );

/** The reminder of the quarterly cycle, for those who manage. */
const ReviewsDue = ({ due, links }: { readonly due: readonly Due[]; readonly links: ManualLinks }) =>
  due.length === 0 ? null : (
    <section class="govuk-inset-text">
      <h2 class="govuk-heading-s sl-tight">To be reviewed</h2>
      <ul class="govuk-list sl-tight">
        {due.map(({ chapter, by }) => (
          <li>
            <a class="govuk-link" href={links.place({ chapter: chapter.id })}>
              {chapter.title}
            </a>
            , by {formatDate(by)}. Owner: {chapter.owner}
          </li>
        ))}
      </ul>
    </section>
  );

const ChapterList = ({
  heading,
  chapters,
  links,
}: {
  readonly heading: string;
  readonly chapters: readonly Chapter[];
  readonly links: ManualLinks;
}) => (
  <section>
    <h2 class="govuk-heading-m">{heading}</h2>
    <ol class="govuk-list sl-chapters">
      {chapters.map((chapter) => (
        <li>
          <a class="govuk-link sl-chapters__name" href={links.place({ chapter: chapter.id })}>
            {chapter.title}
          </a>
          <p class="sl-due sl-tight">{chapter.sections.map(({ title }) => title).join(' · ')}</p>
        </li>
      ))}
    </ol>
  </section>
);

/** What was found, or that nothing was. */
export const FoundSections = ({
  words,
  found,
  links,
}: {
  readonly words: string;
  readonly found: readonly Found[];
  readonly links: ManualLinks;
}) => (
  <>
    <h1 class="govuk-heading-l">Search the procedures</h1>
    <SearchForm action={links.search ?? ''} value={words} />
    {words === '' ? null : <p class="govuk-body">{found.length === 0 ? nothing : counted(found.length, 'section')}</p>}
    <ul class="govuk-list">
      {found.map(({ chapter, section, excerpt }) => (
        <li class="sl-found">
          <a class="govuk-link" href={links.place({ chapter: chapter.id, section: section.id })}>
            {section.title}
          </a>
          , {chapter.title}
          <p class="sl-due sl-tight">{excerpt}</p>
        </li>
      ))}
    </ul>
    <p class="govuk-body">
      <a class="govuk-link" href={links.contents}>
        All chapters
      </a>
    </p>
  </>
);

const nothing = 'No section holds all these words. Try fewer of them, or look through the chapters.';
