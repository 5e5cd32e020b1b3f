/** Meant for all children of a visit: no names, and nothing that is one child's own. */
export const homeOpenings = [
  'Planned home visit. Mum and the children were in, and tea was being made.',
  'Unannounced visit after school. Dad answered straight away and was welcoming.',
  'Home visit as agreed at the core group. Both parents were there for the first half.',
  'Visit in the early evening, when everybody is usually home.',
  'Home visit with the family support worker, to go through the morning routine together.',
  'Planned visit. Grandmother was there too and joined in when the plan was discussed.',
  'Home visit before the review. The children had been told what it was for.',
  'Unannounced visit at breakfast time, agreed with the manager beforehand.',
  'Home visit in the school holiday. The children were playing out when I arrived.',
  'Planned visit, moved from the morning because of a hospital appointment.',
  'Home visit. Mum had written down what she wanted to talk about.',
  'Joint visit with the health visitor.',
  'Planned home visit. A neighbour was leaving as I arrived; nobody else was there.',
] as const;

export const schoolOpenings = [
  'Visit at school, in the quiet room, after speaking with the designated safeguarding lead.',
  'Seen at school at the children’s own wish, away from home.',
  'Visit at school at lunchtime; the class teacher joined for the last ten minutes.',
  'School visit. Attendance and lateness this half term were gone through with the pastoral lead.',
  'Seen at school, as agreed with the parents, so that there was time to talk.',
] as const;

export const schoolObservations = [
  'School has seen no worries since the last visit. Friendships are good.',
  'Two late marks this week, both on days after a weekend. School rings home by half past nine.',
  'Uniform clean, lunch account in credit, homework club twice a week.',
  'Teachers describe a settled fortnight, and one hard afternoon that was handled kindly.',
  'School would like a new review of support in class; the special needs coordinator will write to the family.',
  'The safe adult at school was named without being asked, and knows what the plan says.',
  'Tired in the mornings, school says, and eating well at lunch.',
] as const;

export const elsewhereOpenings = [
  'Seen at the family centre, where contact was taking place.',
  'Seen at grandmother’s home, where the children stayed for the weekend.',
  'Met at the library, which was the family’s choice today.',
  'Walked to the park together; it is easier to talk there than at home.',
] as const;

export const observations = [
  'The house was warm and there was food in the kitchen. Bedrooms were seen; each child has a bed with clean bedding.',
  'The kitchen was cluttered but safe, and better than a fortnight ago. The stair gate has been fitted.',
  'The front room was tidy. The back bedroom still has damp under the window; the landlord has been rung again.',
  'Routines were described in the same way by parent and children: tea at five, bath, and bed by eight.',
  'Parents spoke calmly to each other and about each other in front of the children.',
  'The parent was tired and said so. We talked about who can help on the days that are hardest.',
  'Warm, ordinary affection between parent and children throughout. The children went to their parent when they wanted something.',
  'There was tension when money was mentioned. The children went quiet and were taken upstairs to play, which was well judged.',
  'There was little food in the fridge today. A food parcel was arranged before I left and the benefit claim was gone through.',
  'The children were dressed for the weather and their school things were by the door.',
  'The agreed safety plan is on the fridge, and the parent could say without looking what it asks of each of them.',
  'The home was cold because the meter had run out. It was topped up while I was there, and the hardship fund applied for.',
  'Medicines and cleaning products are now in the locked cupboard, as was agreed.',
  'The parent could describe what the children need this week and how each of them differs.',
  'Smoke alarms were tested and work. The garden has been cleared.',
  'The parent found it hard to say what has changed, and we looked back over the last month together.',
  'Boundaries were kept kindly: the television went off when asked, after one reminder.',
] as const;

export const nextSteps = [
  'Next: the parent will ring the practice about the missed appointment; I will check on Friday.',
  'Next: attendance to be looked at with school before the core group.',
  'Nothing today makes the risk higher than was understood at the last core group. The plan stands.',
  'I remain worried about weekends, when fewer people see the children; a Saturday visit will be made.',
  'The family asked for help with school uniform, and this was requested the same day.',
  'Progress is real and still new. It has to last before the plan can be eased.',
  'I talked this over with my manager on the same day, and we agreed no change to the plan.',
  'Next: the housing officer to be asked again for a date for the repairs.',
  'The parent agreed to the drug and alcohol service’s new time, and will be taken to the first session.',
  'Next: direct work on feelings, using the materials that went well last time.',
  'What was agreed was written down and left with the family.',
] as const;

export const notSeen = [
  'Nobody answered the door; a card was left and the parent rang back the same evening.',
  'At nursery when we called; will be seen there on the next visit.',
  'Staying with grandparents overnight; the parent had forgotten to tell us.',
  'Out with friends and did not want to come back; spoken to on the telephone only.',
  'At football practice; the time of the visit will be changed.',
  'Asleep, and the parent did not want to wake a poorly child. I did not insist today and will return this week.',
  'At hospital for a routine appointment with the other parent.',
  'Did not come home from school as expected; was at a friend’s house, confirmed by telephone.',
  'On a school trip until Friday.',
] as const;

export const nobodyIn = [
  'Nobody answered. Curtains open, no car outside. Card left and parent rung: no reply.',
  'Nobody answered. A neighbour said that the family had gone out an hour before.',
  'The parent spoke through the window and said that it was not a good time. The children were heard inside and not seen.',
  'Nobody answered the door. School confirmed that the children were in today.',
  'Called twice, an hour apart; nobody answered. Manager told the same day.',
] as const;

/** Before the birth it is the expectant mother who is visited. */
export const expectingOpenings = [
  'Planned home visit to the expectant mother.',
  'Visit at home with the community midwife.',
  'Home visit after the antenatal appointment.',
  'Unannounced visit; she was at home and let me in.',
  'Visit at home, both parents there.',
] as const;

export const expectingObservations = [
  'The cot is up and the first clothes are washed.',
  'She has kept every appointment and showed me the hand-held notes.',
  'We went through who will be at the birth, and who will not.',
  'She was tired and open about how hard it is not to use. The midwife knows.',
  'The flat was warm, and the second bedroom has been cleared.',
  'He described what he learnt from the first child’s early weeks, and what will be different.',
  'She asked what happens on the ward after the birth, and we read that part of the plan together.',
] as const;

export const expectingNextSteps = [
  'Next: the birth plan to be agreed with the hospital’s safeguarding midwife.',
  'Next: a cot and steriliser through the baby bank, asked for today.',
  'Nothing today makes the risk higher than was understood at the conference.',
  'Next: the grandmother to be asked whether she can stay for the first month.',
  'I talked this over with my manager on the same day; the plan stands.',
  'Next: the missed scan to be booked again before Friday.',
] as const;
