import { formatDate } from '../../../kernel/calendar/dates.ts';
import { dayWords, howComputed, weightWords } from '../../../governance/case-review/review-document.ts';
import type { AgencyEvent } from '../../../governance/case-review/integrated-chronology.ts';
import type { ReviewMaterial } from '../../../governance/case-review/review-material.ts';
import { connectionWeights } from '../../../practice/pathway.ts';
import { CardTable } from '../../components/card-table.tsx';
import { CsrfField } from '../../components/form-parts.tsx';
import { Input, Select } from '../../components/text-input.tsx';
import type { ChronologyProps } from './model.ts';

type One = ReviewMaterial['missed'][number];

/** What one agency knew and another decided without: each names its entries, and the review says what it weighs. */
export const Missed = ({ csrf, review, mayRecord }: ChronologyProps) => (
  <section aria-labelledby="missed">
    <h2 class="govuk-heading-m" id="missed">
      Missed connections
    </h2>
    <p class="govuk-body">{howComputed}</p>
    {review.material.missed.length === 0 ? (
      <p class="govuk-body">None was found.</p>
    ) : (
      <CardTable
        caption="Missed connections"
        captionClasses="govuk-visually-hidden"
        heads={['What was known', 'Who decided without it, and what', 'When they were told', 'What the review says of it']}
        rows={review.material.missed.map((missed, n) => [
          <ToEvent event={missed.known} words={`${dayWords(missed.known)}, ${missed.known.agency}: ${missed.known.what}`} />,
          <Acted missed={missed} />,
          toldWords(missed),
          <>
            {weightWords(missed.weighed?.answers['weight'])}
            {missed.weighed?.answers['why'] === undefined ? null : <span class="sl-line">{String(missed.weighed.answers['why'])}</span>}
            {mayRecord && missed.weighed === undefined ? <Weigh csrf={csrf} file={review.file.person} missed={missed} n={n} /> : null}
          </>,
        ])}
      />
    )}
  </section>
);

const toldWords = ({ learntOn, kind }: One): string =>
  learntOn === undefined ? 'Nothing says that they were' : `${kind === 'notRecorded' ? 'Recorded on ' : ''}${formatDate(learntOn)}`;

const ToEvent = ({ event, words }: { readonly event: AgencyEvent; readonly words: string }) => (
  <a class="govuk-link" href={`#e-${event.entry}`}>
    {words}
  </a>
);

const Acted = ({ missed: { by, acted } }: { readonly missed: One }) => (
  <>
    {by}
    <ul class="govuk-list">
      {acted.map((event) => (
        <li>
          <ToEvent event={event} words={`${formatDate(event.on)}: ${event.what}`} />
        </li>
      ))}
    </ul>
  </>
);

type WeighProps = { readonly csrf: string; readonly file: string; readonly missed: One; readonly n: number };

const Weigh = ({ csrf, file, missed, n }: WeighProps) => (
  <details class="govuk-details">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">
        Weigh it<span class="govuk-visually-hidden"> (number {n + 1})</span>
      </span>
    </summary>
    <form method="post" action={`/case-reviews/${file}/connections`}>
      <CsrfField token={csrf} />
      <input type="hidden" name="known" value={missed.known.entry} />
      <input type="hidden" name="acted" value={missed.acted[0].entry} />
      <Select
        name="weight"
        id={`weight-${n}`}
        label={{ text: 'Did it matter?' }}
        items={Object.entries(connectionWeights).map(([value, text]) => ({ value, text }))}
      />
      <Input name="why" id={`why-${n}`} label={{ text: 'Why' }} />
      <button class="govuk-button govuk-button--secondary" type="submit">
        Record
      </button>
    </form>
  </details>
);
