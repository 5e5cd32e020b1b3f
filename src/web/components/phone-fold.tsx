import type { ComponentChildren } from 'preact';

type Props = { readonly summary: string; readonly children: ComponentChildren };

/** What a phone shows as one line that opens by a touch, and a desk’s screen shows whole, under the same words. */
export const PhoneFold = ({ summary, children }: Props) => (
  <details class="sl-phone-fold">
    <summary class="sl-phone-fold__summary">{summary}</summary>
    {children}
  </details>
);
