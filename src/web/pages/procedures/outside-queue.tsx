import type { Chapter } from '../../../governance/procedures/chapter.ts';
import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { PublicComment } from '../../../record/public-comments.ts';
import { CsrfField, Problems } from '../../components/form-parts.tsx';
import { dayOf, formatInstant } from '../../said-dates.ts';
import { chapterFile } from './chapter-file.ts';
import { outsideAgencies } from './outside-page.tsx';

type Props = {
  readonly csrf: string;
  readonly comments: readonly PublicComment[];
  readonly chapters: ReadonlyMap<string, Chapter>;
  /** Of staff, by their id. */
  readonly names: ReadonlyMap<string, string>;
  /** Why what was asked for was not done. */
  readonly problem?: string;
};

/** What agencies’ staff sent without an account: for whoever answers for the procedures. */
export function OutsideQueue({ comments, problem, ...props }: Props) {
  const waiting = comments.filter(({ settled }) => settled === undefined);
  const settled = comments.filter((one) => one.settled !== undefined);
  return (
    <>
      {problem === undefined ? null : <Problems problems={[{ message: problem }]} />}
      <h1 class="govuk-heading-l">Comments from outside</h1>
      <p class="govuk-body">
        Sent by staff of other agencies without signing in: who wrote is as they say themselves. Taken in, a comment stands with the
        chapter’s others and is answered on its clock, which began on the day on which it was sent. Set aside what is no comment on the
        procedures; what is a worry about a child goes to the front door now.
      </p>
      {waiting.length === 0 ? <p class="govuk-body">None waits.</p> : null}
      <ul class="govuk-list">
        {waiting.map((comment) => (
          <Item {...props} comment={comment} />
        ))}
      </ul>
      {settled.length === 0 ? null : (
        <section aria-labelledby="settled">
          <h2 class="govuk-heading-m" id="settled">
            Taken in or set aside within a year
          </h2>
          <ul class="govuk-list">
            {settled.map((comment) => (
              <Item {...props} comment={comment} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Item({ csrf, comment, chapters, names }: Omit<Props, 'comments' | 'problem'> & { readonly comment: PublicComment }) {
  const { chapter: id, section, agency, sentAt, words, name, email, settled } = comment;
  const chapter = chapters.get(id);
  const title = chapter?.sections.find((one) => one.id === section)?.title ?? section.replaceAll('-', ' ');
  return (
    <li class="sl-found">
      <strong>{outsideAgencies[agency] ?? agency}</strong>, {formatDate(dayOf(sentAt))}, on {title}
      {chapter === undefined ? ' (a chapter that is no more)' : `, ${chapter.title}. Owner: ${chapter.owner}`}
      <p class="govuk-body sl-words sl-tight">{words}</p>
      <p class="sl-due sl-tight">
        {name}, {email}
      </p>
      {settled === undefined ? <Settle csrf={csrf} comment={comment} isThere={chapter !== undefined} /> : null}
      {settled === undefined ? null : (
        <p class="sl-due sl-tight">
          {settled.outcome === 'taken' ? 'Taken in' : 'Set aside'} by {names.get(settled.by) ?? 'somebody who has left'},{' '}
          {formatInstant(settled.at)}.
          {settled.outcome === 'taken' && chapter !== undefined ? (
            <>
              {' '}
              <a class="govuk-link" href={`/files/${chapterFile(chapter).file}`}>
                Answer it in the chapter’s file
              </a>
              , and send the answer to this address.
            </>
          ) : null}
        </p>
      )}
    </li>
  );
}

const Settle = ({ csrf, comment, isThere }: { readonly csrf: string; readonly comment: PublicComment; readonly isThere: boolean }) => (
  <form method="post" action={`/procedures/outside/${comment.comment}`} class="govuk-button-group">
    <CsrfField token={csrf} />
    {isThere ? (
      <button class="govuk-button govuk-button--secondary" type="submit" name="outcome" value="taken">
        Take it in<span class="govuk-visually-hidden"> from {comment.name}</span>
      </button>
    ) : null}
    <button class="govuk-button govuk-button--secondary" type="submit" name="outcome" value="aside">
      Set it aside<span class="govuk-visually-hidden"> from {comment.name}</span>
    </button>
  </form>
);
