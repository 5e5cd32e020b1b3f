import { attachmentWords } from '../../../kernel/step/attached.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { subjectAccessRelease } from '../../../practice/subject-access/release.ts';
import { Button } from '../../components/button.tsx';
import { Radios } from '../../components/choices.tsx';
import { CsrfField, errorAt } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { CardTable } from '../../components/card-table.tsx';
import { BackLink, InsetText, WarningText } from '../../components/notices.tsx';
import { TextArea } from '../../components/text-input.tsx';
import type { GivenForm } from '../../memory.ts';
import { one } from '../../request.ts';
import { grounds } from '../../../practice/subject-access/grounds.ts';
import { goneFrom } from './copy.ts';
import { addressOf } from './entries-page.tsx';
import type { Readiness } from './readiness.ts';
import { filesGiven, type RequestRead } from './request-read.ts';

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly read: RequestRead;
  readonly readiness: Readiness;
  readonly mayRead: boolean;
  readonly mayRelease: boolean;
  readonly given: GivenForm;
  readonly problems: readonly Problem[];
};

const { how } = subjectAccessRelease.fields;

/** The copy as it would go, what it still waits for, and its release. */
export function CopyPage(props: Props) {
  const { frame, read, readiness, mayRead, mayRelease, problems } = props;
  const at = addressOf(read);
  const isDraft = readiness.waitsFor.length > 0;
  return (
    <Layout frame={frame} title="The copy" problems={problems}>
      <BackLink text="Subject access" href={`/children/${read.record.person}/subject-access`} />
      <h1 class="govuk-heading-l">The copy for {read.request.answers.asker}</h1>
      <p class="govuk-body">Read it as it would go. What is withheld is not in the file: nothing stands beneath its blocks.</p>
      {mayRead ? (
        <ul class="govuk-list">
          <li>
            <a href={`${at}/copy/pdf`} class="govuk-link">
              PDF{isDraft ? ', marked as a draft' : ''}
            </a>
          </li>
          <li>
            <a href={`${at}/copy/docx`} class="govuk-link">
              Word{isDraft ? ', marked as a draft' : ''}
            </a>
          </li>
        </ul>
      ) : null}
      {isDraft ? (
        <>
          <h2 class="govuk-heading-m">What it still waits for</h2>
          <ul class="govuk-list govuk-list--bullet">
            {readiness.waitsFor.map((what) => (
              <li>{what}</li>
            ))}
          </ul>
        </>
      ) : null}
      <Gone read={read} />
      {mayRead ? <Files read={read} /> : null}
      {read.conclusion === undefined ? null : <InsetText text="This request has ended." />}
      {mayRelease && !isDraft && read.conclusion === undefined ? <Release {...props} /> : null}
    </Layout>
  );
}

function Gone({ read: { entries, decided } }: Pick<Props, 'read'>) {
  const gone = entries.flatMap((entry) => goneFrom(entry, decided.everywhere));
  if (gone.length === 0) return <p class="govuk-body">Nothing is withheld.</p>;
  return (
    <CardTable
      caption="What is withheld"
      heads={['Entry', 'What', 'Ground']}
      rows={gone.map(({ number, what, ground }) => [`Entry ${number}`, what, grounds[ground].title])}
    />
  );
}

/** Photographs, scans and e-mails are no part of the file that is made: whoever sends it sends them too. */
function Files({ read }: Pick<Props, 'read'>) {
  const given = filesGiven(read);
  if (given.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Files to send with it</h2>
      <ul class="govuk-list govuk-list--bullet">
        {given.map(({ number, file }) => (
          <li>
            <a class="govuk-link" href={`/children/${read.record.person}/files/${file.id}`}>
              {attachmentWords(file)}
            </a>
            , entry {number}
          </li>
        ))}
      </ul>
    </>
  );
}

function Release({ csrf, read, given, problems }: Props) {
  return (
    <form method="post" action={`${addressOf(read)}/release`} noValidate>
      <CsrfField token={csrf} />
      <input type="hidden" name="statement" value={crypto.randomUUID()} />
      <h2 class="govuk-heading-m">Release it</h2>
      <Radios
        name="how"
        idPrefix="how"
        value={one(given, 'how')}
        errorMessage={errorAt(problems, 'how')}
        fieldset={{ legend: { text: 'How it goes', classes: 'govuk-fieldset__legend--s' } }}
        items={Object.entries(how.codes).map(([value, text]) => ({ value, text }))}
      />
      <TextArea
        name="support"
        label={{ text: 'Who helps them to read it', classes: 'govuk-label--s' }}
        hint={{ text: 'Reading of one’s own childhood is hard: who was offered, and what they said' }}
        rows={2}
        value={one(given, 'support')}
      />
      <WarningText
        text={`These exact files are kept with the entry. Send them to ${read.request.answers.asker} alone${read.request.answers.reach === undefined ? '' : `: ${read.request.answers.reach}`}.`}
      />
      <Button text="Release it" preventDoubleClick />
    </form>
  );
}
