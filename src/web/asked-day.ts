import type { FastifyRequest } from 'fastify';
import { addDays, isDate, type LocalDate } from '../kernel/calendar/dates.ts';
import { givenForm, one } from './request.ts';

export type AskedDay = { readonly on: LocalDate; readonly problem?: string };

/** A day that has come: unless one is named, the last that is over, of which every figure is the same. */
export function askedDay(request: FastifyRequest, today: LocalDate): AskedDay {
  const given = one(givenForm(request.query), 'on').trim();
  const over = addDays(today, -1);
  if (given === '') return { on: over };
  if (!isDate(given)) return { on: over, problem: `"${given}" is not a day. Write it as 2026-10-31` };
  return given > today ? { on: over, problem: 'A report is of today or of a day before it' } : { on: given };
}
