import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Problem } from '../../../kernel/step/outcome.ts';
import { asOptions, labels } from '../../by-id.ts';
import { pageOf } from '../../components/paging.tsx';
import { sendSheet } from '../../export/send-sheet.ts';
import type { ComparedReturn, ComparedWith, WebParts } from '../../parts.ts';
import { givenForm, one } from '../../request.ts';
import { isCsrf, Refusal } from '../../session.ts';
import { filesSent, mostBytes, sentForm } from '../imports/multipart.ts';
import { changedSheet } from './changed-sheet.ts';
import type { ComparedPage } from './compared.tsx';
import { fileNameOf } from './found-routes.tsx';
import type { OfPage, Shown } from './of-page.ts';
import { filesOf } from './prepared.tsx';

/** Of so many is told on one page who changed what. */
const pageLength = 50;

/** Of the file that is to be compared with. */
export const atFile = (message: string): Problem => ({ field: 'other', message });

const otherOf = (asked: string): ComparedWith =>
  asked === 'record' ? { kind: 'record' } : asked === 'last-year' ? { kind: 'lastYear' } : { kind: 'kept', prepared: asked };

export const othersOf = ({ found, all }: Shown) => all.filter((each) => each.return === found.return && each.prepared !== found.prepared);

/** With what a prepared return is asked to be compared; undefined: with nothing. Not found, where there is none such. */
export function againstAsked(request: FastifyRequest, shown: Shown): ComparedWith | undefined {
  const asked = one(givenForm(request.query), 'compare');
  if (!['', 'record', 'last-year', ...othersOf(shown).map(({ prepared }) => prepared)].includes(asked))
    throw new Refusal(404, 'It can be compared with the record, with the year before, or with another of the same return.');
  return asked === '' ? undefined : otherOf(asked);
}

/** The page that is asked for: only of those on it is it looked for who changed what. */
export async function comparedPage(request: FastifyRequest, { found }: Shown, compared: ComparedReturn): Promise<ComparedPage> {
  const { changes, with: against } = compared;
  const given = givenForm(request.query);
  const page = pageOf(changes.children.length, one(given, 'page'), pageLength);
  const isSame = page.number === 1 ? await compared.isSame() : undefined;
  const numbers = changes.children.slice(page.first, page.last).map(({ child }) => child);
  const who = compared.who === undefined || numbers.length === 0 ? undefined : await compared.who(numbers);
  const asked = one(given, 'compare');
  return {
    changes,
    with: against,
    page,
    ...(asked === '' ? {} : { at: `/returns/prepared/${found.prepared}?compare=${asked}` }),
    ...(isSame === undefined ? {} : { isSame }),
    ...(who === undefined ? {} : { who }),
  };
}

/** All that differs, to carry away; and with files that are sent: last year's, or another system's of this year. They are read and thrown away. */
export function addComparing(server: FastifyInstance, parts: WebParts, { named, show }: OfPage): void {
  const { prepared: returns } = parts.returns;
  const sheetOf = async ({ who, found }: Shown, other: ComparedWith) => {
    const compared = await returns.compare(who.session, found, other);
    if (compared === undefined) throw new Refusal(404, 'The file was destroyed when its time was over: there is nothing to compare.');
    if (compared.changes.problem !== undefined) throw new Refusal(400, `The file could not be read. ${compared.changes.problem}`);
    return changedSheet(found, compared, labels(asOptions(await parts.members.all(who.session))));
  };

  server.get('/returns/prepared/:prepared/changed', async (request, reply) => {
    const shown = await named(request);
    const other = againstAsked(request, shown);
    if (other === undefined) throw new Refusal(404, 'Say with what it is to be compared: choose it on the page of the return.');
    const as = one(givenForm(request.query), 'as') || 'csv';
    return sendSheet(reply, as, `${fileNameOf(shown.found)}-changed`, await sheetOf(shown, other));
  });

  const options = { config: { csrfInHandler: true }, bodyLimit: mostBytes + 1024 * 1024 };
  server.post('/returns/prepared/:prepared/compare', options, async (request, reply) => {
    const { fields, files } = await sentForm(request);
    if (!isCsrf(fields.get('_csrf'), request.csrf))
      throw new Refusal(403, 'This form is too old. Go back, reload the page and send it again.');
    const shown = await named(request);
    const sent = await filesSent(files, 20);
    if (sent.length === 0) {
      const what = filesOf(shown.found.return);
      return show(request, reply, shown, { problem: atFile(`Choose a file to compare with: ${what}`) });
    }
    const other: ComparedWith = { kind: 'file', files: sent };
    if (fields.get('as') !== 'csv') return show(request, reply, shown, { other });
    return sendSheet(reply, 'csv', `${fileNameOf(shown.found)}-changed`, await sheetOf(shown, other));
  });
}
