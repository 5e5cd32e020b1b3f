/** What the record does not hold: every number stands on the page, and may be changed there. */
export const assumptions = {
  hoursPerDay: { title: 'Hours with and for children, of each working day', usual: 5, least: 0.5, most: 12, step: 0.1 },
  away: { title: 'Away of 100 working weeks: leave, sickness, training', usual: 17, least: 0, most: 90, step: 1 },
  mostChildren: { title: 'Most children of a worker before nobody more is allocated', usual: 20, least: 1, most: 200, step: 1 },
  assessmentHours: { title: 'Hours of an assessment', usual: 14, least: 0, most: 200, step: 0.5 },
  enquiryHours: { title: 'Hours of a section 47 enquiry with its conference', usual: 16, least: 0, most: 200, step: 0.5 },
  visitHours: { title: 'Hours of a visit, with travel and recording', usual: 2.5, least: 0, most: 40, step: 0.1 },
  meetingHours: { title: 'Hours of a core group', usual: 2, least: 0, most: 40, step: 0.1 },
  reviewHours: { title: 'Hours of a review, with its report', usual: 5, least: 0, most: 80, step: 0.5 },
  visitEvery: { title: 'Days between visits to a child in need', usual: 28, least: 1, most: 366, step: 1 },
  workerCost: { title: '£ a year of one worker, with on-costs', usual: 58_000, least: 0, most: 1_000_000, step: 100 },
  careCost: { title: '£ a week of one child looked after', usual: 1500, least: 0, most: 100_000, step: 10 },
} as const;

export type AssumptionName = keyof typeof assumptions;
export type Assumptions = { readonly [name in AssumptionName]: number };

export const assumptionNames = Object.keys(assumptions).filter((name): name is AssumptionName => name in assumptions);

const valueOf = (name: AssumptionName): number => assumptions[name].usual;

export const usualAssumptions: Assumptions = {
  hoursPerDay: valueOf('hoursPerDay'),
  away: valueOf('away'),
  mostChildren: valueOf('mostChildren'),
  assessmentHours: valueOf('assessmentHours'),
  enquiryHours: valueOf('enquiryHours'),
  visitHours: valueOf('visitHours'),
  meetingHours: valueOf('meetingHours'),
  reviewHours: valueOf('reviewHours'),
  visitEvery: valueOf('visitEvery'),
  workerCost: valueOf('workerCost'),
  careCost: valueOf('careCost'),
};
