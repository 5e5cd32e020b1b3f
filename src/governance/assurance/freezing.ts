import type { LocalDate } from '../../kernel/calendar/dates.ts';
import { makeFile } from '../../outputs/make-file.ts';
import type { Session } from '../../record/contract.ts';
import type { MadeWith, NewFrozenReport, WholeFrozenReport } from '../../record/frozen-reports.ts';
import { documentOf } from './document.ts';
import { makeReport, type AssuranceParts } from './making.ts';

type Asked = Pick<NewFrozenReport, 'report' | 'format' | 'signedBy'> & { readonly on: LocalDate; readonly letterhead: readonly string[] };

/** A report as it is frozen: the file, and what it was made with besides the record. */
export async function reportToFreeze(parts: AssuranceParts, session: Session, asked: Asked, now: Date): Promise<NewFrozenReport> {
  const { on, letterhead, ...rest } = asked;
  const madeWith: MadeWith = { authority: parts.authority, letterhead, teams: await parts.teams(session) };
  const { report, bytes } = await madeAgain(parts, session, { on, format: rest.format, madeWith }, now);
  return { ...rest, on, knownAt: report.knownAt, bytes, figures: report.hash, madeWith };
}

async function madeAgain(
  parts: AssuranceParts,
  session: Session,
  { on, format, madeWith }: Pick<WholeFrozenReport, 'on' | 'format' | 'madeWith'>,
  now: Date,
) {
  const { authority, letterhead, teams } = madeWith;
  const report = await makeReport({ ...parts, authority, teams: () => Promise.resolve(teams) }, session, on, now);
  const { bytes } = await makeFile(documentOf(report, { authority, lines: letterhead }), format);
  return { report, bytes };
}

/** Whether the same file comes of the record as known then; `figures`: what is said in it differs, `file`: only how it is set. */
export type Compared = { readonly kind: 'same' } | { readonly kind: 'figures' | 'file'; readonly figures: string };

/** Makes a frozen report again, from the record itself and not from what was kept of it, and compares byte for byte. */
export async function comparedWithRecord(parts: AssuranceParts, session: Session, frozen: WholeFrozenReport, now: Date): Promise<Compared> {
  const { report, bytes } = await madeAgain({ ...parts, figures: parts.figuresAnew }, session, frozen, now);
  if (Buffer.compare(bytes, frozen.bytes) === 0) return { kind: 'same' };
  return { kind: report.hash === frozen.figures ? 'file' : 'figures', figures: report.hash };
}
