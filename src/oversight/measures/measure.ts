import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { MeasuredChild } from './measured-child.ts';

export const areasOfMeasures = {
  frontDoor: 'Front door and assessment',
  protection: 'Child protection',
  care: 'Children looked after',
  health: 'Health of children looked after',
  leaving: 'Leaving care',
  rates: 'How many, for each 10,000 children',
} as const;
export type AreaOfMeasures = keyof typeof areasOfMeasures;

/** Something that counts in the month of its day. `isIn`: whether it is of the numerator; undefined: that cannot be said, and it is counted apart. */
export type Event = { readonly on: LocalDate; readonly isIn: boolean | undefined; readonly entry: string | undefined };
/** How a child stands on a day who counts on it. */
export type Stand = Omit<Event, 'on'>;

/** One published indicator. Everything that shows, exports, draws or compares it reads this. */
export type Measure = {
  readonly name: string;
  readonly title: string;
  readonly area: AreaOfMeasures;
  /** Where it is published, and the law or guidance behind it. */
  readonly published: string;
  readonly numerator: string;
  readonly denominator: string;
  /** Who or what is left out, or counted apart, and why. */
  readonly exclusions: readonly string[];
  /** Whether more or less of it is wished for; neither: it describes. */
  readonly wished: 'more' | 'less' | 'neither';
  /** In 100 of the denominator; or for each 10,000 children of the population that the authority loads. */
  readonly per: 'share' | 'population';
} & (
  | { readonly counts: 'events'; readonly of: (child: MeasuredChild) => readonly Event[] }
  | { readonly counts: 'standing'; readonly of: (child: MeasuredChild, on: LocalDate) => Stand | undefined }
);
