import { addDays, type LocalDate } from '../kernel/calendar/dates.ts';
import type { Arrival } from '../oversight/demand/arrivals.ts';
import { kindsOfArrival } from '../oversight/demand/arrivals.ts';
import { demandSince } from '../oversight/demand/demand.ts';
import { mondaysTo } from '../oversight/demand/weeks.ts';
import type { Behind, Measured, Tally } from '../oversight/measures/measured.ts';
import { measures } from '../oversight/measures/measures.ts';
import { counted, monthEndsTo } from '../oversight/measures/months.ts';
import type { PublishedFile, PublishedKind } from '../record/published-figures.ts';
import { pretendId } from './pretend-children.ts';
import type { Pupil } from '../oversight/virtual-school/virtual-school.ts';
import type { WebParts } from './parts.ts';

const teams = [pretendId(3, 0), pretendId(3, 1)];

/** Worse from month to month; of the last measure nobody counts. */
const tallies = (on: LocalDate): readonly Tally[] =>
  measures.slice(0, -1).flatMap(({ name, per }, m) =>
    monthEndsTo(on, counted).flatMap((month, at) =>
      teams.map((team, t) => {
        const among = 40 + ((m * 7 + at * 3 + t * 5) % 11);
        return {
          measure: name,
          month,
          team,
          n: per === 'population' ? among : Math.round(among * (0.6 + ((m + t) % 4) * 0.06) - at / 6),
          among,
          apart: m % 3,
        };
      }),
    ),
  );

const behind = (on: LocalDate): readonly Behind[] =>
  measures.slice(0, -1).flatMap(({ name, per }, m) =>
    Array.from({ length: 60 }, (_, n) => ({
      measure: name,
      person: pretendId(1, n % 12),
      team: teams[n % 3 === 0 ? 1 : 0],
      on: addDays(on, -n),
      entry: pretendId(7, n % 5),
      isIn: per === 'population' ? true : n % 17 === 16 ? undefined : (n + m) % 3 !== 0,
    })),
  );

/** Twelve a week, and from nine weeks ago sixteen. */
const arrivals = (on: LocalDate): readonly Arrival[] =>
  mondaysTo(on, 110).flatMap((monday, week) =>
    kindsOfArrival.flatMap((kind, k) =>
      Array.from({ length: (week >= 101 ? 34 : 24) + ((week * 7 + k) % 5) }, (_, n) => ({
        kind,
        on: addDays(monday, n % 5),
        entry: `${kind}-${week}-${n}`,
        person: pretendId(1, n % 12),
        team: teams[n % 2],
        source: n % 3 === 0 ? '6' : '2A',
        need: n % 4 === 0 ? 'N5' : 'N1',
        age: n % 17,
        isAgain: n % 6 === 0,
        led: n % 5 === 0 ? undefined : n % 2 === 0,
      })),
    ),
  );

/** Measures and demand, pretended; and a file of published figures, once one is loaded. */
export function pretendMeasures(): WebParts['measures'] {
  const loaded = new Map<PublishedKind, PublishedFile>();
  return {
    found: async (_session, on): Promise<Measured> => ({
      on,
      tallies: tallies(on),
      behind: behind(on),
      arrivals: arrivals(on).filter((one) => one.on >= demandSince(on)),
      pupils: pupils(on),
    }),
    published: async (_session, kind) => loaded.get(kind),
    load: async ({ actor }, { kind, ...file }) => {
      loaded.set(kind, { ...file, loadedAt: '2026-02-28T10:00:00.000Z', loadedBy: actor });
      return { kind: 'done' };
    },
  };
}

/** A dozen children, pretended to be at school. */
const pupils = (on: LocalDate): readonly Pupil[] =>
  Array.from({ length: 12 }, (_, n) => ({
    person: pretendId(1, n),
    year: n % 2 === 0 ? 7 : n,
    attendance: n % 5 === 4 ? undefined : { possible: 120, attended: 120 - n * 2, upTo: on },
    suspensions: n % 4 === 0 ? 1 : 0,
    daysSuspended: n % 4 === 0 ? 2.5 : 0,
    permanent: n === 3 ? 1 : 0,
    plan: n % 3 === 0 ? 'late' : 'inTime',
    hasNoPlace: n === 5,
    premium: n * 120,
  }));
