import type { Given } from '../../kernel/field/field.ts';
import type { ReturnRow } from '../ssda903/return-row.ts';

/** What a row, or several, say of one step, as a form would be given it. */
export type Drafted = {
  readonly step: string;
  readonly key: string;
  readonly row: ReturnRow;
  readonly given: Readonly<Record<string, Given>>;
  /** In which column each stands: absent, the row is told of by the question. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly links?: Readonly<Record<string, string>>;
};
