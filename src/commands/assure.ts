import { writeFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { documentOf } from '../governance/assurance/document.ts';
import { makeReport } from '../governance/assurance/making.ts';
import { readManual } from '../governance/procedures/read-manual.ts';
import { dayInEngland } from '../kernel/calendar/dates.ts';
import { isFormat, makeFile, type Format } from '../outputs/make-file.ts';
import { notDone, Obstacle } from '../platform/obstacle.ts';
import { assurancePartsOf } from './assurance-parts.ts';
import { letterheadOf, teamsOf } from '../record/members.ts';
import { operatorOf } from '../record/operator.ts';
import { onlyAuthority } from './chosen-authority.ts';
import type { Opened } from './open.ts';
import { pastDayAsked } from './past-day-asked.ts';
import { readWords } from './words.ts';

const usage = 'assure --out FILE.pdf|FILE.docx [--on 2026-10-31] [--authority NUMBER]';

function formatAsked(out: string | undefined): { readonly out: string; readonly format: Format } {
  const format = extname(out ?? '')
    .slice(1)
    .toLowerCase();
  if (out === undefined || !isFormat(format))
    throw new Obstacle(`--out is "${out ?? ''}". Name a file that ends in .pdf or .docx. Usage: ${usage}`);
  return { out, format };
}

/** assure: the assurance report of a day, as a file for the committee. Of a day that is over it is the same, byte for byte, whenever it is made. */
export async function assure({ app, owner }: Opened, parameters: readonly string[], from: string): Promise<boolean> {
  const words = readWords(parameters, { usage, options: ['out', 'on', 'authority'] });
  const { out, format } = formatAsked(words.one('out'));
  const now = new Date();
  const on = pastDayAsked(words.one('on'), dayInEngland(now), 'A report is');
  const { authority, name } = await onlyAuthority(app, words.one('authority'));
  const operator = await operatorOf(owner, authority);
  if (operator === undefined)
    throw new Obstacle(`${name} has no administrator, under whom a command asks. Add one first: sightline member add`);
  const session = { ...operator, scope: 'all' } as const;
  const parts = {
    authority: name,
    manual: () => readManual(),
    ...assurancePartsOf(app),
    teams: async () =>
      (await teamsOf(app, session)).map(({ team, name: called, area }) => ({ id: team, name: called, area: area ?? 'No area' })),
  };
  const report = await makeReport(parts, session, on, now);
  const file = await makeFile(documentOf(report, { authority: name, lines: await letterheadOf(app, session) }), format);
  await writeFile(resolve(from, out), file.bytes).catch(notDone(out, 'written'));
  console.log(`${out}: ${name} on ${on}, as known at ${report.knownAt}. SHA-256 ${file.digest}; of its figures ${report.hash}`);
  return true;
}
