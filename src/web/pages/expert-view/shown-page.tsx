import { formatDate } from '../../../kernel/calendar/dates.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import type { OwnView, ShownEntry } from '../../../record/expert-views.ts';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';
import { SaidList } from '../../form/answers.tsx';
import type { LinkOptions } from '../../form/asking.ts';
import { counted } from '../../said-dates.ts';

/** All that somebody from outside has here. */
export const ShownToMe = ({ frame, views }: { readonly frame: Frame; readonly views: readonly OwnView[] }) => (
  <Layout frame={frame} title="Shown to you">
    <h1 class="govuk-heading-l">Shown to you</h1>
    {views.length === 0 ? <p class="govuk-body">Nothing is shown to you today.</p> : null}
    <ul class="govuk-list">
      {views.map(({ view, entries, until }) => (
        <li>
          <a class="govuk-link" href={`/shown-to-me/${view}`}>
            {counted(entries, 'entry', 'entries')} of one child
          </a>
          , until {formatDate(until)}
        </li>
      ))}
    </ul>
  </Layout>
);

type Props = {
  readonly frame: Frame;
  readonly entries: readonly ShownEntry[];
  readonly steps: ReadonlyMap<string, AnyStep>;
  readonly links: LinkOptions;
};

export const ShownEntries = ({ frame, entries, steps, links }: Props) => (
  <Layout frame={frame} title="Entries shown to you">
    <BackLink text="Shown to you" href="/shown-to-me" />
    <h1 class="govuk-heading-l">Entries shown to you</h1>
    <p class="govuk-body">
      Chosen for what you were asked. That you have read them is on the child’s record. Send your answer to whoever asked you; copy and keep
      nothing.
    </p>
    {entries.map(({ entry, step, happenedOn, answers }) => (
      <section aria-labelledby={`e-${entry}`}>
        <h2 class="govuk-heading-m" id={`e-${entry}`}>
          {steps.get(step)?.title ?? step}, {formatDate(happenedOn)}
        </h2>
        <Said step={steps.get(step)} answers={answers} links={links} />
      </section>
    ))}
  </Layout>
);

type SaidProps = { readonly step: AnyStep | undefined; readonly answers: ShownEntry['answers']; readonly links: LinkOptions };

const Said = ({ step, answers, links }: SaidProps) =>
  step === undefined ? null : <SaidList fields={{ ...step.fields, ...step.each }} answers={answers} links={links} />;
