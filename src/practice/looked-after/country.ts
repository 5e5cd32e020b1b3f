import { titlesOf } from '../../kernel/field/code.ts';

/** Where in the world a placement is, as far as the law tells the countries apart. */
const countries = {
  england: { title: 'England', within: 'in England' },
  wales: { title: 'Wales', within: 'in Wales' },
  scotland: { title: 'Scotland', within: 'in Scotland' },
  northernIreland: { title: 'Northern Ireland', within: 'in Northern Ireland' },
  islands: { title: 'Channel Islands or Isle of Man', within: 'in the Channel Islands or on the Isle of Man' },
  elsewhere: { title: 'Outside the British Islands', within: 'outside the British Islands' },
} as const;

export type Country = keyof typeof countries;
export const countryTitles = titlesOf(countries);

/** Districts on both sides of a border, or near enough to it that the postcode alone does not tell. */
const borderDistricts = /^(CA6|CH[14]|DG1[46]|GL1[56]|HR[235]|LD[78]|LL(1[1-4]|20)|NP(7|16|25)|SY([5-9]|1[0-5]|2[12])|TD([589]|12|15))$/;

/** The areas of postcodes that lie in one country other than England, the districts at its border left out. */
const areasOf: readonly (readonly [Country, RegExp])[] = [
  ['wales', /^(CF|CH[5-8]|LD|LL|NP|SA|SY(1[6-9]|2\d))/],
  ['scotland', /^(AB|DD|DG|EH|FK|G\d|HS|IV|KA|KW|KY|ML|PA|PH|TD|ZE)/],
  ['northernIreland', /^BT/],
  ['islands', /^(GY|IM|JE)/],
];

/** The country in which a postcode lies; nothing where there is none, or where it does not tell. */
export function countryOfPostcode(postcode: unknown): Country | undefined {
  if (typeof postcode !== 'string') return undefined;
  const [, district] = /^([A-Z]{1,2}\d[A-Z\d]?)\d[A-Z]{2}$/.exec(postcode.replaceAll(/\s/g, '').toUpperCase()) ?? [];
  if (district === undefined || borderDistricts.test(district)) return undefined;
  return areasOf.find(([, areas]) => areas.test(district))?.[0] ?? 'england';
}

const isCountry = (value: unknown): value is Country => typeof value === 'string' && Object.hasOwn(countries, value);

type Answers = Readonly<Record<string, unknown>>;

/** The country of a placement: by its postcode, else as it was answered. */
export const countryOf = ({ postcode, country }: Answers): Country | undefined =>
  countryOfPostcode(postcode) ?? (isCountry(country) ? country : undefined);

/** Known to be in another country than England. */
export const isOutsideEngland = (answers: Answers): boolean => !['england', undefined].includes(countryOf(answers));

/** Known to be where neither the courts nor the law of England and Wales reach. */
export const isOutsideEnglandAndWales = (answers: Answers): boolean => isOutsideEngland(answers) && countryOf(answers) !== 'wales';

/** "in Scotland"; nothing of a placement in England, or where nobody said. */
export function wordsOfCountry(answers: Answers): string | undefined {
  const country = countryOf(answers);
  return country === undefined || country === 'england' ? undefined : countries[country].within;
}
