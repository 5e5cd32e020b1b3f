/** Why a referral was answered as it was. */
export const decisionReasons = {
  assessment: [
    'Threshold for assessment met. The parents know of the referral and agree to the visit.',
    'Second contact within three months on the same worry; early help has not been enough. To be assessed.',
    'The children’s needs are not clear from what we hold. Assessment, with checks of health and school.',
    'The parent asked for help and was glad of the call back. To be assessed by the area team.',
    'School and health visitor describe the same worry independently. To be assessed.',
    'History read: an earlier assessment found similar needs. To be assessed, taking that into account.',
    'Checks made with police, health and school. A named social worker within one working day.',
  ],
  strategyDiscussion: [
    'Reasonable cause to suspect significant harm. Strategy discussion today with police and health.',
    'The account and the injury do not fit together. Strategy discussion called at once; child safe at school until then.',
    'What was said to the teacher was clear and was written down word for word. Strategy discussion this afternoon.',
    'Cumulative harm: the chronology shows it. Strategy discussion with police, health and school.',
    'An adult in the household is known to present a risk to children. Strategy discussion today.',
  ],
  earlyHelp: [
    'Needs can be met by early help, and the family agrees. Passed to the locality hub the same day.',
    'No worry about safety. The family would like help with routines; early help to contact them this week.',
    'School will lead an early help plan. The referrer has been told to come back if it is not enough.',
  ],
  noFurtherAction: [
    'Checks made with school and health: no worries held. The parent explained; the account fits.',
    'Already known to the early help team, which is working with the family. Information passed on.',
    'The information is about another household, and was passed to the right team.',
    'The family has moved to another authority, which has confirmed receipt.',
    'One-off incident between adults; the children were not present. Police have given advice.',
  ],
} as const;

/** Why a limit was passed, by the kind of limit. Said by whoever is answerable. */
export const visitReasons = [
  'The family was away at a grandparent’s; confirmed by telephone.',
  'Sickness in the team, and the visit was not covered. Cover is now in place.',
  'Two visits were tried in time and nobody was in.',
  'The family had chickenpox and asked us to wait. The health visitor spoke with them by video.',
  'The case was between two workers.',
  'The visit was made by a colleague and, by mistake, about one child only.',
  'Emergency elsewhere on the day; the next free day was after the limit.',
] as const;
export const reviewReasons = [
  'Put off so that both parents could attend, with the children’s view that they wanted this.',
  'No conference chair available in time. Raised with the head of service.',
  'The social worker’s report was not shared with the family in time, and it would not have been fair to go on.',
  'Quorum not met: police and health both sent apologies. Held at the first date after.',
  'The family moved between areas, and the case transferred in the week of the conference.',
] as const;
export const conferenceReasons = [
  'Held late so that the interpreter could be there.',
  'The enquiry took longer because the paediatric report was outstanding.',
  'No conference slot within the fifteen days. Safety plan in force meanwhile, and visits twice weekly.',
] as const;
export const coreGroupReasons = [
  'School was closed for the holiday; the first date with all agencies was after the limit.',
  'The parent was in hospital and asked that the meeting wait.',
  'The meeting was arranged in time and cancelled by us. It should not have been.',
] as const;
export const assessmentReasons = [
  'The family was hard to reach at first; time taken so that the father’s view is in the assessment.',
  'Awaiting a specialist report, without which the analysis would have been thin.',
  'The worker changed half-way and the new worker wished to meet the children first.',
  'Delay in writing up, owing to caseload. Visits were made throughout.',
] as const;

/** Why an enquiry under section 47 ended as it did. */
export const enquiryReasons = {
  notSubstantiated: [
    'The explanation fits what the paediatrician found. No harm was substantiated; the assessment goes on.',
    'Nobody who knows the children describes what was alleged, and they do not either. Not substantiated.',
    'The injury happened at school and was seen. Concerns not substantiated; advice given.',
    'The police took no action and the children were well. Not substantiated; help is offered through the assessment.',
  ],
  noContinuingRisk: [
    'Harm was substantiated. The person who caused it has left and has no contact; the parent protects. A plan for children in need is enough.',
    'It happened once and was admitted at once; the family asked for help the same day. No continuing risk; child in need plan.',
  ],
  takenIntoCare: [
    'Substantiated. Looked after, the child is not at continuing risk of it; the plan for care is made under the care planning regulations.',
    'Substantiated. The child is safe where they are going to live, and the review will look at what is needed next.',
  ],
  conference: [
    'Harm is substantiated and likely to go on. The manager agreed that a conference is convened.',
    'The enquiries bear out the concern, and the parents do not see it. Conference to be held within the limit.',
    'Substantiated: what the children said agrees with what school and health recorded. Conference convened.',
  ],
} as const;
