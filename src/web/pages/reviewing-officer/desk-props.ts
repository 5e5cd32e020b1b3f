import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import type { Caseload, DeskChild } from '../../../oversight/reviewing-officer/desk.ts';
import type { NotIndependent } from '../../../oversight/reviewing-officer/independence.ts';
import type { Frame } from '../../components/layout.tsx';
import type { Looking } from '../../said-dates.ts';

export type DeskProps = {
  readonly frame: Frame;
  readonly known: Looking & { readonly today: LocalDate };
  readonly names: ReadonlyMap<string, string>;
  readonly titles: ReadonlyMap<string, string>;
  /** Who reviews or chaired although they are not independent. */
  readonly exceptions: readonly NotIndependent[];
};
export type OfficerProps = DeskProps & {
  readonly children: readonly DeskChild[];
  readonly caseload: Caseload;
  /** The name of whose desk it is; absent: one's own. */
  readonly whose: string | undefined;
};
