/** What the files of invented foster carers are called. */
const names = [
  'Rowan',
  'Ashdown',
  'Thorne',
  'Marlow',
  'Fenwick',
  'Hollis',
  'Carew',
  'Denby',
  'Ellery',
  'Gaunt',
  'Harker',
  'Ives',
  'Jessop',
  'Kemble',
  'Lorne',
  'Mercer',
];
const places = ['Mill Lane', 'Church Road', 'the High Street', 'Station Road', 'the Green'];

export const households: readonly string[] = places.flatMap((place) => names.map((name) => `${name}, ${place}`));
