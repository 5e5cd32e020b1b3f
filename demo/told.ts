import { addDays, type LocalDate } from '../src/kernel/calendar/dates.ts';
import { auditFiles, auditsOf, withAudits } from './audit-files.ts';
import { headOf, type DemoCounties, type DemoStaff } from './authority.ts';
import { bodyFiles } from './body-files.ts';
import { carerFiles, noteCarers, type CarersNamed } from './carer-files.ts';
import { families } from './families.ts';
import type { DemoFile } from './load-file.ts';
import { shownOf, type Shown } from './outside-expert.ts';
import { procedureFiles } from './procedure-files.ts';
import { injuredIn, registerFiles } from './register-files.ts';
import { noteDiscussions, staffFiles, type Discussions } from './staff-files.ts';
import { supervisionIn } from './supervision-days.ts';
import { withSamples } from './supervision-samples.ts';
import type { DemoFamily } from './telling.ts';
import { inductionFiles, newlyQualifiedIn, withColleagues, withNewlyQualified } from './newly-qualified.ts';
import { courseFiles, withTraining } from './training-files.ts';
import { withWorkforce } from './workforce.ts';

type Told = {
  readonly families: Iterable<DemoFamily>;
  /** What is nobody's child record; asked for when every family has been told. */
  readonly files: () => readonly DemoFile[];
  /** What an expert from outside is shown, of a family that has been told; nothing: none was asked. */
  readonly shown: () => Shown | undefined;
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
  const carers: CarersNamed = new Map();
  let reviewed: string | undefined;
  let shown: Shown | undefined;
  function* whole(): Generator<DemoFamily> {
    for (const tale of kept ?? again()) {
      noteDiscussions(discussions, tale);
      noteCarers(carers, tale);
      reviewed ??= injuredIn(tale);
      shown ??= shownOf(tale);
      yield withColleagues(newly, withAudits(audits, tale, until));
    }
  }
  // Of a part of a county, a part of its staff.
  const isOfPart = (_: unknown, n: number): boolean => n % Math.max(1, Math.round(1 / scale)) === 0;
  const supervised = counties.flatMap((staff) => [...supervisionIn(staff, today).values()]).filter(isOfPart);
  const newly = newlyQualifiedIn(counties[0], supervised, today);
  const readers = counties[0].members.filter(({ leftDaysAgo }) => leftDaysAgo === undefined).filter(isOfPart);
  return {
    families: whole(),
    shown: () => shown,
    files: () => {
      const days = { today, until };
      const staff = withWorkforce(withSamples(staffFiles(supervised, discussions), headOf(counties[0]), days), counties, days);
      const files = [
        ...auditFiles(audits, until),
        ...withNewlyQualified(staff, newly, days),
        ...bodyFiles(counties[0], today),
        ...registerFiles(counties[0], reviewed, days),
        ...carerFiles(carers, managerIn(counties[0]), days),
      ];
      return [
        ...withTraining(files, counties[0], days),
        ...courseFiles(counties[0], days),
        ...inductionFiles(newly, days),
        ...procedureFiles(counties[0], readers, days),
      ];
    },
  };
}

const managerIn = ({ members }: DemoStaff): string =>
  members.find(({ roles, leftDaysAgo }) => roles.includes('teamManager') && leftDaysAgo === undefined)?.member ?? headOf({ members });
