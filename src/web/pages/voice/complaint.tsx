import { formatDate, isDate } from '../../../kernel/calendar/dates.ts';
import { summaryLine } from '../../../kernel/step/said.ts';
import type { History, Statement } from '../../../kernel/step/history.ts';
import { stepNamed } from '../../../practice/pathway.ts';
import { SummaryList } from '../../components/lists.tsx';
import { PeopleNamed, type NamedProps } from '../files/people-named.tsx';

/** First what was said, in the words of whoever complains; then what was answered; last, who may open the file. */
export const ComplaintSection = (props: NamedProps) => (
  <>
    <Words history={props.file.record.history} />
    <Answered history={props.file.record.history} />
    <PeopleNamed {...props} />
  </>
);

const line = ({ step, answers }: Statement): string => {
  const said = stepNamed(step);
  return said === undefined ? step : summaryLine(said, answers);
};
const dated = (value: unknown): string | undefined => (typeof value === 'string' && isDate(value) ? formatDate(value) : undefined);
const words = (value: unknown) => (typeof value === 'string' && value !== '' ? <span class="sl-words">{value}</span> : undefined);

function Words({ history }: { readonly history: History }) {
  const complaint = history.find(({ step }) => step === 'complaint');
  if (complaint === undefined) return <p class="govuk-body">The complaint itself is not on record here.</p>;
  const { words: said, wants, advocateOffered } = complaint.answers;
  return (
    <section aria-labelledby="words">
      <h2 class="govuk-heading-m" id="words">
        In their own words
      </h2>
      <blockquote class="govuk-inset-text sl-words">{String(said ?? '')}</blockquote>
      <SummaryList
        classes="sl-list"
        rows={[
          { key: { text: 'What they want to happen' }, value: { text: words(wants) ?? 'They were not asked, or did not say' } },
          { key: { text: 'Received' }, value: { text: `${formatDate(complaint.happenedOn)}. ${line(complaint)}` } },
          {
            key: { text: 'Advocate offered' },
            value: { text: dated(advocateOffered) ?? 'Not recorded. A child who complains is offered one first' },
          },
        ]}
      />
    </section>
  );
}

/** What came of it, the latest first: each stage has an answer of its own. */
function Answered({ history }: { readonly history: History }) {
  const answers = history.filter(({ step }) => step === 'complaintAnswer').toReversed();
  return (
    <section aria-labelledby="answered">
      <h2 class="govuk-heading-m" id="answered">
        What was answered
      </h2>
      {answers.length === 0 ? <p class="govuk-body">Nothing has been answered yet.</p> : null}
      {answers.map((one) => (
        <>
          <h3 class="govuk-heading-s sl-tight">
            {line(one)}, {formatDate(one.happenedOn)}
          </h3>
          <SummaryList
            classes="sl-list"
            rows={[
              ['Answer', one.answers['answer']],
              ['What is put right, for them', one.answers['remedy']],
              ['What we do otherwise from now on', one.answers['learning']],
            ].map(([key, value]) => ({ key: { text: String(key) }, value: { text: words(value) ?? 'Not recorded' } }))}
          />
        </>
      ))}
    </section>
  );
}
