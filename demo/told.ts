import { addDays, type LocalDate } from '../src/kernel/calendar/dates.ts';
import { auditFiles, auditsOf, withAudits } from './audit-files.ts';
import type { DemoCounties } from './authority.ts';
import { bodyFiles } from './body-files.ts';
import { families } from './families.ts';
import type { DemoFile } from './load-file.ts';
import { injuredIn, registerFiles } from './register-files.ts';
import { noteDiscussions, staffFiles, type Discussions } from './staff-files.ts';
import { supervisionIn } from './supervision-days.ts';
import type { DemoFamily } from './telling.ts';

type Told = {
  readonly families: Iterable<DemoFamily>;
  /** What is nobody's child record; asked for when every family has been told. */
  readonly files: () => readonly DemoFile[];
};

/** Up to this scale every family is told once and kept; beyond it memory would not do, and they are told twice: audits draw from all before one is recorded. */
const keptUpTo = 2;

/** All that a demonstration tells, of families and of those who look after practice. */
export function toldOf(counties: DemoCounties, today: LocalDate, scale: number): Told {
  const until = addDays(today, -1);
  const again = (): Iterable<DemoFamily> => families(counties, today, scale);
  const kept = scale > keptUpTo ? undefined : [...again()];
  const audits = auditsOf(kept ?? again(), counties, today);
  const discussions: Discussions = new Map();
  let reviewed: string | undefined;
  function* whole(): Generator<DemoFamily> {
    for (const tale of kept ?? again()) {
      noteDiscussions(discussions, tale);
      reviewed ??= injuredIn(tale);
      yield withAudits(audits, tale, until);
    }
  }
  // Of a part of a county, a part of its staff.
  const supervised = counties
    .flatMap((staff) => [...supervisionIn(staff, today).values()])
    .filter((_, n) => n % Math.max(1, Math.round(1 / scale)) === 0);
  return {
    families: whole(),
    files: () => [
      ...auditFiles(audits, until),
      ...staffFiles(supervised, discussions),
      ...bodyFiles(counties[0], today),
      ...registerFiles(counties[0], reviewed, { today, until }),
    ],
  };
}
