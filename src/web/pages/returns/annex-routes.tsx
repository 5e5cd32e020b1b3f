import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dayInEngland, isDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import { practitionersAndLeads } from '../../../kernel/step/permission.ts';
import { zip } from '../../../outputs/zip.ts';
import type { AnnexList } from '../../../returns/annex-a/annex.ts';
import { annexMay, returnsMay } from '../../../returns/who-may.ts';
import { pageOf } from '../../components/paging.tsx';
import { csvOf, workbookOf, type Sheet } from '../../export/sheet.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, one, sendPage } from '../../request.ts';
import { asKnown, type AsKnown } from '../../said-dates.ts';
import { holds, mustHold, Refusal, signedIn } from '../../session.ts';
import { AnnexPage, leftOutWords } from './annex.tsx';

type Annex = {
  readonly on: LocalDate;
  readonly known: AsKnown;
  readonly lists: readonly AnnexList[];
  readonly leftOut: string | undefined;
};

/**
 * Ofsted's lists of a day that has come: to look at, each row with the way to the record, as a workbook of a sheet for each, or as many CSV files. For those
 * who answer for returns; for an inspector, of whom the database leaves out the restricted records that are closed to them.
 */
export function addAnnex(server: FastifyInstance, parts: WebParts): void {
  server.get('/returns/annex-a', async (request, reply) => {
    const { on, known, lists, leftOut } = await annexAsked(request, parts);
    const given = givenForm(request.query);
    const list = lists.find(({ name }) => name === one(given, 'list')) ?? lists.find(({ rows }) => rows.length > 0) ?? lists[0];
    const opens = holds(signedIn(request), [...practitionersAndLeads, 'inspector']);
    const asksWhy = holds(signedIn(request), returnsMay);
    const page = pageOf(list?.rows.length ?? 0, one(given, 'page') ?? '');
    return sendPage(reply, <AnnexPage {...{ frame: frameOf(request, parts), on, known, lists, list, page, leftOut, opens, asksWhy }} />);
  });

  server.get('/returns/annex-a/file', async (request, reply) => {
    const { on, lists, leftOut } = await annexAsked(request, parts);
    const sheets = [
      ...lists.map(({ name, heads, rows }) => sheetOf(name, heads, rows)),
      ...(leftOut === undefined ? [] : [noteOf(leftOut)]),
    ];
    const isCsv = one(givenForm(request.query), 'as') === 'csv';
    reply.header('content-disposition', `attachment; filename="annex-a-${on}.${isCsv ? 'zip' : 'xlsx'}"`);
    if (!isCsv)
      return reply.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').send(Readable.from(workbookOf(sheets)));
    return reply
      .type('application/zip')
      .send(Readable.from(zip(sheets.map((sheet) => ({ name: `${sheet.name.toLowerCase().replace(' ', '-')}.csv`, text: csvOf(sheet) })))));
  });
}

async function annexAsked(request: FastifyRequest, parts: WebParts): Promise<Annex> {
  const who = signedIn(request);
  mustHold(who, annexMay);
  const { session } = who;
  const today = dayInEngland(parts.now());
  const on = one(givenForm(request.query), 'on') || today;
  if (!isDate(on) || on > today) throw new Refusal(400, 'Annex A is of a day that has come: choose today or an earlier day.');
  const known = asKnown({ known: one(givenForm(request.query), 'known') ?? '' }, parts.now());
  if (known.problem !== undefined) throw new Refusal(400, known.problem);
  const [members, teams] = await Promise.all([parts.members.all(session), parts.members.teams(session)]);
  const names = {
    authority: who.authorityName,
    members: new Map(members.map(({ id, name }) => [id, name])),
    teams: new Map(teams.map(({ id, name }) => [id, name])),
  };
  const [lists, leftOut] = await Promise.all([
    parts.returns.annexA(session, on, names, known.instant),
    parts.returns.leftOutOfAnnex(session),
  ]);
  return { on, known, lists, leftOut: holds(who, ['inspector']) ? `${leftOutWords(leftOut)} ${noFiles}` : undefined };
}

const noFiles = 'List 11 is made of the files of adopters, which an inspector does not open: it is empty here. Ask the authority for it.';

const sheetOf = (name: string, heads: readonly string[], rows: AnnexList['rows']): Sheet => ({ name, heads, rows: [rows] });

/** Beside the lists, so that nobody takes them for more than they are. */
const noteOf = (words: string): Sheet => sheetOf('Left out', ['What is not in these lists'], [[words]]);
