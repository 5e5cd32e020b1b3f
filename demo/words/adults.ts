import { heritages, type Names } from './names.ts';

type Several = readonly [string, ...string[]];

/** Names of those who were born a generation or two before the children, where the county is British; other families keep theirs. */
const mothers: Several = [
  'Kelly',
  'Stacey',
  'Gemma',
  'Leanne',
  'Natasha',
  'Carly',
  'Jade',
  'Donna',
  'Michelle',
  'Rebecca',
  'Vicky',
  'Chantelle',
];
const fathers: Several = ['Lee', 'Craig', 'Ryan', 'Darren', 'Scott', 'Wayne', 'Jamie', 'Shane', 'Kieran', 'Gavin', 'Dean', 'Stuart'];
const grandmothers: Several = ['Susan', 'Linda', 'Margaret', 'Christine', 'Julie', 'Denise', 'Maureen', 'Pauline'];
const grandfathers: Several = ['Keith', 'Alan', 'Barry', 'Trevor', 'Roy', 'Terence', 'Malcolm', 'Clive'];

/** First names for the adults of a family of this last name. */
export function adultNames(lastName: string): Readonly<Record<'mothers' | 'fathers' | 'grandmothers' | 'grandfathers', Several>> {
  const own = heritages.find(({ families }) => families.includes(lastName));
  const [british] = heritages;
  if (own === undefined || own === british) return { mothers, fathers, grandmothers, grandfathers };
  return { mothers: own.girls, fathers: own.boys, grandmothers: own.girls, grandfathers: own.boys };
}

/** Another family's name of the same heritage: a mother's before she was married, another father's. */
export function otherLastName(lastName: string, oneOf: (names: Names['families']) => string): string {
  const own = heritages.find(({ families }) => families.includes(lastName)) ?? heritages[0];
  return oneOf(own.families);
}

export const streets: Several = [
  'Mill Lane',
  'Station Road',
  'Orchard Close',
  'Canal Street',
  'The Crescent',
  'Windmill Way',
  'Priory Avenue',
  'Meadow View',
];
export const towns: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['Northgate', 'ZZ1'],
  ['Eastbury', 'ZZ4'],
  ['Southam Hill', 'ZZ7'],
  ['Weston Cross', 'ZZ9'],
];
export const professionals: Several = [
  'Joan Field',
  'Mark Hill',
  'Amrit Gill',
  'Sarah Lowe',
  'Peter Nash',
  'Ngozi Obi',
  'Helen Frost',
  'Imran Aziz',
  'Clare Dunn',
  'Tomasz Zając',
];
export const schools: Several = ['St Anne’s Primary', 'Riverside Primary', 'Oakfield Academy', 'Hillcrest School', 'Park Lane Infants'];
