/*
 * Ofsted's own categories for what the record has as a code of the Department: the words of Annex_A_schema.yml (liia-tools-pipeline, MIT licence). By the beginning of the code:
 * the longest that fits counts, so that a code of a later year falls where its kind does.
 */
const needs = {
  N1: 'a) Abuse or neglect',
  N2: "b) Child's disability",
  N3: 'c) Parents illness or disability',
  N4: 'd) Family in acute stress',
  N5: 'e) Family dysfunction',
  N6: 'f) Socially unacceptable behaviour',
  N7: 'g) Low income',
  N8: 'h) Absent parenting',
  N9: 'i) Not CIN',
  '': 'j) Not stated',
} as const;

const categories = {
  ethnicity: {
    W: 'a) White',
    M: 'b) Mixed',
    A: 'c) Asian or Asian British',
    B: 'd) Black or black British',
    C: 'e) Other ethnic group',
    O: 'e) Other ethnic group',
    '': 'f) Not stated',
  },
  source: {
    '1': 'a) Individual',
    '2A': 'b) Schools',
    '2B': 'c) Education services',
    '3': 'd) Health services',
    '4': 'e) Housing',
    '5': 'f) LA services',
    '6': 'g) Police',
    '7': 'h) Other legal agency',
    '8': 'i) Other',
    '9': 'j) Anonymous',
    '10': 'k) Unknown',
    '': 'k) Unknown',
  },
  primaryNeed: needs,
  categoryOfNeed: needs,
  closure: {
    RC1: 'a) Adopted',
    RC2: 'b) Died',
    RC3: 'c) Residence Order',
    RC4: 'd) Special Guardianship Order',
    RC5: 'e) Transfer to another LA',
    RC6: 'f) Transfer to Adult Social Services',
    RC7: "g) 'Other' incl. Child no longer in need",
    RC8: 'h) Child not in need after assessment',
    RC9: 'h) Child not in need after assessment',
    '': 'i) Not Stated',
  },
  abuse: { NEG: 'a) Neglect', PHY: 'b) Physical Abuse', SAB: 'c) Sexual Abuse', EMO: 'd) Emotional Abuse', MUL: 'e) Multiple' },
  legalStatus: {
    C1: 'a) Interim care orders',
    C2: 'b) Full care orders',
    D1: 'c) Freed for  Adoption',
    E1: 'd) Placement order granted',
    V: 'e) Accommodated under S20',
    L: 'f) Detained on child protection grounds in LA accommodation',
    J: 'g) Youth justice legal Statuses',
  },
  endOfCare: {
    E11: 'a) Adopted',
    E12: 'a) Adopted',
    E2: 'b) Died',
    E3: 'c) Care taken by another LA',
    E4A: 'd) Returned home to live with parents or relatives',
    E4B: 'd) Returned home to live with parents or relatives',
    E13: 'e) Left care to live with parents, relatives or other person with no parental responsibility',
    E17: 'e) Left care to live with parents, relatives or other person with no parental responsibility',
    E41: 'f) Residence order granted',
    E43: 'g) Special Guardianship Orders',
    E44: 'g) Special Guardianship Orders',
    E45: 'g) Special Guardianship Orders',
    E46: 'g) Special Guardianship Orders',
    E47: 'g) Special Guardianship Orders',
    E48: 'g) Special Guardianship Orders',
    E5: 'h) Moved into independent living',
    E6: 'h) Moved into independent living',
    E7: 'i) Transferred to residential care funded by adult social services',
    E9: 'j) Sentenced to custody',
    E14: 'k) Accommodation on remand ended',
    E15: 'l) Age assessment determined child was 18 or over',
    E16: 'm) Child moved abroad',
    '': 'n) Care ceased for any other reason',
  },
  permanence: {
    returnHome: 'a) Return to family',
    adoption: 'b) Adoption',
    specialGuardianship: 'c) SGO/CAO',
    independence: 'd) Supported living in the community',
    residential: 'e) Long-term residential placement',
    longTermFostering: 'f) Long-term fostering',
    '': 'g) Other',
  },
  placement: {
    U: 'a) Foster placement',
    A: 'b) Placed for adoption',
    P1: 'c) Placed with parents',
    P2: 'd) Independent living',
    P3: 'e) Residential employment',
    H5: 'f) Residential accommodation',
    K3: 'f) Residential accommodation',
    K1: 'g) Secure Children’s Homes',
    K2: 'h) Children’s Homes',
    R1: 'i) Residential Care Home',
    R2: 'j) NHS/Health Trust',
    R3: 'k) Family Centre or Mother and Baby Unit',
    R5: 'l) Young Offender Institution',
    S1: 'm) Residential school',
    T: 'o) Temporary placement',
    '': 'n) Other placements',
  },
  provider: { PR1: 'a) Own LA', PR4: 'b) Private', '': 'c) Other' },
  accommodation: {
    B: 'a) With parents or relatives',
    C: 'b) Community home',
    D: 'c) Semi-independent transitional accommodation',
    E: 'd) Supported lodgings',
    G: 'e) Gone abroad',
    H: 'f) Deported',
    K: 'g) Ordinary lodgings',
    R: 'h) Residence not known',
    S: 'i) No fixed abode / homeless',
    T: 'j) Foyers',
    U: 'k) Independent living',
    V: 'l) Emergency accommodation',
    W: 'm) Bed and breakfast',
    X: 'n) In custody',
    Z: 'o) With Former Foster Carer',
    Y: 'p) Other accommodation',
    '0': 'h) Residence not known',
  },
  activity: {
    F1: 'F1: Full time in higher education',
    P1: 'P1: Part time in higher education',
    F2: 'F2: Full time in education other than higher',
    P2: 'P2: Part time in education other than higher',
    F3: 'F3: Full time in training or employment',
    P3: 'P3: Part time in training or employment',
    F4: 'F4: Young person engaged full time in an apprenticeship',
    P4: 'P4: Young person engaged part time in an apprenticeship',
    F5: 'F5: Young person engaged full time in training or employment (not apprenticeship)',
    P5: 'P5: Young person engaged part time in training or employment (not apprenticeship)',
    G4: 'G4: Not in education, employment or training - illness or disability',
    G5: 'G5: Not in education, employment or training - other',
    G6: 'G6: Not in education, employment or training - pregnancy or parenting',
  },
  adoptionReversed: {
    RD1: 'a) Child’s needs changed',
    RD2: 'b) Court did not make a PO',
    RD3: 'c) Prospective adopters cannot be found',
    RD4: 'd) Any other reason',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

export type AnnexCategory = keyof typeof categories;

/** Ofsted’s words of a category, each once. */
export const categoriesOf = (of: AnnexCategory): readonly string[] => [...new Set(Object.values<string>(categories[of]))].toSorted();

/** Ofsted's category for a code; `unsaid`: also where nothing is recorded, if Ofsted has a category for that (the column may not be empty). */
export function categoryOf(of: AnnexCategory, code: unknown, unsaid = false): string | undefined {
  if (typeof code !== 'string' && !unsaid) return undefined;
  const all: Readonly<Record<string, string>> = categories[of];
  const said = typeof code === 'string' ? code : '';
  const fits = Object.keys(all)
    .filter((key) => said.startsWith(key))
    .toSorted((a, b) => b.length - a.length)[0];
  return fits === undefined ? undefined : all[fits];
}
