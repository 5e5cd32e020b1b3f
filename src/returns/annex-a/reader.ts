import { readWorkbook } from '../../reading/workbook.ts';
import { categoriesOfAbuse, ethnicities, primaryNeeds, reasonsForClosure, referralSources } from '../../vocabulary/cin.ts';
import {
  accommodations,
  activities,
  categoriesOfNeed,
  legalStatuses,
  placementProviders,
  placementTypes,
  reasonsAdoptionCeasedToBePlan,
  reasonsCareCeased,
} from '../../vocabulary/ssda903.ts';
import { day, number, oneOf, plain, words, type GivenColumn, type ReadCell } from '../given/column.ts';
import { readTable, type GivenTable, type ReadTable, type TableShape } from '../given/table.ts';
import { categoriesOf, categoryOf, type AnnexCategory } from './categories.ts';
import { annexLists } from './lists.ts';

/** The Department’s codes of each category. */
const codes: Readonly<Record<AnnexCategory, Readonly<Record<string, unknown>>>> = {
  ethnicity: ethnicities,
  source: referralSources,
  primaryNeed: primaryNeeds,
  categoryOfNeed: categoriesOfNeed,
  closure: reasonsForClosure,
  abuse: categoriesOfAbuse,
  legalStatus: legalStatuses,
  endOfCare: reasonsCareCeased,
  permanence: {},
  placement: placementTypes,
  provider: placementProviders,
  accommodation: accommodations,
  activity: activities,
  adoptionReversed: reasonsAdoptionCeasedToBePlan,
};

/** How each category is read: Ofsted’s words with or without their letter, or the Department’s code, whatever stands beside it (“q) 6: Police”, “N1 - Abuse or neglect”). */
function ofCategory(of: AnnexCategory): ReadCell {
  const all = categoriesOf(of);
  return oneOf(all, (text) => {
    const [, code = ''] = /^(?:[a-z]{1,2}\) *)?([A-Za-z0-9]{1,5})(?: *[:-]| |$)/.exec(text) ?? [];
    // Accommodation is often given without the digit that says whether it is suitable.
    const known = [code.toUpperCase(), `${code.toUpperCase()}1`].find((one) => Object.hasOwn(codes[of], one));
    return bare(all, text) ?? (known === undefined ? undefined : categoryOf(of, known));
  });
}

/** “Male” for “a) Male”; “a” alone says it too. */
const bare = (all: readonly string[], text: string): string | undefined =>
  all.find(
    (one) =>
      [plain(one), plain(one.replace(/^[a-z]\) /, ''))].includes(plain(text)) ||
      (one.charAt(1) === ')' && one.charAt(0) === text.toLowerCase()),
  );

const listed = (...all: readonly string[]): ReadCell => oneOf(all, (text) => bare(all, text));
const shortly: Readonly<Record<string, string>> = { y: 'a) Yes', n: 'b) No', true: 'a) Yes', false: 'b) No', 1: 'a) Yes', 0: 'b) No' };
const answers = ['a) Yes', 'b) No', 'c) Unknown'] as const;
const yesNo = oneOf(answers, (text) => shortly[text.toLowerCase()] ?? bare(answers, text));

const eligibilities = ['a) Relevant', 'b) Former relevant', 'c) Qualifying', 'd) Eligible', 'e) Other'] as const;
const touches = ['a) In touch', 'b) Not in touch', 'c) Not recorded', 'd) Exclude'] as const;

/** Columns that are neither days, numbers, words nor yes and no. */
const categories: Readonly<Record<string, ReadCell>> = {
  Gender: listed('a) Male', 'b) Female', 'c) Not stated/recorded', 'd) Neither'),
  Ethnicity: ofCategory('ethnicity'),
  'Contact Source': ofCategory('source'),
  'Referral Source': ofCategory('source'),
  'Primary Need Code': ofCategory('primaryNeed'),
  "Child's Category of Need": ofCategory('categoryOfNeed'),
  'Reason for Closure': ofCategory('closure'),
  'Case Status': listed(
    'a) Looked after child',
    'b) Child Protection plan',
    'c) Child in need plan',
    'd) Open assessment',
    'e) Closed episode',
  ),
  'Initial Category of Abuse': ofCategory('abuse'),
  'Latest Category of Abuse': ofCategory('abuse'),
  "Child's Legal Status": ofCategory('legalStatus'),
  'What is the permanence plan for this child?': ofCategory('permanence'),
  'Reason Ceased to be Looked After': ofCategory('endOfCare'),
  'Placement Type': ofCategory('placement'),
  'Placement Provider': ofCategory('provider'),
  'Placement Location': listed('a) In', 'b) Out'),
  'Eligibility Category': oneOf(eligibilities, (text) => bare(eligibilities, text.replace(/ (child|young person)$/i, ''))),
  'LA in Touch': oneOf(touches, (text) => bare(touches, text) ?? { yes: touches[0], no: touches[1] }[plain(text.replace(/^[a-z]\) /, ''))]),
  'Type of Accommodation': ofCategory('accommodation'),
  'Suitability of Accommodation': listed('a) Suitable', 'b) Not suitable', 'c) Not in touch or not recorded', 'd) Exclude'),
  'Activity Status': ofCategory('activity'),
  'Reason Why Child No Longer Placed for Adoption': ofCategory('adoptionReversed'),
  'Is the (prospective) adopter fostering for adoption?': oneOf(
    ['Yes', 'No'],
    (text) => ({ y: 'Yes', n: 'No', ayes: 'Yes', bno: 'No', 1: 'Yes', 0: 'No' })[plain(text)],
  ),
  'Reason for leaving adoption process': listed('a) Withdrew', 'b) Process on hold', 'c) Application refused'),
};

