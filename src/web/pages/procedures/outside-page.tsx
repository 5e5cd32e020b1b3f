import type { Chapter } from '../../../governance/procedures/chapter.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { commentingAgencies } from '../../../practice/pathway.ts';
import { CsrfField, errorAt, Problems } from '../../components/form-parts.tsx';
import { Input, Select, TextArea } from '../../components/text-input.tsx';
import type { GivenForm } from '../../memory.ts';
import { one } from '../../request.ts';

/** Who works in another agency; our own staff sign in. */
export const outsideAgencies: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(commentingAgencies).filter(([agency]) => agency !== 'own'),
);

/** The longest that each answer may be. */
export const longest = { comment: 4000, name: 100, email: 200 } as const;

type Props = {
  readonly csrf: string;
  readonly chapter: Chapter;
  readonly given: GivenForm;
  readonly entry: string;
  readonly problems: readonly Problem[];
  /** Whose procedures these are: it goes there, whoever else works on this server. */
  readonly authority: string;
};

const optionsOf = (all: readonly (readonly [string, string])[]) => [
  { value: '', text: 'Choose one' },
  ...all.map(([value, text]) => ({ value, text })),
];

/** For whoever works by the procedures in another agency and has no account here. */
export const OutsideComment = ({ csrf, chapter, given, entry, problems, authority }: Props) => {
  const asked = (name: string, label: string) => {
    const errorMessage = errorAt(problems, name);
    return { name, id: name, value: one(given, name), label: { text: label }, ...(errorMessage === undefined ? {} : { errorMessage }) };
  };
  return (
    <>
      <Problems problems={problems} />
      <h1 class="govuk-heading-l">Comment on: {chapter.title}</h1>
      <p class="govuk-body">
        For everybody who works by these procedures in a school, a surgery, the police or another agency. Your comment goes to {authority},
        for {chapter.owner}, and is answered within three months. Nothing of it is published by itself; your name and your address are used
        for the answer, shown to those alone who answer for the procedures there, and forgotten after a year.
      </p>
      <p class="govuk-inset-text">
        <strong>Do not name a child here.</strong> Worried about a child: read{' '}
        <a class="govuk-link" href="/procedures/front-door#worried">
          what to do if you are worried
        </a>
        . A child in danger now: telephone 999.
      </p>
      <form method="post" action={`/procedures/${chapter.id}/outside`} noValidate>
        <CsrfField token={csrf} />
        <input type="hidden" name="entry" value={entry} />
        <Select {...asked('section', 'Section')} items={optionsOf(chapter.sections.map(({ id, title }) => [id, title]))} />
        <Select {...asked('agency', 'Which agency you work in')} items={optionsOf(Object.entries(outsideAgencies))} />
        <TextArea
          {...asked('comment', 'Comment')}
          hint={{ text: 'What cannot be done as it is written, what is missing, what works better. Plain text, 4,000 characters at most' }}
          rows={6}
        />
        <Input {...asked('name', 'Your name and post')} autocomplete="name" />
        <Input {...asked('email', 'Your email address, for the answer')} type="email" autocomplete="email" />
        <button class="govuk-button" type="submit">
          Send the comment
        </button>
      </form>
    </>
  );
};

export const OutsideSent = ({ chapter }: Pick<Props, 'chapter'>) => (
  <>
    <h1 class="govuk-heading-l">Your comment has been sent</h1>
    <p class="govuk-body">It waits for {chapter.owner}, who will answer within three months. Nothing of it is published by itself.</p>
    <p class="govuk-body">
      <a class="govuk-link" href={`/procedures/${chapter.id}`}>
        Back to {chapter.title}
      </a>
    </p>
  </>
);

/** Below a chapter for every agency, to whoever has not signed in. */
export const SayOfIt = ({ chapter }: Pick<Props, 'chapter'>) =>
  chapter.readers === 'everybody' ? (
    <p class="govuk-body sl-not-printed">
      <a class="govuk-link" href={`/procedures/${chapter.id}/outside`}>
        Comment on this chapter
      </a>
      , if you work by it in another agency.
    </p>
  ) : null;
