import type { Chapter } from '../src/governance/procedures/chapter.ts';
import type { Edition } from '../src/governance/procedures/manual.ts';
import { readManual } from '../src/governance/procedures/read-manual.ts';
import { owesReading, writtenIn } from '../src/governance/procedures/readings.ts';
import { addDays, addMonths, daysBetween, type LocalDate } from '../src/kernel/calendar/dates.ts';
import { idWithin } from '../src/practice/pathway.ts';
import { headOf, type DemoMember, type DemoStaff } from './authority.ts';
import { chanceOf, idFrom, type Chance } from './chance.ts';
import type { DemoFile } from './load-file.ts';
import { said, type Days } from './review-file.ts';
import { workingDayAfter, type DemoEntry } from './telling.ts';
import { comments, followed, unclear } from './words/procedures.ts';

/** Who of a team reads what they should: most, and fewer where it is short of staff. */
const steady = 0.88;
const stretched = 0.5;
/** Some read none of it. */
const anySteady = 0.95;
const anyStretched = 0.6;
/** An edition is to be read within four weeks; so many days later the last of those who read it have done so. */
const slowest = 40;

/** What staff read of the procedures in two years and what they do because of it, and what agencies say of sections: a file for each chapter. */
export function procedureFiles(staff: DemoStaff, readers: readonly DemoMember[], days: Days): readonly DemoFile[] {
  const { editions } = readManual();
  return (editions[0]?.chapters ?? []).flatMap((chapter): readonly DemoFile[] => {
    const file = idWithin('procedures', chapter.id, 0);
    const told: Told = { staff, editions, days, file };
    const ofIt = editions.flatMap(({ chapters }) => chapters.filter(({ id }) => id === chapter.id));
    const written = [...new Map(ofIt.map((one) => [one.file, one])).values()];
    const entries = [
      ...written.flatMap((one) => readers.flatMap((reader) => readingOf(told, reader, one))),
      ...commentsOn(told, chapter.id),
    ].filter(({ recordedOn }) => recordedOn <= days.until);
    return entries.length === 0 ? [] : [{ file, kind: 'procedures', title: `Procedures: ${chapter.title}`, entries }];
  });
}

type Told = { readonly staff: DemoStaff; readonly editions: readonly Edition[]; readonly days: Days; readonly file: string };

const editionOn = (editions: readonly Edition[], on: LocalDate): Edition | undefined => editions.find((edition) => edition.on <= on);

/** Once for each time that a chapter was written, while it stood so. */
function readingOf({ staff, editions, days, file }: Told, reader: DemoMember, chapter: Chapter): readonly DemoEntry[] {
  const chance = chanceOf(idFrom('reading', reader.member, chapter.file));
  const isStretched = staff.teams.some(({ team, isStretched: short }) => short && team === reader.team);
  const readsAny = chanceOf(idFrom('reader', reader.member)).happens(isStretched ? anyStretched : anySteady);
  if (!readsAny || !owesReading(chapter, reader.roles) || !chance.happens(isStretched ? stretched : steady)) return [];
  const on = dayOf(chapter, days, chance);
  const edition = editionOn(editions, on);
  if (edition?.chapters.some((one) => one.file === chapter.file) !== true) return [];
  const shared = {
    readOn: on,
    edition: edition.on,
    otherwise: chance.oneOf(followed),
    ...(chance.happens(0.03) ? { unclear: chance.oneOf(unclear) } : {}),
  };
  return [said({ file, by: reader.member }, 'procedureRead', on, shared, `${reader.member} ${chapter.file}`)];
}

/** What is new is read within weeks; what has long been in force by whoever joined, all the time. */
function dayOf(chapter: Chapter, { until }: Days, chance: Chance): LocalDate {
  const [written, begun] = [writtenIn(chapter), addMonths(until, -24)];
  return workingDayAfter(
    written > begun ? addDays(written, chance.between(1, slowest)) : addDays(begun, chance.below(daysBetween(begun, until))),
  );
}

function commentsOn({ staff, editions, days, file }: Told, chapter: string): readonly DemoEntry[] {
  return comments
    .filter((one) => one.chapter === chapter)
    .flatMap(({ section, agency, by, comment, ago, after, outcome, answer }) => {
      const on = workingDayAfter(addDays(days.today, -ago));
      const words = { on, edition: editionOn(editions, on)?.on ?? on, section, agency, comment };
      const made = said({ file, by: staff.partners[by] }, 'procedureComment', on, words);
      if (after === undefined) return [made];
      const answeredOn = workingDayAfter(addDays(on, after));
      const answered = { on: answeredOn, comment: made.entry, outcome, answer };
      return [made, said({ file, by: headOf(staff) }, 'procedureCommentAnswer', answeredOn, answered)];
    });
}
