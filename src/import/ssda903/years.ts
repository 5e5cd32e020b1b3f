/*
 * How the return's codes differ from year to year, from SSDA903_schema_2017.yml and its differences of 2019, 2022, 2024, 2025 and 2026.
 */
type Years = { readonly from?: number; readonly to?: number };

const codes: Readonly<Record<string, Readonly<Record<string, Years>>>> = {
  'episodes.REC': {
    E43: { to: 2018 },
    E44: { to: 2018 },
    E45: { from: 2019 },
    E46: { from: 2019 },
    E47: { from: 2019 },
    E48: { from: 2019 },
  },
  'episodes.REASON_PLACE_CHANGE': { CUSTOD: { from: 2019 } },
  'episodes.PLACE': {
    H5: { to: 2024 },
    P2: { to: 2024 },
    K3: { from: 2025 },
    Z11: { from: 2026 },
    Z12: { from: 2026 },
    Z13: { from: 2026 },
    Z14: { from: 2026 },
  },
  'oc3.ACTIV': { F3: { to: 2018 }, P3: { to: 2018 }, F4: { from: 2019 }, P4: { from: 2019 }, F5: { from: 2019 }, P5: { from: 2019 } },
  'header.SEX': { '1': { to: 2024 }, '2': { to: 2024 }, M: { from: 2025 }, F: { from: 2025 }, U: { from: 2025 } },
  'uasc.SEX': { '1': { to: 2024 }, '2': { to: 2024 }, M: { from: 2025 }, F: { from: 2025 }, U: { from: 2025 } },
};

/** @returns that a code belongs to returns of other years; undefined: it does not */
export function outOfItsYear(table: string, column: string, value: string, year: number): string | undefined {
  const years = codes[`${table}.${column}`]?.[value];
  if (years?.to !== undefined && year > years.to)
    return `${column} ${value} is a code of returns up to ${years.to}; it is taken as it is written`;
  if (years?.from !== undefined && year < years.from)
    return `${column} ${value} is a code of returns from ${years.from}; it is taken as it is written`;
  return undefined;
}

const olderSex: Readonly<Record<string, string>> = { '1': 'M', '2': 'F' };

/** One answer in two writings: the code of an older year, a pupil number in small letters, a postcode with two spaces. */
export function writtenOtherwise(column: string, value: string): string {
  if (column === 'SEX') return olderSex[value] ?? value;
  if (column === 'UPN') return value.toUpperCase();
  return column.endsWith('_POST') ? value.replaceAll(/\s+/g, ' ') : value;
}
