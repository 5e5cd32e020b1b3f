import type { ComponentChildren } from 'preact';
import type { ListedFile } from '../../../record/files.ts';
import { RecordLink } from '../../components/offered.tsx';
import type { ChildModel } from '../child/child.ts';

/** One part of a body's page, under a heading of its own. */
export const Part = ({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ComponentChildren }) => (
  <section aria-labelledby={id}>
    <h2 class="govuk-heading-m" id={id}>
      {title}
    </h2>
    {children}
  </section>
);

export const mayRecord = ({ mayRecord: steps }: ChildModel, step: string): boolean => steps.some(({ name }) => name === step);

export const recordAt = (file: ChildModel, step: string): string => `/children/${file.record.person}/record/${step}`;

export const BodyLink = ({ file, title }: ListedFile) => (
  <a class="govuk-link" href={`/files/${file}`}>
    {title}
  </a>
);

type ThenProps = {
  readonly file: string;
  readonly step: string;
  readonly query: URLSearchParams;
  readonly words: string;
  readonly of: string;
};

/** A link to what is done next with one line of a table, for who may record it; whose line it is is said to who cannot see the row. */
export const Then = ({ file, step, query, words, of }: ThenProps) => (
  <RecordLink person={file} step={step} query={query}>
    {words}
    <span class="govuk-visually-hidden">: {of}</span>
  </RecordLink>
);
