import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { Statement } from '../../kernel/step/history.ts';
import { orderThatEnds } from '../../practice/pathway.ts';
import { isIn } from '../rule/period.ts';
import { categoryOf } from './categories.ts';
import { genderOf, yesOrNo, type Known } from './known-of.ts';
import type { AnnexRow } from './lists.ts';

/** What the file of a household that adopts tells for list 11. It names no child, and no adopter either. */
export const adopterSteps: readonly string[] = [
  'adopterEnquiry',
  'adopterStage',
  'adopterApproval',
  'adopterPlacement',
  'adopterApprovalEnd',
];

/** The adults of a household, as the enquiry tells of them: who is not told of is one, of whom nothing is recorded. */
const adults = ['first', 'second'] as const;

/** List 11: a row for each adopter of a household, until a year after they left. */
export function adopterRows(known: Known): readonly AnnexRow[] {
  const enquiry = known.all('adopterEnquiry')[0];
  if (enquiry === undefined) return [];
  const left = leavingOf(known);
  if (left !== undefined && !isIn(left.on, known.back(12))) return [];
  const said = known.last('adopterEnquiry', ({ answers }) => adults.some((one) => answers[`${one}Sex`] !== undefined)) ?? enquiry;
  const cells = { ...assessed(known, enquiry), ...placed(known), ...leavingCells(left) };
  return adults
    .filter((one) => one === 'first' || toldOf(said, one))
    .map((one, n) => ({
      list: 'List 11',
      cells: {
        'Individual adopter identifier': `${enquiry.entry}-${n + 1}`,
        'Family identifier': enquiry.entry,
        Gender: genderOf(said.answers[`${one}Sex`]),
        Ethnicity: categoryOf('ethnicity', said.answers[`${one}Ethnicity`], true),
        Disability: yesOrNo(said.answers[`${one}Disabled`] === undefined ? undefined : said.answers[`${one}Disabled`] === true),
        ...cells,
      },
    }));
}

const toldOf = ({ answers }: Statement, one: string): boolean =>
  ['Sex', 'Ethnicity', 'Disabled'].some((what) => answers[`${one}${what}`] !== undefined);

type Day = LocalDate | undefined;

/** When something of the assessment happened last. */
const moment = ({ last }: Known, ...names: readonly string[]): Day =>
  last('adopterStage', ({ answers }) => names.includes(String(answers['moment'])))?.happenedOn;
const decided = ({ last }: Known, ...names: readonly string[]): Day =>
  last('adopterApproval', ({ answers }) => names.includes(String(answers['decision'])))?.happenedOn;

/** Stage one begins when they are told so, and ends when they are told what came of it; stage two ends with the decision. Their registration is their application. */
const assessed = (known: Known, enquiry: Statement): AnnexRow['cells'] => ({
  'Is the (prospective) adopter fostering for adoption?': enquiry.answers['kind'] === 'earlyPermanence' ? 'Yes' : 'No',
  'Date enquiry received': enquiry.happenedOn,
  'Date Stage 1 started': moment(known, 'accepted'),
  'Date Stage 1 ended': moment(known, 'stageOnePassed', 'stageOneRefused'),
  'Date Stage 2 started': moment(known, 'stageTwoBegun'),
  'Date Stage 2 ended': decided(known, 'approved', 'refused'),
  'Date application submitted': moment(known, 'registered'),
  'Date application approved': decided(known, 'approved'),
});

function placed({ all, last }: Known): AnnexRow['cells'] {
  const when = (name: string) => last('adopterPlacement', ({ answers }) => answers['moment'] === name)?.happenedOn;
  const children = all('adopterPlacement').filter(({ answers }) => answers['moment'] === 'placed').length;
  return {
    'Date adopter matched with child(ren)': when('matched'),
    'Date child/children placed with adopter(s)': when('placed'),
    'No. of children placed': children === 0 ? undefined : children,
    'Date of Adoption Order': when('adopted'),
  };
}

type Leaving = { readonly on: LocalDate; readonly why: string | undefined };

/** How an approval ended, in the three words that the list has. Who adopted, or died, has none of them: the date of the order says the first. */
const whyEnded: Readonly<Record<string, string>> = { withdrew: 'a) Withdrew', moved: 'a) Withdrew', ended: 'c) Application refused' };

/**
 * They withdrew, were not taken on or not approved, their approval ended, or an order made the last child whom they were approved for theirs: the first of
 * it, unless they went on afterwards.
 */
function leavingOf(known: Known): Leaving | undefined {
  const end = known.last('adopterApprovalEnd');
  const order = orderThatEnds(known.told);
  if (order !== undefined && (end === undefined || order.happenedOn <= end.happenedOn)) return { on: order.happenedOn, why: undefined };
  if (end !== undefined) return { on: end.happenedOn, why: whyEnded[String(end.answers['reason'])] };
  const stage = known.last('adopterStage');
  const refused = decided(known, 'refused');
  const approved = decided(known, 'approved');
  if (refused !== undefined && (approved === undefined || approved <= refused)) return { on: refused, why: 'c) Application refused' };
  if (stage?.answers['moment'] === 'withdrew') return { on: stage.happenedOn, why: 'a) Withdrew' };
  return ['notAccepted', 'stageOneRefused'].includes(String(stage?.answers['moment'])) && stage !== undefined
    ? { on: stage.happenedOn, why: 'c) Application refused' }
    : undefined;
}

const leavingCells = (left: Leaving | undefined): AnnexRow['cells'] => ({
  'Date of leaving adoption process': left?.on,
  'Reason for leaving adoption process': left?.why,
});
