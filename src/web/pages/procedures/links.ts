import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Place } from '../../../governance/procedures/manual.ts';

/** Where the parts of an edition are: on the web, or in a folder of files. */
export type ManualLinks = {
  readonly contents: string;
  readonly place: (place: Place) => string;
  readonly whole: string;
  readonly changes: string;
  readonly edition: (on: LocalDate) => string;
  /** Absent: a folder of files cannot search; the browser does, in the whole of it. */
  readonly search?: string;
};

/** `edition`: one that is asked for by its date. */
export function webLinks(edition?: LocalDate): ManualLinks {
  const which = edition === undefined ? '' : `?edition=${edition}`;
  return {
    contents: `/procedures${which}`,
    place: ({ chapter, section }) => `/procedures/${chapter}${which}${section === undefined ? '' : `#${section}`}`,
    whole: `/procedures/whole${which}`,
    changes: '/procedures/changes',
    edition: (on) => `/procedures?edition=${on}`,
    search: '/procedures/search',
  };
}

/** Addresses within a folder, as seen from one of its files; the latest edition lies at its top, an earlier one in a folder of its own. */
export function folderLinks(isEarlier: boolean, latest: LocalDate): ManualLinks {
  const top = isEarlier ? '../' : '';
  return {
    contents: 'index.html',
    place: ({ chapter, section }) => `${chapter}.html${section === undefined ? '' : `#${section}`}`,
    whole: 'whole.html',
    changes: `${top}changes.html`,
    edition: (on) => (on === latest ? `${top}index.html` : `${top}${on}/index.html`),
  };
}
