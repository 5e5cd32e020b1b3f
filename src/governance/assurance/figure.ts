/**
 * One figure: so many of so many. `timeliness` says that something was done when it was due, never that it was any good: beside it stands one of `substance`. `record`
 * says how far the record can be believed.
 */
export type Figure = {
  readonly name: string;
  readonly kind: 'timeliness' | 'substance' | 'record';
  /** "n of among …": what the n are, and what they are of. */
  readonly said: string;
  readonly of: string;
  /** Those who are not among the n, after their number. */
  readonly otherwise: string;
  /** Of whom nothing can be said, after their number. */
  readonly apart: string;
  /** Below this share it speaks against the claim; and whose standard that is. */
  readonly standard: number;
  readonly standardOf: string;
  readonly question: string;
  /** Where those who may see the children behind it. */
  readonly names?: string;
  /** Counted of children, so that small numbers could point at one. */
  readonly ofChildren: boolean;
};

/** "Children on protection plans: reviewed within their own limit". */
export const nameOf = ({ of, said }: Figure): string => `${of.charAt(0).toUpperCase()}${of.slice(1)}: ${said}`;

/** Whose standard it is, where no law says one. */
export const local = 'The service’s own';
