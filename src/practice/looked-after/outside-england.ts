import { formatDate, type LocalDate } from '../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../kernel/step/history.ts';
import { dayIn } from '../../kernel/step/limit-moments.ts';
import type { Problem } from '../../kernel/step/outcome.ts';
import { notAhead } from '../checks.ts';
import { legalStatusAt } from './care.ts';
import { countryOf, isOutsideEngland, isOutsideEnglandAndWales, wordsOfCountry } from './country.ts';

/** Who approved that a child lives outside England and Wales. */
export const livingAbroadApprovals = {
  court: 'The court',
  everyHolder: 'Everyone with parental responsibility',
  nobodyYet: 'Nobody yet',
} as const;

type Answers = Readonly<Record<string, unknown>>;

/**
 * The authority does not arrange it, or another law says who approves: adopters (paragraph 19(9)), a secure children’s home in Scotland (section 25), custody,
 * and a hospital, a holiday or a short stay elsewhere.
 */
const isUnderOtherLaw = ({ type }: Answers): boolean => /^(A[3-6]|T\d|K1|R5)/.test(String(type ?? ''));

/** A placement outside England and Wales that needs an approval. */
export const needsApprovalAbroad = (answers: Answers): boolean => isOutsideEnglandAndWales(answers) && !isUnderOtherLaw(answers);

/** In the care of the authority by a care order, interim or full (section 105); whoever else is looked after, paragraph 19(2) is about. */
export const isInCareByOrder = (history: History, day: LocalDate): boolean => ['C1', 'C2'].includes(legalStatusAt(history, day) ?? '');

/**
 * The day of the approval that the placement itself names, as the law asks of a child of this legal status: of a child in care the court’s alone. What was
 * approved before counts on the first day.
 */
export function approvedAbroadOn(placement: Statement, history: History): LocalDate | undefined {
  const { answers, happenedOn } = placement;
  const { approvedBy } = answers;
  const isEnough = approvedBy === 'court' || (approvedBy === 'everyHolder' && !isInCareByOrder(history, happenedOn));
  const on = isEnough ? dayIn(placement, 'approvedOn') : undefined;
  return on !== undefined && on < happenedOn ? happenedOn : on;
}

/** Whoever records it asks themselves who approved: of a placement elsewhere of which no postcode says that it is in England or Wales. */
export const asksApprovalAbroad = (answers: Answers): boolean =>
  needsApprovalAbroad(answers) || (isElsewhere(answers) && countryOf(answers) === undefined && !isUnderOtherLaw(answers));

/** Said to be in the area of another authority. */
export const isElsewhere = ({ area }: Answers): boolean => area === 'adjoining' || area === 'atDistance';

type Placed = Answers & { readonly startedOn: LocalDate; readonly approvedOn?: LocalDate | undefined };

/** What is said of it agrees with the postcode and with the law. Nothing is held back for want of an approval: where a child lives is recorded as it is, and is late. */
export const abroadAgrees = (history: History, placed: Placed, today: LocalDate): readonly Problem[] => [
  ...notHere(placed),
  ...forTheCourt(history, placed),
  ...notAhead({ field: 'approvedOn', what: 'The date of the approval', on: placed.approvedOn }, today),
];

function notHere(placed: Placed): readonly Problem[] {
  if (placed['area'] !== 'here' || !isOutsideEngland(placed)) return [];
  const message = `Where it is: in the area of this authority, and the postcode of the placement is ${wordsOfCountry(placed)}. Correct one of the two`;
  return [{ field: 'area', message }];
}

function forTheCourt(history: History, placed: Placed): readonly Problem[] {
  const { startedOn } = placed;
  if (placed['approvedBy'] !== 'everyHolder' || !isInCareByOrder(history, startedOn)) return [];
  const message = `On ${formatDate(startedOn)} the child was in care by an order, and for such a child it is for the court to approve (Children Act 1989 Schedule 2 paragraph 19(1)). Answer “The court”, or “Nobody yet”`;
  return [{ field: 'approvedBy', message }];
}
