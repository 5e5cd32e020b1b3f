import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { FileTarget, LinkTarget, Option } from '../../kernel/field/field.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import type { GivenForm } from '../memory.ts';

/** What a link may be chosen from; of files only where something asks for one. */
export type LinkOptions = Readonly<Record<Exclude<LinkTarget, FileTarget>, readonly Option[]>> & LinkedFiles;
export type LinkedFiles = Readonly<Partial<Record<FileTarget, readonly Option[]>>>;

export const optionsOf = (links: LinkOptions, to: LinkTarget): readonly Option[] => links[to] ?? [];

/** What every question of one form is shown with. */
export type Asking = {
  readonly given: GivenForm;
  readonly problems: readonly Problem[];
  readonly links: LinkOptions;
  readonly today: LocalDate;
  readonly offers?: OfferedBy | undefined;
  /** The question at which typing begins. */
  readonly focus?: string | undefined;
};

/** One prefilled question: what it was offered, the entry it is known from, and that in words. */
export type Offered = { readonly value: unknown; readonly entry?: string; readonly words: string };
export type OfferedBy = ReadonlyMap<string, Offered>;
