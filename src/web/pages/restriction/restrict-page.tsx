import { Button, CsrfField, ErrorSummary } from '../../components/form-parts.tsx';
import { describedBy, ErrorMessage, Hint, TextArea } from '../../components/form-groups.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import type { Problem } from '../../../kernel/step/outcome.ts';
import type { Member } from '../../parts.ts';

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly person: string;
  readonly name: string;
  readonly members: readonly Member[];
  readonly given: { readonly ring: string; readonly reason: string; readonly readers: readonly string[] };
  readonly problems: readonly Problem[];
};

/** Closes a record to all but the people named, or opens it again to every practitioner. */
export function RestrictPage({ frame, csrf, person, name, members, given, problems }: Props) {
  const problemAt = (field: string) => problems.find((problem) => problem.field === field)?.message;
  return (
    <Layout frame={frame} title={`${problems.length > 0 ? 'Error: ' : ''}Who may open this record`}>
      <a class="govuk-back-link" href={`/children/${person}`}>
        {name}
      </a>
      <ErrorSummary problems={problems} anchorOf={(field) => field} />
      <h1 class="govuk-heading-l">Who may open this record</h1>
      <p class="govuk-body">
        A restricted record leaves every list, count and search but those of the people named. Others who need it must give a reason that
        every manager sees.
      </p>
      <form method="post" action={`/children/${person}/restrict`} noValidate>
        <CsrfField token={csrf} />
        <Ring value={given.ring} problem={problemAt('ring')} />
        <Readers members={members} chosen={given.readers} problem={problemAt('readers')} />
        <TextArea id="reason" name="reason" label="Reason" rows={3} value={given.reason} problem={problemAt('reason')} />
        <div class="govuk-button-group">
          <Button>Restrict to the people named</Button>
          <button class="govuk-button govuk-button--secondary" type="submit" name="lift" value="yes" data-module="govuk-button">
            Lift the restriction
          </button>
          <a class="govuk-link" href={`/children/${person}`}>
            Cancel
          </a>
        </div>
      </form>
    </Layout>
  );
}

const Ring = ({ value, problem }: { readonly value: string; readonly problem: string | undefined }) => (
  <div class={`govuk-form-group${problem === undefined ? '' : ' govuk-form-group--error'}`}>
    <label class="govuk-label" for="ring">
      What those outside are told
    </label>
    <Hint id="ring-hint">A word or two that name nobody, for example “Adoption” or “Family of a colleague”.</Hint>
    {problem === undefined ? null : <ErrorMessage id="ring-error">{problem}</ErrorMessage>}
    <input
      class={`govuk-input govuk-input--width-20${problem === undefined ? '' : ' govuk-input--error'}`}
      id="ring"
      name="ring"
      type="text"
      maxLength={60}
      value={value}
      aria-describedby={describedBy('ring', '', problem)}
    />
  </div>
);

function Readers({
  members,
  chosen,
  problem,
}: {
  readonly members: readonly Member[];
  readonly chosen: readonly string[];
  readonly problem: string | undefined;
}) {
  return (
    <div class={`govuk-form-group${problem === undefined ? '' : ' govuk-form-group--error'}`}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy('readers', '', problem)}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">People who may open it</legend>
        <Hint id="readers-hint">Name the worker and their manager at least.</Hint>
        {problem === undefined ? null : <ErrorMessage id="readers-error">{problem}</ErrorMessage>}
        <div class="govuk-checkboxes govuk-checkboxes--small sl-many" data-module="govuk-checkboxes">
          {members.map(({ id, name }, index) => (
            <div class="govuk-checkboxes__item" key={id}>
              <input
                class="govuk-checkboxes__input"
                id={index === 0 ? 'readers' : `readers-${index}`}
                name="readers"
                type="checkbox"
                value={id}
                checked={chosen.includes(id)}
              />
              <label class="govuk-label govuk-checkboxes__label" for={index === 0 ? 'readers' : `readers-${index}`}>
                {name}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