const isWords = /^(Child Unique ID|Family identifier|Individual adopter|Allocated|Organisation|Placement postcode|URN|LA of Placement)/;

function readerOf(head: string): ReadCell {
  const category = categories[head];
  if (category !== undefined) return category;
  if (head.startsWith('Age of')) return number('years');
  if (/^(Number|No\.) of/.test(head)) return number('whole');
  if (isWords.test(head)) return words();
  return /\bdate\b/i.test(head) && !/\?|\(Y\/N\)/.test(head) ? day : yesNo;
}

/** As the programs of other suppliers name some columns: the patterns of Annex_A_schema.yml. */
const otherNames: readonly (readonly [column: RegExp, also: RegExp])[] = [
  [/^Child Unique ID$/, /\bchild\b.*\b(id|identifier)\b|\b(id|identifier)\b.*\bchild\b/i],
  [/^Date of Birth$/, /date.*birth/i],
  [/^Age of Child/, /\bage\b/i],
  [/^Date of Contact$/, /date.*contact/i],
  [/^Contact Source$/, /contact.*source/i],
  [/^Date of referral$/, /date of.*referral/i],
  [/^Referral Source$/, /referral.*source/i],
  [/^Unaccompanied/, /unaccompanied asylum seeking child/i],
  [/^Is this a second/, /second or subsequent .* of being a looked after child/i],
  [/^Child's Legal Status$/, /child.*legal status/i],
  [/'Missing'/, /number of episodes the child has been.*missing.*from their placement in the last 12 months/i],
  [/'Absent'/, /number of episodes the child has been.*absent.*from their placement in the last 12 months/i],
];

const columnsOf = ({ heads, mayBeEmpty }: (typeof annexLists)[number]): readonly GivenColumn[] =>
  heads.map((name) => {
    const also = otherNames.find(([column]) => column.test(name))?.[1];
    const isAsked = (): boolean => !mayBeEmpty.has(name);
    return { name, read: readerOf(name), isAsked, ...(also === undefined ? {} : { also }) };
  });

export const annexShapes: readonly TableShape[] = annexLists.map((list) => ({ name: list.name, columns: columnsOf(list) }));

const shapeNamed = (name: string): TableShape | undefined => annexShapes.find((shape) => plain(shape.name) === plain(name));

/** The list that has these columns, as a CSV file of it begins; undefined: none has. */
export const listWith = (heads: readonly string[]): TableShape | undefined => {
  const given = new Set(heads.map(plain));
  return annexShapes.find(({ columns }) => columns.length === given.size && columns.every(({ name }) => given.has(plain(name))));
};

/** Ofsted’s lists as a workbook has them, a sheet for each; of other sheets nothing is taken. @returns undefined: it is no workbook */
export function readAnnex(
  file: string,
  bytes: Buffer,
): { readonly tables: readonly ReadTable[]; readonly unmapped: readonly string[] } | undefined {
  const book = readWorkbook(bytes);
  if (book === undefined) return undefined;
  const known = book.sheets.flatMap(({ name, rows }) => {
    const shape = shapeNamed(name);
    const [first, ...others] = rows;
    if (shape === undefined || first === undefined) return [];
    const given: GivenTable = {
      where: `${file}, ${name}`,
      heads: first.cells.map((cell) => String(cell ?? '')),
      rows: others,
      daysFrom1904: book.daysFrom1904,
    };
    return [readTable(given, shape)];
  });
  const unmapped = book.sheets
    .filter(({ name }) => shapeNamed(name) === undefined)
    .map(({ name }) => `${file}, ${name}: no list of Annex A by its name. Name the sheet List 1 to List 11`);
  return { tables: known, unmapped };
}
