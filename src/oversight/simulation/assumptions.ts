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
  spread: { title: 'How far the hours of one piece of work differ from these, in 100 of them', usual: 60, least: 0, most: 200, step: 5 },
  opens: { title: 'Hour at which a working day begins', usual: 9, least: 0, most: 23, step: 0.5 },
  closes: { title: 'Hour at which it ends', usual: 17, least: 1, most: 24, step: 0.5 },
  contactDays: { title: 'Days of a contact, where too few are on record', usual: 1, least: 0.1, most: 365, step: 0.1 },
  referralDays: { title: 'Days of a referral, where too few are on record', usual: 2, least: 0.1, most: 365, step: 0.1 },
  assessmentDays: { title: 'Days of an assessment, where too few are on record', usual: 45, least: 1, most: 730, step: 1 },
  enquiryDays: { title: 'Days of an enquiry, where too few are on record', usual: 18, least: 1, most: 730, step: 1 },
  childInNeedDays: { title: 'Days of a child in need plan, where too few are on record', usual: 150, least: 1, most: 3650, step: 1 },
  protectionPlanDays: { title: 'Days of a protection plan, where too few are on record', usual: 300, least: 1, most: 3650, step: 1 },
  lookedAfterDays: { title: 'Days looked after, where too few are on record', usual: 800, least: 1, most: 6570, step: 1 },
  workerCost: { title: '£ a year of one worker, with on-costs', usual: 58_000, least: 0, most: 1_000_000, step: 100 },
  careCost: { title: '£ a week of one child looked after', usual: 1500, least: 0, most: 100_000, step: 10 },
} as const;

export type AssumptionName = keyof typeof assumptions;
export type Assumptions = { readonly [name in AssumptionName]: number };

export const assumptionNames = Object.keys(assumptions).filter((name): name is AssumptionName => name in assumptions);

/** Each by its name. */
export const assumptionsBy = (of: (name: AssumptionName) => number): Assumptions => ({
  hoursPerDay: of('hoursPerDay'),
  away: of('away'),
  mostChildren: of('mostChildren'),
  assessmentHours: of('assessmentHours'),
  enquiryHours: of('enquiryHours'),
  visitHours: of('visitHours'),
  meetingHours: of('meetingHours'),
  reviewHours: of('reviewHours'),
  visitEvery: of('visitEvery'),
  spread: of('spread'),
  opens: of('opens'),
  closes: of('closes'),
  contactDays: of('contactDays'),
  referralDays: of('referralDays'),
  assessmentDays: of('assessmentDays'),
  enquiryDays: of('enquiryDays'),
  childInNeedDays: of('childInNeedDays'),
  protectionPlanDays: of('protectionPlanDays'),
  lookedAfterDays: of('lookedAfterDays'),
  workerCost: of('workerCost'),
  careCost: of('careCost'),
});

export const usualAssumptions: Assumptions = assumptionsBy((name) => assumptions[name].usual);
