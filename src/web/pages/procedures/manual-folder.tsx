import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import type { Chapter } from '../../../governance/procedures/chapter.ts';
import { chaptersFor, type Edition, type Manual } from '../../../governance/procedures/manual.ts';
import { reviewDue } from '../../../governance/procedures/reviews.ts';
import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import { SkipLink } from '../../components/notices.tsx';
import { Changes } from './changes-view.tsx';
import { folderLinks } from './links.ts';
import { Contents } from './contents-view.tsx';
import { ChapterView, Whole, type EditionProps } from './manual-views.tsx';

export type WrittenFile = { readonly path: string; readonly text: string };

const isPublic = ({ readers }: Chapter): boolean => readers === 'everybody';

/** The public part of the manual as files that a browser opens without a server: today’s edition, and each earlier one in a folder of its own. */
export function manualFiles(manual: Manual, today: LocalDate): readonly WrittenFile[] {
  const editions = manual.editions.filter(({ on }) => on <= today);
  const [latest] = editions;
  if (latest === undefined) return [];
  const links = folderLinks(false, latest.on);
  const changes = <Changes manual={manual} links={links} today={today} isShown={isPublic} />;
  return [
    ...editions.flatMap((edition) => filesOf(edition, latest, (chapter) => reviewDue(manual, chapter, today))),
    { path: 'changes.html', text: documentOf('What changed, and why', changes, '') },
  ];
}

function filesOf(edition: Edition, latest: Edition, reviewBy: (chapter: Chapter) => LocalDate): readonly WrittenFile[] {
  const isEarlier = edition !== latest;
  const folder = isEarlier ? `${edition.on}/` : '';
  const chapters = chaptersFor(edition, []);
  const props: EditionProps = { edition, chapters, links: folderLinks(isEarlier, latest.on), ...(isEarlier ? { latest } : {}) };
  const file = (name: string, title: string, body: ComponentChildren): WrittenFile => ({
    path: `${folder}${name}.html`,
    text: documentOf(title, body, isEarlier ? '../' : ''),
  });
  return [
    file('index', 'Procedures', <Contents {...props} />),
    file('whole', 'Procedures: the whole manual', <Whole {...props} />),
    ...chapters.map((chapter) =>
      file(chapter.id, chapter.title, <ChapterView {...props} chapter={chapter} reviewBy={reviewBy(chapter)} />),
    ),
  ];
}

/** A page of its own: no script, no form, nothing fetched from elsewhere. */
const documentOf = (title: string, body: ComponentChildren, top: string): string =>
  `<!DOCTYPE html>${render(
    <html lang="en" class="govuk-template">
      <head>
        <meta charSet="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="stylesheet" href={`${top}manual.css`} />
      </head>
      <body class="govuk-template__body">
        <SkipLink text="Skip to main content" href="#main" />
        <header class="sl-header">
          <div class="govuk-width-container sl-header__row">
            <a class="sl-header__name" href="index.html">
              Procedures
            </a>
          </div>
        </header>
        <div class="govuk-width-container">
          <main class="govuk-main-wrapper sl-main" id="main">
            {body}
          </main>
        </div>
      </body>
    </html>,
  )}`;
