import { addDays, type LocalDate } from '../src/kernel/calendar/dates.ts';
import type { Statement } from '../src/kernel/step/history.ts';
import { offersOf } from '../src/kernel/step/prefill.ts';
import type { AnyStep } from '../src/kernel/step/step.ts';
import { contactMinutesOf } from '../src/oversight/burden/direct-contact.ts';
import { lagOf } from '../src/oversight/burden/lag.ts';
import { stepNamed } from '../src/practice/pathway.ts';
import { closeWeeks, type RecordingSum } from '../src/record/recording-sums.ts';
import type { Database } from '../src/platform/database.ts';
import { asOwnerOf } from '../src/record/verify.ts';
import { costOfForm, rekeyedIn } from '../src/web/form/form-cost.ts';
import { markerOf } from '../src/web/form/offers.ts';
import { eachPrefix, sharedPrefix } from '../src/web/form/understand.ts';
import type { DemoStaff } from './authority.ts';
import type { DemoEntry, DemoFamily } from './telling.ts';

/** As many weeks of it as the page has something to say with. */
const since = 20 * 7;

/** The one team that each member works in; who works in several or in none is counted to no team. */
export const teamsOf = (counties: readonly DemoStaff[]): ReadonlyMap<string, string> =>
  new Map(
    counties.flatMap(({ members }) =>
      members.flatMap(({ member, team, manages = [] }) => {
        const [only, ...more] = new Set([...(team === undefined ? [] : [team]), ...manages]);
        return only === undefined || more.length > 0 ? [] : [[member, only] as const];
      }),
    ),
  );

const lettersIn = (value: unknown): number =>
  typeof value === 'string'
    ? value.length
    : typeof value === 'object' && value !== null
      ? Object.values(value).reduce<number>((sum, one) => sum + lettersIn(one), 0)
      : 0;

/** Typed letter by letter, with a thought before each answer: the keystroke-level model, for want of anybody who typed. */
const secondsOf = ({ shared, about }: DemoEntry, answered: number): number =>
  Math.round(0.28 * (lettersIn(shared) + lettersIn(about.map(({ answers }) => answers))) + 1.35 * answered);

/** The form as it would have been sent, as far as it says what was filled in. */
function markersOf(step: AnyStep, entry: DemoEntry, before: readonly Statement[]): Readonly<Record<string, string>> {
  const person = entry.about[0]?.person ?? '';
  const offers = offersOf(step, before, entry.recordedOn);
  return Object.fromEntries(
    [...offers].map(([name, { value }]) => [
      markerOf(`${name in step.fields ? sharedPrefix : eachPrefix(person)}.${name}`),
      JSON.stringify(value),
    ]),
  );
}

const statementOf = ({ entry, step, happenedOn, shared, about, recordedBy, recordedOn }: DemoEntry, position: number): Statement => ({
  entry,
  step,
  position,
  happenedOn,
  recordedAt: recordedOn,
  recordedBy,
  tombstone: false,
  corrections: [],
  answers: { ...shared, ...about[0]?.answers },
});

/** What a family’s entries of the last months cost whoever recorded them, by the same counting as that of forms that are sent. */
export function costsOf(
  { entries }: DemoFamily,
  wordings: ReadonlyMap<string, string>,
  teams: ReadonlyMap<string, string>,
  today: LocalDate,
): readonly RecordingSum[] {
  const told = entries.filter(({ corrects }) => corrects === undefined).toSorted((a, b) => a.recordedOn.localeCompare(b.recordedOn));
  const history = told.map(statementOf);
  return told.flatMap((entry, n): readonly RecordingSum[] => {
    const step = stepNamed(entry.step);
    if (step === undefined || entry.recordedOn < addDays(today, -since)) return [];
    const subjects = entry.about.map(({ person }) => ({ person, name: '' }));
    const answers = { shared: entry.shared, each: new Map(entry.about.map(({ person, answers: own }) => [person, own])) };
    const before = history.slice(0, n);
    const given = markersOf(step, entry, before);
    const cost = costOfForm(step, given, answers, subjects, entry.recordedOn);
    const seconds = secondsOf(entry, cost.answered);
    const place = { week: entry.recordedOn, team: teams.get(entry.recordedBy), step: step.name, wording: wordings.get(step.name) ?? '' };
    const rekeyed = rekeyedIn(step, given, answers, before);
    const sittings = seconds > 300 ? 2 : 1;
    return [
      {
        ...place,
        forms: 1,
        ...cost,
        rekeyed,
        seconds,
        sittings,
        ...lagOf(step, entry.happenedOn, entry.recordedOn),
        contactMinutes: contactMinutesOf(step.name),
      },
    ];
  });
}

/** Most records were opened by a manager of their team some days after something was recorded; and the weeks that are over are closed. */
export async function closeRecording(owner: Database, authority: number): Promise<void> {
  await asOwnerOf(owner, authority, (sql) =>
    sql.query(
      `insert into record.access_log(authority, person, opened_at, actor, reason)
       select distinct on (l.person, date_trunc('month', l.recorded_at)) $1::int, l.person, date_trunc('day', l.recorded_at) + interval '9 days 11 hours', t.member, 'I supervise or manage the work'
       from record.ledger l join record.standing s on s.authority = $1 and s.person = l.person and s.known_to = 'infinity'
       join access.member_team t on t.authority = $1 and t.team = s.team
       where l.authority = $1 and l.recorded_at > now() - interval '10 months' and l.recorded_at < now() - interval '10 days' and get_byte(uuid_send(l.person), 5) % 10 < 7
       on conflict do nothing`,
      [authority],
    ),
  );
  await closeWeeks(owner, authority);
}
