import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { Refusal } from '../session.ts';
import { csvOf, xlsxOf, type Sheet } from './sheet.ts';

/** As CSV, or as a workbook. */
export function sendSheet(reply: FastifyReply, as: string, name: string, sheet: Sheet) {
  if (as !== 'csv' && as !== 'xlsx') throw new Refusal(404, 'It is written as CSV or as Excel (xlsx).');
  reply.header('content-disposition', `attachment; filename="${name}.${as}"`);
  return as === 'csv'
    ? reply.type('text/csv; charset=utf-8').send(Readable.from(csvOf(sheet)))
    : reply.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').send(Readable.from(xlsxOf(sheet)));
}
