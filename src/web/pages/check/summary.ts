import type { Told } from '../../../returns/validate/check-sent.ts';

type Finding = Extract<Told, { readonly kind: 'finding' }>;
export type RuleSummary = {
  readonly code: string;
  readonly level: string;
  readonly message: string;
  readonly isDraft: boolean;
  /** How often it was found, and the first of them. */
  readonly count: number;
  readonly first: readonly Finding[];
};

const shown = 10;
const mostPlaces = 50;

/** What a page shows of findings, however many there are: how many of each rule, with the first. */
export class Summary {
  private readonly byCode = new Map<string, { count: number; readonly first: Finding[] }>();
  readonly totals = { error: 0, query: 0 };
  readonly notChecked: Extract<Told, { readonly kind: 'notChecked' }>[] = [];
  readonly defects: Extract<Told, { readonly kind: 'defect' }>[] = [];
  readonly unreadable: Extract<Told, { readonly kind: 'unreadable' }>[] = [];
  unreadableCount = 0;
  year: string | undefined;

  add(told: Told): void {
    if (told.kind === 'finding') this.addFinding(told);
    else if (told.kind === 'notChecked') this.notChecked.push(told);
    else if (told.kind === 'defect') this.defects.push(told);
    else if (told.kind === 'unreadable' && (this.unreadableCount += 1) <= mostPlaces) this.unreadable.push(told);
  }

  private addFinding(finding: Finding): void {
    this.totals[finding.level === 'query' ? 'query' : 'error'] += 1;
    this.year ??= finding.year;
    const known = this.byCode.get(finding.code) ?? { count: 0, first: [] };
    this.byCode.set(finding.code, known);
    known.count += 1;
    if (known.first.length < shown) known.first.push(finding);
  }

  /** Errors first, then by code. */
  get rules(): readonly RuleSummary[] {
    const rules = [...this.byCode].flatMap(([code, { count, first }]) => {
      const [one] = first;
      return one === undefined ? [] : [{ code, level: one.level, message: one.message, isDraft: one.isDraft === true, count, first }];
    });
    const order = ({ level, code }: RuleSummary) => `${level === 'query' ? 1 : 0} ${code.padStart(8)}`;
    return rules.toSorted((one, other) => (order(one) < order(other) ? -1 : 1));
  }
}
