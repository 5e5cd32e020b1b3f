import type { FastifyInstance } from 'fastify';
import type { PreparedReturn } from '../../../record/prepared-returns.ts';
import { explainedWords, type FoundRow } from '../../../returns/found-rows.ts';
import { nameOfReturn } from '../../../returns/signed-of-a-day.ts';
import { asOptions, labels } from '../../by-id.ts';
import { pageOf } from '../../components/paging.tsx';
import { sendSheet } from '../../export/send-sheet.ts';
import type { Sheet } from '../../export/sheet.ts';
import type { WebParts } from '../../parts.ts';
import { frameOf, givenForm, one, sendPage } from '../../request.ts';
import { formatInstant } from '../../said-dates.ts';
import { Refusal } from '../../session.ts';
import { FoundPage, saidOf } from './found.tsx';
import { levels, noteOf } from './prepared.tsx';
import type { OfPage } from './of-page.ts';

/** What was found in a prepared return: to look at, to carry away, and with all that explains it. */
export function addFound(server: FastifyInstance, parts: WebParts, { named }: Pick<OfPage, 'named'>): void {
  const { prepared: returns } = parts.returns;

  server.get('/returns/prepared/:prepared/findings', async (request, reply) => {
    const { who, found } = await named(request);
    const given = givenForm(request.query);
    const all = await returns.findings(who.session, found.prepared);
    const as = one(given, 'as');
    if (as !== '') {
      if (all === undefined) throw new Refusal(404, 'What the rules found was not kept with this return.');
      return sendSheet(reply, as, `${fileNameOf(found)}-findings`, findingsSheet(found, all));
    }
    const rule = one(given, 'rule');
    const rows = rule === '' ? all : all?.filter(({ code }) => code === rule);
    const page = pageOf(rows?.length ?? 0, one(given, 'page'));
    return sendPage(reply, <FoundPage {...{ frame: frameOf(request, parts), one: found, rows, rule, page }} />);
  });

  server.get('/returns/prepared/:prepared/notes', async (request, reply) => {
    const { who, found } = await named(request);
    const names = labels(asOptions(await parts.members.all(who.session)));
    const rows = (await returns.findings(who.session, found.prepared)) ?? [];
    return sendSheet(reply, one(givenForm(request.query), 'as') || 'csv', `${fileNameOf(found)}-notes`, notesSheet(found, rows, names));
  });
}

/** How the files of a return are named that belong together. */
export const fileNameOf = (one: PreparedReturn): string => `${nameOfReturn(one)}-${one.signedBy === null ? 'prepared' : 'signed'}`;

const findingsSheet = (one: PreparedReturn, rows: readonly FoundRow[]): Sheet => ({
  name: 'Findings',
  heads: ['Child', 'Rule', 'Level', 'Table', 'Row', 'Fields', 'Values', 'What the rule says', 'Explanation'],
  rows: [
    rows.map((row) => [
      row.child ?? '',
      row.code,
      levels[row.level],
      row.table ?? '',
      row.row === null ? '' : row.row + 1,
      row.fields.join('; '),
      row.values.map((value) => value ?? '').join('; '),
      row.words,
      saidOf(one, row),
    ]),
  ],
});

/** What goes to the Department beside the file: why what the rules find is right, of the return as a whole and of each child whose record says it. */
function notesSheet(one: PreparedReturn, rows: readonly FoundRow[], names: ReadonlyMap<string, string>): Sheet {
  const byWhom = (code: string): readonly string[] => {
    const note = one.notes.findLast((each) => each.code === code);
    return note === undefined ? ['', ''] : [names.get(note.by) ?? 'somebody who has left', formatInstant(note.at)];
  };
  const ofReturn = one.found.map((rule) => {
    const { code, level, findings, children } = rule;
    return [code, levels[level], rule.words ?? '', findings, children, '', noteOf(one, code) ?? '', ...byWhom(code)];
  });
  const said = new Map(rows.flatMap((row) => (row.explained === undefined ? [] : [[`${row.code} ${row.child ?? ''}`, row] as const])));
  const ofChildren = [...said.values()].map((row) => {
    return [row.code, levels[row.level], row.words, '', '', row.child ?? '', explainedWords(row), 'In the record', ''];
  });
  const heads = ['Rule', 'Level', 'What the rule says', 'Found', 'Children', 'Child', 'Why it is right', 'Said by', 'On'];
  return { name: 'Notes', heads, rows: [ofReturn, ofChildren] };
}
