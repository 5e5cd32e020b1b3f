import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Fields } from '../../../kernel/field/field.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { Button } from '../../components/button.tsx';
import { CsrfField, errorAt } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink, WarningText } from '../../components/notices.tsx';
import { TextArea } from '../../components/text-input.tsx';
import type { GivenForm } from '../../memory.ts';
import { one } from '../../request.ts';
import { Asked } from '../files/kind-page.tsx';

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly person: string;
  readonly name: string;
  readonly today: LocalDate;
  /** What is asked of the order; empty: it is on record. */
  readonly order: Fields;
  readonly newChild: Fields;
  readonly given: GivenForm;
  readonly problems: readonly Problem[];
};

/** After an adoption order: a new record under a new name, and the old one sealed. */
export const SealPage = ({ frame, csrf, person, name, today, order, newChild, given, problems }: Props) => {
  const asked = (prefix: string, fields: Fields) =>
    Object.entries(fields).map(([field, of]) => {
      const key = `${prefix}.${field}`;
      return <Asked name={key} field={of} value={given[key] === undefined ? '' : one(given, key)} today={today} problems={problems} />;
    });
  return (
    <Layout frame={frame} title="Seal after an adoption order" problems={problems}>
      <BackLink text={name} href={`/children/${person}`} />
      <h1 class="govuk-heading-l">Seal after an adoption order</h1>
      <p class="govuk-body">
        The child begins anew: a record with a name and numbers of its own. This record is sealed. It is found by no search, stands in no
        list, drawing or family, and is opened again only by an officer whom a head of service has named, for a reason that is logged.
        Nothing says which record is the new one.
      </p>
      <WarningText text="You do not open this record any more once it is sealed. What still belongs in it, the life-story book among it, is recorded first." />
      <form method="post" action={`/children/${person}/seal`} noValidate>
        <CsrfField token={csrf} />
        <input type="hidden" name="order" value={given['order'] === undefined ? crypto.randomUUID() : one(given, 'order')} />
        <input type="hidden" name="sealed" value={given['sealed'] === undefined ? crypto.randomUUID() : one(given, 'sealed')} />
        <input type="hidden" name="new" value={given['new'] === undefined ? crypto.randomUUID() : one(given, 'new')} />
        <input type="hidden" name="begun" value={given['begun'] === undefined ? crypto.randomUUID() : one(given, 'begun')} />
        {asked('f', order)}
        <h2 class="govuk-heading-m">The new record</h2>
        {asked('n', newChild)}
        <TextArea
          name="reason"
          label={{ text: 'Why it is sealed, for the log of the sealed record' }}
          rows={2}
          value={one(given, 'reason')}
          errorMessage={errorAt(problems, 'reason')}
        />
        <Button text="Begin the new record and seal this one" classes="govuk-button--warning" preventDoubleClick />
      </form>
    </Layout>
  );
};
