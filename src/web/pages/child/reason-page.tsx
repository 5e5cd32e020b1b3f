import { Button, CsrfField, ErrorSummary } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';

export const usualReasons = [
  'I work with this child or their family',
  'I supervise or manage the work',
  'I am preparing or chairing a meeting',
  'I am on duty and something has come in',
  'Quality assurance or audit',
] as const;

type Props = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly person: string;
  readonly next: string;
  readonly problem?: string;
  readonly chosen?: string;
  readonly more?: string;
};

/** Any practitioner may open a record and says why: the reason is kept and shown to everyone who opens it. */
export function ReasonPage({ frame, csrf, person, next, problem, chosen, more = '' }: Props) {
  return (
    <Layout frame={frame} title={problem === undefined ? 'Why are you opening this record?' : 'Error: Why are you opening this record?'}>
      <ErrorSummary problems={problem === undefined ? [] : [{ field: 'reason', message: problem }]} anchorOf={(field) => field} />
      <form method="post" action={`/children/${person}/open`} noValidate>
        <CsrfField token={csrf} />
        <input type="hidden" name="next" value={next} />
        <div class={`govuk-form-group${problem === undefined ? '' : ' govuk-form-group--error'}`}>
          <fieldset class="govuk-fieldset" aria-describedby={`reason-hint${problem === undefined ? '' : ' reason-error'}`}>
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--l">
              <h1 class="govuk-fieldset__heading">Why are you opening this record?</h1>
            </legend>
            <div class="govuk-hint" id="reason-hint">
              Your name, the time and the reason are kept, and shown to everyone who opens this record. You are asked once while you stay
              signed in.
            </div>
            {problem === undefined ? null : (
              <p class="govuk-error-message" id="reason-error">
                <span class="govuk-visually-hidden">Error:</span> {problem}
              </p>
            )}
            <div class="govuk-radios govuk-radios--small" data-module="govuk-radios">
              {[...usualReasons, 'Another reason'].map((reason, index) => (
                <div class="govuk-radios__item">
                  <input
                    class="govuk-radios__input"
                    id={index === 0 ? 'reason' : `reason-${index}`}
                    name="reason"
                    type="radio"
                    value={reason}
                    checked={chosen === reason}
                  />
                  <label class="govuk-label govuk-radios__label" for={index === 0 ? 'reason' : `reason-${index}`}>
                    {reason}
                  </label>
                </div>
              ))}
            </div>
          </fieldset>
        </div>
        <div class="govuk-form-group">
          <label class="govuk-label" for="more">
            In your own words (needed for another reason)
          </label>
          <input class="govuk-input" id="more" name="more" type="text" maxLength={300} value={more} />
        </div>
        <Button>Open the record</Button>
      </form>
    </Layout>
  );
}
