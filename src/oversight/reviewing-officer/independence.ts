import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { PlaceInLine } from '../../kernel/derivation/line-of-a-case.ts';
import { reviewing } from '../../practice/pathway.ts';
import type { ListedChild } from '../../record/contract.ts';
import type { AskedOfLine, InLine } from '../../record/workforce.ts';

/** Somebody who reviews, or chaired, although the record ties them to the case or the line of management has them in it. */
export type NotIndependent = {
  readonly person: string;
  readonly name: string;
  readonly member: string;
  /** The step that was chaired; absent: they are named to review from now on. */
  readonly meeting?: string;
  readonly on: LocalDate;
  readonly why: string;
  /** The head of service decided by name that it goes through all the same. */
  readonly letThrough: boolean;
};

type Judged = AskedOfLine & Omit<NotIndependent, 'why' | 'person' | 'member' | 'on'> & { readonly tie: string | undefined };

/** Who is named to review a child now, and who chaired the last meetings. */
function judgedOf({ person, standing }: ListedChild, today: LocalDate): readonly Judged[] {
  const { name, reviewingOfficer, chaired = [], review } = standing;
  const isReviewed = standing.lookedAfterSince !== undefined && reviewingOfficer !== undefined;
  return [
    ...(isReviewed ? [{ person, name, member: reviewingOfficer, on: today, tie: review?.tie, letThrough: false }] : []),
    ...chaired.map(({ meeting, on, by, tie, letThrough }) => ({
      person,
      name,
      member: by,
      meeting,
      on,
      tie,
      letThrough: letThrough === true,
    })),
  ];
}

/** What the database must be asked of these children, before it can be said who is not independent. */
export const askedOfLine = (children: readonly ListedChild[], today: LocalDate): readonly AskedOfLine[] =>
  children.flatMap((child) => judgedOf(child, today)).map(({ person, member, on }) => ({ person, member, on }));

const key = ({ person, member, on }: AskedOfLine): string => `${person} ${member} ${on}`;

/** Everybody who is not independent, by name: what the record says comes first, as it is the nearer. `inLine`: what the database answered. */
export function notIndependent(children: readonly ListedChild[], inLine: readonly InLine[], today: LocalDate): readonly NotIndependent[] {
  const places = new Map(inLine.map((one) => [key(one), one.place]));
  return children
    .flatMap((child) => judgedOf(child, today))
    .flatMap(({ tie, ...one }) => {
      const place = placeOf(one, places.get(key(one)));
      const why = reviewing.tieWords(tie) ?? (place === undefined ? undefined : reviewing.places[place]);
      return why === undefined ? [] : [{ ...one, why }];
    });
}

/** Who works in the case now did not on that account when they chaired: of then the record itself says who did. */
const placeOf = ({ meeting }: Pick<Judged, 'meeting'>, place: PlaceInLine | undefined): PlaceInLine | undefined =>
  meeting !== undefined && place === 'worker' ? undefined : place;
