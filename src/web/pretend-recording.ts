import { addDays, type LocalDate } from '../kernel/calendar/dates.ts';
import type { AnyStep } from '../kernel/step/step.ts';
import { nothing, weekOf } from '../oversight/burden/recording-meter.ts';
import type { Session } from '../record/contract.ts';
import type { RecordingCost, ToldWeek } from '../record/recording-sums.ts';
import { pretendId } from './pretend-children.ts';

const told = (week: LocalDate, team: string | undefined, n: number): ToldWeek => ({
  ...nothing,
  week,
  team,
  people: 5 + (n % 3),
  forms: 40 + n,
  shown: 900,
  answered: 700,
  mandatory: 200,
  prefilled: 320,
  corrected: 12,
  rekeyed: 9,
  seconds: 36_000 + 1800 * n,
  sittings: 55 + n,
  dated: 44,
  lagDays: 48,
  prompt: 31,
  contactMinutes: 60 * (22 + n),
});

/** What recording costs, pretended: eight weeks of a team and of the whole service; what is added is kept to be looked at. */
export function pretendRecording(today: LocalDate) {
  const added: (Partial<RecordingCost> & { readonly step: string })[] = [];
  const weeks = Array.from({ length: 8 }, (_, n) => addDays(weekOf(today), 7 * (n - 8)));
  const [first = weekOf(today)] = weeks;
  return {
    added,
    recording: {
      add: (_session: Session, { name }: AnyStep, cost: Partial<RecordingCost>) => void added.push({ ...cost, step: name }),
      weeks: async () =>
        weeks.flatMap((week, n) =>
          n === 3 ? [told(week, undefined, n + 4)] : [told(week, pretendId(3, 0), n), told(week, undefined, n + 4)],
        ),
      steps: async () => [
        { ...told(first, undefined, 3), step: 'visit', wording: 'wording' },
        { ...told(first, undefined, 1), step: 'strategyDiscussion', wording: 'earlier' },
      ],
      questions: async () => [
        { week: addDays(first, -112), step: 'visit', field: 'note', answers: 120, unread: 24 },
        { week: addDays(first, -112), step: 'strategyDiscussion', field: 'medical', answers: 30, unread: 29 },
      ],
    },
  };
}
