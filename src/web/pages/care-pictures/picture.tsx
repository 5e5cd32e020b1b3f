import type { ComponentChildren } from 'preact';

/** On a narrow screen a picture is moved sideways, by keyboard too; its own words are within it. */
export const Picture = ({ of, children }: { readonly of: string; readonly children: ComponentChildren }) => (
  <div class="sl-picture" tabIndex={0} role="group" aria-label={of}>
    {children}
  </div>
);
