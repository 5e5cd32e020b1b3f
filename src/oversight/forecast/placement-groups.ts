/** Where a child lives, as a service looks for places, by the codes of the return; a temporary absence (T) leaves it as it is. */
export const placementGroups = {
  kinship: { title: 'With relatives or friends', codes: ['U1', 'U2', 'U3'] },
  foster: { title: 'With other foster carers', codes: ['U4', 'U5', 'U6'] },
  home: { title: 'Children’s homes and residential schools', codes: ['K1', 'K2', 'R1', 'S1'] },
  supported: { title: 'Supported and semi-independent', codes: ['K3', 'H5', 'P2', 'P3'] },
  parents: { title: 'With parents', codes: ['P1'] },
  adoption: { title: 'Placed for adoption', codes: ['A3', 'A4', 'A5', 'A6'] },
  other: { title: 'Elsewhere', codes: [] },
} as const;
export type PlacementGroup = keyof typeof placementGroups;
export const groupOrder = Object.keys(placementGroups).filter((name): name is PlacementGroup => name in placementGroups);

const groupByCode = new Map<string, number>(groupOrder.flatMap((name, at) => placementGroups[name].codes.map((code) => [code, at])));

/** The place of a code’s group in their order. */
export const groupOf = (code: string): number => groupByCode.get(code) ?? groupOrder.indexOf('other');

/** Ages in whole years, each band up to the next. */
export const ageBands = [
  { title: 'Under 1', from: 0 },
  { title: '1 to 4', from: 1 },
  { title: '5 to 9', from: 5 },
  { title: '10 to 15', from: 10 },
  { title: '16 and 17', from: 16 },
] as const;
export const adultFrom = 18;

export function bandOfMonths(months: number): number {
  let band = 0;
  while (band + 1 < ageBands.length && months >= 12 * (ageBands[band + 1]?.from ?? adultFrom)) band += 1;
  return band;
}
