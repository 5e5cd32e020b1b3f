import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import type { AnyField } from '../../../kernel/field/field.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import type { History } from '../../../kernel/step/history.ts';
import { Button } from '../../components/button.tsx';
import { CsrfField } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import type { GivenForm } from '../../memory.ts';
import { one } from '../../request.ts';
import { Asked } from '../files/kind-page.tsx';
import { Exercises, Themes } from './themes.tsx';

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  /** The register; absent: nothing has been recorded in it yet. */
  readonly register: { readonly file: string; readonly history: History } | undefined;
  readonly asked: readonly (readonly [name: string, field: AnyField])[];
  readonly today: LocalDate;
  readonly given?: GivenForm;
  readonly problems?: readonly Problem[];
};

export const VoicePage = ({ frame, csrf, register, asked, today, given = {}, problems = [] }: Props) => (
  <Layout frame={frame} title="What people say" wide problems={problems}>
    <h1 class="govuk-heading-l">What people say</h1>
    <p class="govuk-body">
      Practitioners and managers, children, parents and carers: what they said, what we do about it, and what changed. It names nobody.
      Complaints have files of their own.
    </p>
    <h2 class="govuk-heading-m">Themes</h2>
    <Themes history={register?.history ?? []} file={register?.file} />
    {register === undefined ? null : (
      <p class="govuk-body">
        <a class="govuk-link" href={`/files/${register.file}`}>
          Record a theme, or a briefing on several
        </a>
      </p>
    )}
    <h2 class="govuk-heading-m">Who was asked</h2>
    <Exercises history={register?.history ?? []} />
    <details class="govuk-details" open={problems.length > 0}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Record what people said</span>
      </summary>
      <form method="post" action="/voice" noValidate>
        <CsrfField token={csrf} />
        <input type="hidden" name="entry" value={given['entry'] === undefined ? crypto.randomUUID() : one(given, 'entry')} />
        {asked.map(([name, field]) => (
          <Asked
            name={`f.${name}`}
            field={field}
            value={given[`f.${name}`] === undefined ? undefined : one(given, `f.${name}`)}
            today={today}
            problems={problems}
          />
        ))}
        <Button text="Record" preventDoubleClick />
      </form>
    </details>
  </Layout>
);
