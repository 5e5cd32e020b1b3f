import { classes, type Attributes, type Words } from './field-parts.tsx';

type Own = { readonly classes?: string | undefined; readonly attributes?: Attributes | undefined };

export type ErrorSummaryOptions = Own & {
  readonly titleText?: Words;
  readonly descriptionText?: Words;
  readonly errorList?:
    readonly { readonly text: Words; readonly href?: string | undefined; readonly attributes?: Attributes | undefined }[] | undefined;
  readonly disableAutoFocus?: boolean | undefined;
};

export const ErrorSummary = ({
  titleText,
  descriptionText,
  errorList = [],
  disableAutoFocus,
  classes: more,
  attributes,
}: ErrorSummaryOptions) => (
  <div
    class={classes('govuk-error-summary', more)}
    data-module="govuk-error-summary"
    data-disable-auto-focus={disableAutoFocus === undefined ? undefined : String(disableAutoFocus)}
    {...attributes}
  >
    <div role="alert">
      <h2 class="govuk-error-summary__title">{titleText}</h2>
      <div class="govuk-error-summary__body">
        {descriptionText === undefined ? null : <p>{descriptionText}</p>}
        {errorList.length === 0 ? null : (
          <ul class="govuk-list govuk-error-summary__list">
            {errorList.map(({ text, href, attributes: own }) => (
              <li>
                {href === undefined ? (
                  text
                ) : (
                  <a href={href} {...own}>
                    {text}
                  </a>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  </div>
);

export type NotificationBannerOptions = Own & {
  readonly text: Words;
  readonly type?: 'success' | undefined;
  readonly titleText?: Words;
  readonly titleId?: string | undefined;
  readonly titleHeadingLevel?: 1 | 2 | 3 | undefined;
  readonly role?: 'alert' | 'region' | undefined;
  readonly disableAutoFocus?: boolean | undefined;
};

export function NotificationBanner(options: NotificationBannerOptions) {
  const {
    text,
    type,
    titleText,
    titleId = 'govuk-notification-banner-title',
    titleHeadingLevel = 2,
    role,
    disableAutoFocus,
    classes: more,
    attributes,
  } = options;
  const Heading = `h${titleHeadingLevel}` as const;
  return (
    <div
      class={classes('govuk-notification-banner', type !== undefined && `govuk-notification-banner--${type}`, more)}
      role={role ?? (type === undefined ? 'region' : 'alert')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={disableAutoFocus === undefined ? undefined : String(disableAutoFocus)}
      {...attributes}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {titleText ?? (type === undefined ? 'Important' : 'Success')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        <p class="govuk-notification-banner__heading">{text}</p>
      </div>
    </div>
  );
}

export const WarningText = ({
  text,
  iconFallbackText = 'Warning',
  classes: more,
  attributes,
}: Own & { readonly text: Words; readonly iconFallbackText?: string }) => (
  <div class={classes('govuk-warning-text', more)} {...attributes}>
    <span class="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">{iconFallbackText}</span> {text}
    </strong>
  </div>
);

export const InsetText = ({ text, id, classes: more, attributes }: Own & { readonly text: Words; readonly id?: string | undefined }) => (
  <div id={id} class={classes('govuk-inset-text', more)} {...attributes}>
    {text}
  </div>
);

type DetailsOptions = Own & {
  readonly summaryText: Words;
  readonly text: Words;
  readonly id?: string | undefined;
  readonly open?: boolean | undefined;
};

export const Details = ({ summaryText, text, id, open = false, classes: more, attributes }: DetailsOptions) => (
  <details id={id} class={classes('govuk-details', more)} open={open} {...attributes}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{summaryText}</span>
    </summary>
    <div class="govuk-details__text">{text}</div>
  </details>
);

export const Tag = ({ text, classes: more, attributes }: Own & { readonly text: Words }) => (
  <strong class={classes('govuk-tag', more)} {...attributes}>
    {text}
  </strong>
);

export const PhaseBanner = ({
  tag,
  text,
  classes: more,
  attributes,
}: Own & { readonly tag: { readonly text: Words; readonly classes?: string }; readonly text: Words }) => (
  <div class={classes('govuk-phase-banner', more)} {...attributes}>
    <p class="govuk-phase-banner__content">
      <Tag text={tag.text} classes={classes('govuk-phase-banner__content__tag', tag.classes)} />
      <span class="govuk-phase-banner__text">{text}</span>
    </p>
  </div>
);

export const BackLink = ({
  text = 'Back',
  href = '#',
  classes: more,
  attributes,
}: Own & { readonly text?: Words; readonly href?: string }) => (
  <a href={href} class={classes('govuk-back-link', more)} {...attributes}>
    {text}
  </a>
);

export const SkipLink = ({
  text,
  href = '#content',
  classes: more,
  attributes,
}: Own & { readonly text: Words; readonly href?: string }) => (
  <a href={href} class={classes('govuk-skip-link', more)} data-module="govuk-skip-link" {...attributes}>
    {text}
  </a>
);
