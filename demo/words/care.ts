/** Words of those who look after children, and of those who visit them. No names, and nothing that is one child's own. */
export const placementOpenings = [
  'Visit to the placement, after school. The carer was cooking and the kitchen was full of noise.',
  'Planned visit. The carer and I spoke first, while the television was on in the other room.',
  'Unannounced visit in the early evening. The door was opened at once.',
  'Visit at the placement with the supervising social worker, for the first half hour.',
  'Saturday visit, so that there was time. The family had just come back from swimming.',
  'Visit in the school holiday. The garden was full of bicycles.',
  'Visit on a school day; lunch was being made for the freezer.',
  'Visit to go through the care plan before the review.',
  'Visit moved from last week because of a hospital appointment.',
  'The carer had kept a list of things to ask, and we went through it.',
  'Visit at tea time; the place laid for me was taken, and we talked at the table.',
  'Visit after family time, to hear how it had gone.',
  'The carer’s own grown-up children were there. It felt like any house on a Sunday.',
  'Visit together with the personal adviser, so that the two of us need not be told everything twice.',
] as const;

export const placementObservations = [
  'The bedroom was seen: warm, tidy enough, with photographs on the wall that were not there last time.',
  'Own room, own key to the drawer. Clothes fit and are in season.',
  'Bedtimes and screens are the same for every child in the house, and everybody could say what they are.',
  'The carer comforted without being asked, and was accepted.',
  'There was a disagreement about the telephone while I was there; the carer held the line and let it cool.',
  'Savings are up to date and the book was shown to me.',
  'The memory box was on the shelf and has been added to.',
  'Medication is locked away and the sheet is signed for every day.',
  'The carer spoke warmly of the birth family, in front of the children.',
  'The new school bag was by the door. Attendance since the last visit is full.',
  'Two nights of poor sleep after family time; the carer keeps a diary of it and will share it with the clinic.',
  'The house was lively and safe. The dog is on a lead when visitors come.',
  'The carer is tired. Respite for one weekend was asked for and will be arranged.',
  'The carer could say what delegated authority covers and where it stops.',
  'Food from home was on the table: the carer has learnt three dishes.',
  'Hair and skin are well cared for; the carer drives to a barber who knows how.',
  'The life-story work goes on, a page a fortnight, at the child’s pace.',
  'The placement feels settled; nobody asked today when it would end.',
  'Homework is done at the kitchen table and the tutor comes on Thursdays.',
] as const;

export const placementNextSteps = [
  'Next: the passport application, with the form signed by the manager.',
  'Next: school to be asked for the report before the review.',
  'Next: family time on the second Saturday to be tried in the park rather than at the centre.',
  'I will ring the clinic about the waiting list.',
  'Next: the carer’s question about sleepovers goes to the manager this week.',
  'The care plan stands.',
  'Next: letters to be sent in the language that is read at home.',
  'Next: a visit to the brothers and sisters who are placed elsewhere is to be fixed for half term.',
  'Next: dentist, glasses, and a new coat.',
  'Next: independent visitor to be matched.',
  'The review is on the calendar, and who is to come was talked through.',
  'Next: the college open evening, with the carer.',
  'Next: the bus pass, and a trial run of the journey to school.',
  'Next: I will write up the wishes for the review in the words that were used.',
  'Next: advocacy was explained again, and the card left on the fridge.',
] as const;

export const carers = [
  'Foster carers in the county, approved for two',
  'Foster carers in the next town, three years’ experience',
  'A single foster carer, approved for sibling groups',
  'Foster carers of an independent agency',
  'Foster carers with two children of their own',
  'A retired couple, foster carers for nineteen years',
  'Foster carers on a farm at the edge of the county',
  'Specialist foster carers, trained in therapeutic parenting',
] as const;
export const kin = [
  'Maternal grandmother',
  'Paternal grandparents',
  'Maternal aunt and uncle',
  'An older half-sister',
  'Father’s cousin',
  'Maternal grandparents',
] as const;
export const homes = [
  'The Beeches, children’s home',
  'Harbour House, children’s home',
  'Four Winds, children’s home',
  'Mill Lane, children’s home',
] as const;
export const supported = [
  'Supported accommodation, Station Road',
  'Supported lodgings with a host family',
  'Supported accommodation, Canal Street',
] as const;

export const careAims = [
  'The parents’ assessment is to be finished before the review. Family time three times a week, supervised. School stays the same.',
  'Home is not safe now. Relatives are being assessed at the same time as the parents, so that no week is lost.',
  'The children are to stay together. Therapy, dentist and a tutor are arranged; family time once a fortnight.',
  'To stay with these carers until grown up, with the same school and the same friends. Family time in every school holiday.',
  'To keep the bond with the grandparents while the court decides. Life-story work begins.',
  'A settled home, a place at college and an answer from the Home Office. Solicitor and interpreter are in place.',
  'Preparing for independence at the young person’s pace: money, cooking, and people to ring.',
] as const;

