import type { ImportRun } from './parts.ts';
import { pretendId as id } from './pretend-children.ts';

/** A census that was taken to its end. */
export const pretendRun = (given: Partial<ImportRun>): ImportRun => ({
  run: id(8, 1),
  fileName: 'census.xml',
  fileHash: 'ab',
  kind: 'cin',
  begunAt: '2026-03-03 09:00:00+00',
  begunBy: id(2, 6),
  finishedAt: '2026-03-03 09:05:00+00',
  childrenTotal: null,
  childrenDone: 4_000,
  entries: 9,
  corrections: 0,
  unchanged: 0,
  shareRead: null,
  state: 'finished',
  message: null,
  year: 2025,
  tables: null,
  putsRight: null,
  brokenOff: false,
  setAsideAt: null,
  setAsideBy: null,
  setAsideReason: null,
  ...given,
});
