import { formatDate, type LocalDate } from '../../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../../kernel/step/history.ts';
import { adopterDecisions, adopterKinds, adopterMoments, orderThatEnds } from '../../../practice/pathway.ts';

const words = (set: Readonly<Record<string, string>>, value: unknown): string => set[String(value)] ?? '';
const numberIn = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const lastOf = (history: History, ...steps: readonly string[]): Statement | undefined =>
  history.findLast(({ step }) => steps.includes(step));

export const kindOf = (history: History): string =>
  words(adopterKinds, history.find(({ step }) => step === 'adopterEnquiry')?.answers['kind']).split(':')[0] ?? '';

export type Offer = { readonly children: number | undefined; readonly youngest: number | undefined; readonly eldest: number | undefined };

/** What they can offer, by all decisions together; undefined: they are not approved, or no longer. */
export function offerOf(history: History): Offer | undefined {
  const last = lastOf(history, 'adopterApproval', 'adopterApprovalEnd');
  if (last === undefined || last.step === 'adopterApprovalEnd') return undefined;
  const decided = history.filter(({ step }) => step === 'adopterApproval');
  const lasting = decided.findLast(({ answers }) => answers['decision'] !== 'proposed');
  if (!['approved', 'changed'].includes(String(lasting?.answers['decision'])) || last.answers['decision'] === 'proposed') return undefined;
  const said = (name: string) => decided.map(({ answers }) => numberIn(answers[name])).findLast((one) => one !== undefined);
  return { children: said('children'), youngest: said('youngest'), eldest: said('eldest') };
}

export function offerWords(offer: Offer | undefined): string {
  if (offer === undefined) return 'Not approved';
  const { children, youngest, eldest } = offer;
  const ages = youngest === undefined && eldest === undefined ? '' : `aged ${youngest ?? 0} to ${eldest ?? 17}`;
  return [children === undefined ? '' : `for ${children}`, ages].filter((part) => part !== '').join(', ') || 'Approved';
}

/** Since when they wait for a child: approved for one more than they have, and none is matched or placed now. Undefined: they do not wait. */
export function waitingSince(history: History): LocalDate | undefined {
  if (offerOf(history) === undefined) return undefined;
  const approved = history.find(({ step, answers }) => step === 'adopterApproval' && answers['decision'] === 'approved');
  const placement = lastOf(history, 'adopterPlacement');
  const moment = String(placement?.answers['moment']);
  if (orderThatEnds(history) !== undefined) return undefined;
  if (['matched', 'placed'].includes(moment)) return undefined;
  if (moment === 'disrupted') return placement?.happenedOn;
  if (moment !== 'adopted' || placement === undefined) return approved?.happenedOn;
  const since = history.findLast(({ step, happenedOn }) => step === 'adopterApproval' && happenedOn > placement.happenedOn);
  return (since ?? placement).happenedOn;
}

/** Whether as many children of these ages are within what they were approved for: ages are advice, so that the page says where they are not. */
export const fits = (offer: Offer, children: number, age: number): boolean =>
  (offer.children ?? children) >= children && age >= (offer.youngest ?? 0) && age <= (offer.eldest ?? 17);

/** Where the file stands, in the words of the last that happened. */
export function standsAt(history: History): string {
  const last = lastOf(history, 'adopterStage', 'adopterApproval', 'adopterApprovalEnd');
  if (last === undefined) return 'Enquiry';
  const said =
    last.step === 'adopterStage'
      ? words(adopterMoments, last.answers['moment'])
      : last.step === 'adopterApproval'
        ? words(adopterDecisions, last.answers['decision'])
        : 'Approval ended';
  return `${said.split(/[:(]/)[0]?.trim() ?? ''}, ${formatDate(last.happenedOn)}`;
}
