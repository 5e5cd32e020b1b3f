import { formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { contact } from '../../../practice/front-door/contact.ts';
import type { Found } from '../../../record/search/search.ts';
import { Button } from '../../components/button.tsx';
import { CsrfField, Problems } from '../../components/form-parts.tsx';
import { Layout, type Frame } from '../../components/layout.tsx';
import { BackLink } from '../../components/notices.tsx';
import { RecordLink } from '../../components/offered.tsx';
import type { Asking } from '../../form/asking.ts';
import { Questions } from '../../form/questions.tsx';
import { eachPrefix, firstBoxOf, sharedPrefix } from '../../form/understand.ts';
import type { GivenForm } from '../../memory.ts';
import { several } from '../../request.ts';
import { childFields, ownFields } from './new-child.ts';
import { erase } from '../../../kernel/step/step.ts';

export const childPrefix = (person: string): string => `c.${person}`;

export type NewContactProps = {
  readonly frame: Frame;
  readonly csrf: string;
  readonly today: LocalDate;
  readonly given: GivenForm;
  /** The children’s ids, then those of the entries that say who they are. */
  readonly ids: readonly string[];
  readonly entry: string;
  readonly problems: readonly Problem[];
  /** Who has a record already and is called alike: shown before another is made. */
  readonly alike?: readonly Found[];
};

const noLinks: Asking['links'] = { entry: [], member: [], team: [], person: [] };

export function NewContactPage({ frame, csrf, given, ids, entry, problems, alike, today }: NewContactProps) {
  const asking: Asking = { given, problems, links: noLinks, today };
  const people = ids.slice(0, ids.length / 2);
  const anchorOf = (field: string): string => (field.endsWith('.bornOn') ? `${field}-day` : firstBoxOf(erase(contact), field));
  return (
    <Layout frame={frame} title={`${problems.length > 0 ? 'Error: ' : ''}New person and contact`}>
      <BackLink text="Front door" href="/front-door" />
      <Problems problems={problems} anchorOf={anchorOf} />
      <h1 class="govuk-heading-l">New person and contact</h1>
      <p class="govuk-body">
        For children who have no record.{' '}
        <a class="govuk-link" href="/find">
          Look first
        </a>
        : of a child who has one, record the contact there.
      </p>
      <form method="post" action="/front-door/new" noValidate>
        <CsrfField token={csrf} />
        <input type="hidden" name="entry" value={entry} />
        {ids.map((id) => (
          <input type="hidden" name="child" value={id} />
        ))}
        {alike === undefined ? null : <Alike found={alike} />}
        {people.map((person, n) => (
          <Child person={person} n={n} asking={asking} />
        ))}
        <h2 class="govuk-heading-m sl-gap-above">The contact</h2>
        <Questions fields={contact.fields} prefix={sharedPrefix} asking={asking} />
        <Button
          text={alike === undefined ? 'Record' : 'None of these: record'}
          name="stage"
          value={alike === undefined ? 'look' : 'record'}
          preventDoubleClick
        />
      </form>
    </Layout>
  );
}

type ChildProps = { readonly person: string; readonly n: number; readonly asking: Asking };

function Child({ person, n, asking }: ChildProps) {
  const questions = (
    <>
      <Questions fields={childFields} prefix={childPrefix(person)} asking={asking} />
      {n === 0 ? null : <Questions fields={ownFields} prefix={eachPrefix(person)} asking={asking} />}
    </>
  );
  const isFilled = Object.keys(asking.given).some(
    (name) => name.startsWith(`${childPrefix(person)}.`) && several(asking.given, name).some((value) => value !== ''),
  );
  return n === 0 ? (
    <section aria-labelledby="child-1">
      <h2 class="govuk-heading-m" id="child-1">
        The child
      </h2>
      {questions}
    </section>
  ) : (
    <details class="sl-more" open={isFilled}>
      <summary>{n === 1 ? 'A brother or sister' : `Another brother or sister (${n + 1})`}</summary>
      {questions}
    </details>
  );
}

const Alike = ({ found }: { readonly found: readonly Found[] }) => (
  <section class="sl-incomplete" role="alert" aria-labelledby="alike">
    <h2 class="govuk-heading-m" id="alike">
      Is it one of these? Nothing has been recorded yet
    </h2>
    <ul class="govuk-list">
      {found.map(({ person, standing }) => (
        <li>
          <RecordLink person={person} step="contact" isSaid>
            {standing.name}
          </RecordLink>{' '}
          <span class="sl-due">
            {[standing.adult === true ? 'adult' : '', standing.bornOn === undefined ? '' : `born ${formatDate(standing.bornOn)}`]
              .filter((part) => part !== '')
              .join(', ')}
          </span>
        </li>
      ))}
    </ul>
  </section>
);
