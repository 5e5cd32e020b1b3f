import { editionOn, editionWhen, sectionsOf, type Edition, type Manual, type SectionAt } from '../../../governance/procedures/manual.ts';
import { dayInEngland, formatDate } from '../../../kernel/calendar/dates.ts';
import type { Role } from '../../../kernel/step/permission.ts';
import { webLinks } from './links.ts';

type Props = {
  readonly manual: Manual;
  readonly step: string;
  readonly roles: readonly Role[];
  readonly now: Date;
};

/** How a step is done, beside its form: today’s edition, in a window of its own, so that what is being written stays. */
export function FormProcedures({ manual, step, roles, now }: Props) {
  const edition = editionOn(manual, dayInEngland(now));
  const sections = edition === undefined ? [] : sectionsOf(step, edition, roles);
  if (sections.length === 0) return null;
  return (
    <p class="govuk-body sl-due">
      Procedures, in a new tab: <Sections sections={sections} edition={undefined} isApart />
    </p>
  );
}

/** How a step was to be done when an entry was recorded: the edition is found by its date. */
export function EntryProcedures({ manual, step, roles, now, recordedAt }: Props & { readonly recordedAt: string }) {
  const then = editionWhen(manual, recordedAt);
  if (then === undefined) return <p class="govuk-body sl-due">Recorded before the first edition of the procedures that is kept here.</p>;
  const sections = sectionsOf(step, then, roles);
  if (sections.length === 0) return null;
  return (
    <p class="govuk-body sl-due">
      Procedures when it was recorded, edition of {formatDate(then.on)}:{' '}
      <Sections sections={sections} edition={then === editionOn(manual, dayInEngland(now)) ? undefined : then} />
    </p>
  );
}

/** `edition`: absent, today’s. */
function Sections({
  sections,
  edition,
  isApart = false,
}: {
  readonly sections: readonly SectionAt[];
  readonly edition: Edition | undefined;
  readonly isApart?: boolean;
}) {
  const { place } = webLinks(edition?.on);
  return (
    <>
      {sections.map(({ chapter, section }, n) => (
        <>
          {n === 0 ? '' : ', '}
          <a
            class="govuk-link"
            href={place({ chapter: chapter.id, section: section.id })}
            {...(isApart ? { target: '_blank', rel: 'noopener' } : {})}
          >
            {section.title}
          </a>
        </>
      ))}
    </>
  );
}
