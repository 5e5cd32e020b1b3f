import type { LocalDate } from '../kernel/calendar/dates.ts';
import { endOfDay } from '../kernel/calendar/instants.ts';
import { pupilOf, virtualSchoolSteps, type Pupil } from '../oversight/virtual-school/virtual-school.ts';
import type { Database } from '../platform/database.ts';
import { derivation } from '../practice/pathway.ts';
import { toldOfEverybody } from '../record/returns.ts';
import type { WebParts } from '../web/parts.ts';

/** Everybody of school age who was looked after on a day, as known at its end; of a day that is not over, as known now. Refused by the database to whoever may build no return. */
export const pupilsOf =
  (database: Database): WebParts['pupils'] =>
  async (session, on: LocalDate) => {
    const knownAt = new Date(Math.min(endOfDay(on).getTime() - 1, Date.now())).toISOString();
    const asked = { derivation, steps: virtualSchoolSteps, question: { virtualSchool: on }, knownAt };
    const pupils: Pupil[] = [];
    for await (const { person, history } of toldOfEverybody({ database, session }, asked)) {
      const pupil = pupilOf(person, history, on);
      if (pupil !== undefined) pupils.push(pupil);
    }
    return pupils;
  };
