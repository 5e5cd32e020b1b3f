import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { practitionersAndLeads, type Role } from '../../kernel/step/permission.ts';

/** `records`: the steps that the roles may record. */
export type Viewer = {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly records: ReadonlySet<string>;
  readonly csrf: string;
};

/** Who looks at the page, so that it offers nothing that is refused when it is followed. Without: a part of a page by itself, which offers everything. */
export const Viewing = createContext<Viewer | undefined>(undefined);

type LinkProps = {
  readonly person: string;
  readonly query?: URLSearchParams | undefined;
  readonly classes?: string;
  readonly children: ComponentChildren;
};

const At = ({
  href,
  classes = '',
  children,
}: {
  readonly href: string;
  readonly classes?: string;
  readonly children: ComponentChildren;
}) => (
  <a class={`govuk-link ${classes}`.trim()} href={href}>
    {children}
  </a>
);

const asked = (query: URLSearchParams | undefined): string => (query === undefined || query.size === 0 ? '' : `?${query}`);

/** The form of a step, for who may record it; for others nothing, or the words alone where they are part of what is said. */
export function RecordLink({
  person,
  step,
  query,
  isSaid = false,
  ...words
}: LinkProps & { readonly step: string; readonly isSaid?: boolean }) {
  const viewer = useContext(Viewing);
  if (viewer !== undefined && !viewer.records.has(step)) return isSaid ? <>{words.children}</> : null;
  return <At href={`/children/${person}/record/${step}${asked(query)}`} {...words} />;
}

/** A person's record, or one entry of it, for who opens records; for others the words alone. */
export function PersonLink({ person, entry, query, ...words }: LinkProps & { readonly entry?: string | undefined }) {
  const viewer = useContext(Viewing);
  if (viewer !== undefined && !viewer.roles.some((role) => opens.has(role))) return <>{words.children}</>;
  return <At href={`/children/${person}${entry === undefined ? '' : `/entries/${entry}`}${asked(query)}`} {...words} />;
}

const opens: ReadonlySet<Role> = new Set<Role>([...practitionersAndLeads, 'inspector']);
