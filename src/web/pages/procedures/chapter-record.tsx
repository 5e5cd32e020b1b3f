import type { Chapter } from '../../../governance/procedures/chapter.ts';
import { readBy, writtenIn } from '../../../governance/procedures/readings.ts';
import type { AnyField } from '../../../kernel/field/field.ts';
import { addMonths, formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { commentingAgencies, commentOutcomes, procedureComment, procedureRead } from '../../../practice/pathway.ts';
import { CsrfField } from '../../components/form-parts.tsx';
import { Details } from '../../components/notices.tsx';
import { Select, TextArea } from '../../components/text-input.tsx';
import { chapterFile, type Comment } from './chapter-file.ts';

export type ChapterRecordProps = {
  readonly csrf: string;
  readonly chapter: Chapter;
  readonly comments: readonly Comment[];
  /** Undefined: who reads it need not. */
  readonly reading: 'read' | 'unread' | undefined;
  readonly mayAnswer: boolean;
  readonly today: LocalDate;
};

/** Below a chapter, for our own staff: that they have read it, and what it is said to lack. */
export const ChapterRecord = (props: ChapterRecordProps) => (
  <div class="sl-not-printed">
    <Read {...props} />
    <Comments {...props} />
  </div>
);

const Entry = ({ csrf }: Pick<ChapterRecordProps, 'csrf'>) => (
  <>
    <CsrfField token={csrf} />
    <input type="hidden" name="entry" value={crypto.randomUUID()} />
  </>
);

/** A question of a step, as its own definition words it. */
const worded = ({ label, hint }: AnyField) => ({ label: { text: label }, ...(hint === undefined ? {} : { hint: { text: hint } }) });

function Read({ csrf, chapter, reading, today }: ChapterRecordProps) {
  if (reading === undefined) return null;
  const by = readBy(chapter);
  return (
    <section aria-labelledby="read">
      <h2 class="govuk-heading-m" id="read">
        Read and understood
      </h2>
      {reading === 'read' ? (
        <p class="govuk-body">You have read this chapter as it stands since {formatDate(writtenIn(chapter))}.</p>
      ) : (
        <form method="post" action={`/procedures/${chapter.id}/read`}>
          <p class="govuk-body">
            To be read by {formatDate(by)}
            {by < today ? ', which has passed' : ''}. Your manager sees that you have read it; what you write stands in the chapter’s file.
          </p>
          <Entry csrf={csrf} />
          <TextArea name="f.otherwise" id="f.otherwise" {...worded(procedureRead.fields.otherwise)} rows={2} />
          <TextArea name="f.unclear" id="f.unclear" {...worded(procedureRead.fields.unclear)} rows={2} />
          <button class="govuk-button" type="submit">
            I have read and understood this chapter
          </button>
        </form>
      )}
    </section>
  );
}

const Comments = ({ csrf, chapter, comments, mayAnswer, today }: ChapterRecordProps) => (
  <section aria-labelledby="comments">
    <h2 class="govuk-heading-m" id="comments">
      What agencies say of this chapter
    </h2>
    {comments.length === 0 ? <p class="govuk-body">Nothing has been said of it.</p> : null}
    <ul class="govuk-list">
      {comments.map((comment) => (
        <li class="sl-found">
          <CommentView comment={comment} chapter={chapter} mayAnswer={mayAnswer} today={today} />
        </li>
      ))}
    </ul>
    <Details summaryText="Comment on a section" text={<CommentForm csrf={csrf} chapter={chapter} />} />
  </section>
);

const CommentForm = ({ csrf, chapter }: Pick<ChapterRecordProps, 'csrf' | 'chapter'>) => (
  <form method="post" action={`/procedures/${chapter.id}/comment`}>
    <Entry csrf={csrf} />
    <Select
      name="f.section"
      id="f.section"
      label={{ text: 'Section' }}
      items={chapter.sections.map(({ id, title }) => ({ value: id, text: title }))}
    />
    <Select
      name="f.agency"
      id="f.agency"
      {...worded(procedureComment.fields.agency)}
      items={Object.entries(commentingAgencies).map(([value, text]) => ({ value, text }))}
    />
    <TextArea name="f.comment" id="f.comment" {...worded(procedureComment.fields.comment)} rows={4} />
    <button class="govuk-button govuk-button--secondary" type="submit">
      Send the comment
    </button>
  </form>
);

type ViewProps = Pick<ChapterRecordProps, 'chapter' | 'mayAnswer' | 'today'> & { readonly comment: Comment };

function CommentView({ comment: { said, answer }, chapter, mayAnswer, today }: ViewProps) {
  const { agency, section, comment } = said.answers;
  const due = addMonths(said.happenedOn, 3);
  return (
    <>
      <strong>{commentingAgencies[agency]}</strong>, {formatDate(said.happenedOn)}, on{' '}
      {chapter.sections.find(({ id }) => id === section)?.title ?? section.replaceAll('-', ' ')}
      <p class="govuk-body sl-words sl-tight">{comment}</p>
      {answer === undefined ? (
        <p class="sl-due sl-tight">
          Not answered; due by {formatDate(due)}
          {due < today ? ', which has passed' : ''}.{' '}
          {mayAnswer ? (
            <a class="govuk-link" href={`/files/${chapterFile(chapter).file}`}>
              Answer it in the chapter’s file
            </a>
          ) : null}
        </p>
      ) : (
        <p class="sl-due sl-tight">
          {commentOutcomes[answer.answers.outcome]}, {formatDate(answer.happenedOn)}: {answer.answers.answer}
        </p>
      )}
    </>
  );
}