export const reviewDecisions = [
  'The care plan continues. Family time to be reviewed in three months; social worker.',
  'Life-story work to begin by the end of term; social worker with the carer.',
  'The tutor is to go on until the examinations; virtual school.',
  'Dental treatment to be booked this week; carer. The health assessment is to be chased; social worker.',
  'The pathway needs assessment is to be finished before the next review; social worker and personal adviser.',
  'Brothers and sisters are to see each other every month, and it is to be in both plans; social worker.',
  'Legal advice on discharge of the order to be sought before the next review; team manager.',
  'Savings to be checked and reported; supervising social worker.',
  'Permanence in this placement goes to panel by the spring; team manager.',
] as const;

export const reviewWishes = [
  'I want to stay here. I want to see my brother more.',
  'School is all right. I do not like being fetched out of lessons for meetings.',
  'I would like to go home, and I know why I cannot just now.',
  'I want my own key.',
  'I told the officer before, so nobody needs to ask me in front of everyone.',
  'Can the dog come on holiday as well?',
  'I want to know what happens after I am eighteen, in writing.',
  'Mum should have the photographs of the school play.',
  'I like it here when it is quiet.',
] as const;

export const reviewLateReasons = [
  'The reviewing officer was ill and no other could be found who knew the child.',
  'The child asked for the review to wait until after the examinations.',
  'The court hearing was moved, and the plan could not be decided before it.',
  'The carers were away and the child wished them to be there.',
] as const;

export const careVisitReasons = [
  'The family was on holiday abroad with the carers, as agreed; seen on the day of return.',
  'The worker was off sick and the duty worker spoke with the child by video only, which does not count.',
  'The child was at a residential trip with school; the visit was made in the week after.',
  'Nobody had the case for nine days between two workers.',
] as const;

export const educationProgress = [
  'Attendance 97 %. Reading has gone up by two levels since September.',
  'Attendance 88 % because of family time on Fridays, which will be moved.',
  'Settled in the new class. The safe adult is the librarian.',
  'Two fixed-term exclusions; a key worker in school from Monday.',
  'On course for grade fives; mock examinations went well.',
  'Nursery describes new words every week and good eating.',
  'The college is pleased with attendance and would like help with the fare.',
  'English as a new language: moved up a group.',
] as const;
export const educationTargets = [
  'Pupil premium plus pays for a reading tutor, two hours a week.',
  'Pupil premium plus pays for the school trip and a laptop.',
  'A quiet place at lunch time; a timetable on one page.',
  'Interview practice with the virtual school; driving theory test paid for.',
  'Speech and language support twice a week, shown to the carers as well.',
] as const;
export const schools = [
  'Riverside Primary',
  'St Aidan’s Primary',
  'Norchester Academy',
  'The Hill School',
  'Ashdown High School',
  'Norchester College',
  'Meadow Nursery',
] as const;

export const healthNeeds = [
  'Well. Glasses prescribed; dentist in six weeks.',
  'Behind on two immunisations, which the practice will give this month.',
  'Asthma plan renewed; a spare inhaler is at school.',
  'Sleeps badly. Referred to the looked-after children’s emotional health team.',
  'Growing along the line. Hearing test passed.',
  'Weight to be watched; the carer and the school nurse have a plan.',
  'Eczema cream renewed. No other needs found.',
] as const;

export const missingRisks = [
  'Older friends with a car; the address is known to the police.',
  'Believed to be on the way to the mother’s home, as before.',
  'Telephone off. The exploitation team has been told.',
  'Took money and a bag. Friends of the placement are being rung one by one.',
] as const;
export const missingReturns = [
  'Came back alone, tired and hungry.',
  'Brought back by the police at night, unhurt.',
  'Rang the carer and was fetched from the station.',
] as const;
export const missingInterviews = [
  'Wanted to see the brother and did not think the answer would be yes.',
  'There had been an argument about the telephone; walked until it was light.',
  'Would not say with whom. Said that nobody had hurt them, and asked for the same worker next time.',
] as const;

export const pathwayNeeds = [
  'Cooking for a week on a budget, a bank account, and somebody to ring at night.',
  'A passport, a settled immigration status and English for college.',
  'Staying put with the carers after eighteen; driving lessons; an apprenticeship in engineering.',
  'A flat near the sister. Help with the tenancy, and with sleeping alone in it.',
] as const;
export const pathwayViews = [
  'I want to stay with my carers until I have finished college.',
  'I want to be able to do my own shopping before anybody calls me independent.',
  'I would like one worker, not four.',
  'I am looking forward to it and I am frightened of it.',
] as const;
export const pathwayProgress = [
  'College going well; provisional licence held. Savings are on course.',
  'Rent is up to date. Two college days missed because of the fare, which is now paid weekly.',
  'Looking for work after the end of the course; the job coach is seen each week.',
  'Moved from supported lodgings to a flat of their own; furnished with the setting-up grant.',
] as const;
export const leaverNotes = [
  'Met for coffee, as agreed. Spoke of the course and of a friend who is moving in.',
  'Telephone call; would like help with a council tax letter.',
  'Seen at home. The flat was warm and there was food in the cupboard.',
  'Message answered after a week: working nights, all well, will ring on Sunday.',
  'Visit with the housing officer about the damp.',
  'No answer to two calls and a letter; the landlord says that the post is being taken in.',
] as const;
