/** What a core group found had changed. Meant for all children of the plan. */
export const progress = [
  'Attendance is up to 94 % this half term. The family still finds Mondays hard.',
  'All health appointments kept since the last meeting. Dental check booked.',
  'The home is safer: the repairs are done and the stair gate is in use.',
  'The parent has completed six of ten sessions and could say what they would now do differently.',
  'There has been one police call-out since the last meeting. The safety plan was followed and the children went to their aunt.',
  'Little has changed since the last meeting. The group agreed who does what by when, and that this needs to move before the review.',
  'Grandparents have the children every second weekend, and this is working.',
  'Nursery reports more words and better sleep.',
  'School sees the children arriving on time and with breakfast.',
  'The parent missed two appointments with the drug and alcohol service, has been honest about why, and has a new key worker.',
  'The group was not certain that change will last. The next six weeks are to show whether it does without daily visits.',
  'Housing has offered a viewing. Overcrowding is still the family’s greatest worry.',
  'The children’s own wishes were read out first and shaped the meeting.',
  'The father came for the first time, and two actions are now his.',
  'The health visitor’s developmental check found no delay.',
  'The group looked at what it would take to end the plan, and each member said it in their own words.',
  'Debt advice has begun; the bailiffs’ letters have stopped.',
] as const;

export const inNeedProgress = [
  'The family leads this plan now. School attendance is good, and the parents ask for help early.',
  'Short breaks have begun and the children look forward to them.',
  'Two of five actions are done. The parenting group starts after the holiday.',
  'The flat is warm and the repairs are finished. Money is still tight.',
  'The children would like fewer visits and said so kindly; agreed every six weeks.',
  'A family group meeting was held: an uncle does the school run on Mondays and Tuesdays.',
  'CAMHS has offered a first appointment. School has put a key adult in place.',
  'Needs are mostly met. Early help can take over if nothing changes by the next review.',
  'The new equipment has arrived, and bath time is safe.',
] as const;
