import { asShownInEngland } from '../../kernel/calendar/instants.ts';

/** A source's time without a zone is the time in England. @returns an ISO instant; undefined: it is no time */
export function instantInEngland(text: string | undefined): string | undefined {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return undefined;
  const hasZone = /(Z|[+-]\d{2}:\d{2})$/.test(text);
  const given = new Date(hasZone ? text : `${text}Z`);
  if (Number.isNaN(given.getTime())) return undefined;
  return (hasZone ? given : asShownInEngland(given)).toISOString();
}
