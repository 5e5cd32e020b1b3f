import type { RecordingCost, ToldQuestion, ToldWeek } from '../../record/recording-sums.ts';

/** A share in 100, whole; undefined: of nothing. */
export const shareOf = (part: number, of: number): number | undefined => (of === 0 ? undefined : Math.round((100 * part) / of));

/** One decimal; undefined: of nothing. */
export const meanOf = (sum: number, of: number): number | undefined => (of === 0 ? undefined : Math.round((10 * sum) / of) / 10);

export type WeekFigures = {
  readonly recordingHours: number;
  readonly contactHours: number;
  readonly minutesPerForm: number | undefined;
  readonly sittingsPerForm: number | undefined;
  readonly lagDays: number | undefined;
  readonly prompt: number | undefined;
};

const hours = (seconds: number): number => Math.round(seconds / 360) / 10;

/** A week in the words of the page: hours, and means of its forms. */
export const weekFigures = ({ seconds, contactMinutes, forms, sittings, dated, lagDays, prompt }: ToldWeek): WeekFigures => ({
  recordingHours: hours(seconds),
  contactHours: hours(60 * contactMinutes),
  minutesPerForm: meanOf(seconds / 60, forms),
  sittingsPerForm: meanOf(sittings, forms),
  lagDays: meanOf(lagDays, dated),
  prompt: shareOf(prompt, dated),
});

export type StepFigures = {
  readonly shown: number | undefined;
  readonly mandatory: number | undefined;
  readonly answered: number | undefined;
  readonly prefilled: number | undefined;
  readonly corrected: number | undefined;
  readonly rekeyed: number | undefined;
  readonly minutes: number | undefined;
};

/** Of a form on average; answered and prefilled of what it shows, put right of what was prefilled, in 100. */
export const stepFigures = ({ forms, shown, mandatory, answered, prefilled, corrected, rekeyed, seconds }: RecordingCost): StepFigures => ({
  shown: meanOf(shown, forms),
  mandatory: meanOf(mandatory, forms),
  answered: shareOf(answered, shown),
  prefilled: shareOf(prefilled, shown),
  corrected: shareOf(corrected, prefilled),
  rekeyed: meanOf(rekeyed, forms),
  minutes: meanOf(seconds / 60, forms),
});

const fewest = 20;
const most = 25;

/** Questions most of whose answers nobody read, the least read first; of few answers nothing can be said. */
export const unreadQuestions = (questions: readonly ToldQuestion[]): readonly ToldQuestion[] =>
  questions
    .filter(({ answers, unread }) => answers >= fewest && 2 * unread > answers)
    .toSorted((a, b) => b.unread / b.answers - a.unread / a.answers || b.answers - a.answers)
    .slice(0, most);
