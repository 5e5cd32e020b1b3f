/** What was said of a child in supervision, with what came of it. */
type Discussed = { readonly discussed: string; readonly decided?: string; readonly action?: string };

export const discussed: readonly [Discussed, ...Discussed[]] = [
  {
    discussed:
      'What is life like on a school morning? We know what the parent says, and have not seen one. The nursery’s account is warmer than ours.',
    decided: 'One visit before school within two weeks: most worries are about mornings.',
    action: 'Visit before school, unannounced',
  },
  {
    discussed:
      'School and health say the same as the family. The worker is surprised by how well it holds, and was asked what would make it fail.',
  },
  {
    discussed:
      'We have heard from everybody but the father. The worker rang him twice in April and did not write down why it stopped there.',
    decided: 'The father is asked again, by letter and through his sister: the plan rests on a person whom we have not met.',
    action: 'Letter to the father, and a call to his sister',
  },
  {
    discussed:
      'Another explanation for the tiredness was looked for: the sleep, the medicine, or the second job. None can be ruled out from here.',
    decided: 'Ask the GP what the medicine does, before the next core group.',
    action: 'Ask the GP about the medicine and sleep',
  },
  {
    discussed:
      'The child has been seen alone twice and has said very little. We spoke about what they draw, and whom they look at before answering.',
    decided: 'Three shorter visits at school instead of one long one at home.',
  },
  {
    discussed:
      'The plan has not changed since the last review. Two of its actions are things that we do, not things that will be different.',
    decided: 'Rewrite both as what the child will notice; bring them to the core group.',
    action: 'Rewrite two actions of the plan with the parents',
  },
  {
    discussed:
      'The carer is tired and says so. Respite was offered and turned down; we asked what would have to be true for it to be taken.',
  },
  {
    discussed: 'Contact with the grandmother does more good than anything else in the plan, and it rests on one bus.',
    decided: 'Pay the fares for three months, and ask the school about a lift.',
    action: 'Arrange the fares for contact',
  },
  {
    discussed: 'What do we not know? Who else sleeps in the flat. The worker has seen two rooms of four.',
    decided: 'Ask to see all rooms at the next visit, and say why.',
    action: 'See all the rooms',
  },
  { discussed: 'It was asked whether we would be content with this for our own child. For the first time since spring: nearly.' },
  {
    discussed: 'The worker likes this family, and said that it makes some questions hard to ask. We practised two of them.',
    decided: 'Joint visit with a colleague who has not met them.',
    action: 'Joint visit with a colleague',
  },
  {
    discussed:
      'Letters from the school say one thing and its teacher on the telephone another. Both were written down, with who said them.',
    decided: 'Meet the teacher and the head together.',
  },
  { discussed: 'Progress is real and six weeks old. We agreed what would tell us within a month that it does not last.' },
  {
    discussed:
      'He will be sixteen in the summer and nobody has asked him where he wants to live. The plan talks about him as if he were twelve.',
    decided: 'He writes his own part of the plan; the worker brings it to the review.',
  },
] as const;

/** Their own: how they are. */
export const wellbeing = [
  'Fifteen children; two new ones in one week were one too many. Sleeps well.',
  'Proud of the two who went home. Tired of the printer and of nothing else.',
  'The removal in the last week is still near. Spoke with a colleague the same evening; offered the counselling line.',
  'Overtime on three evenings. Agreed which two of the three could have waited.',
  'Was shouted at on a doorstep. Reported; the next visit is by two.',
  'Back from leave, and it held.',
  'Does not feel safe on the third floor of that building after dark. Visits there are before four.',
  'Well. Wants more of court, less of the duty rota.',
] as const;

/** Their own: what was seen and read of their practice. */
export const practice = [
  'Read a visit note together: the child speaks in it. What the mother did while he spoke is not there.',
  'Observed a home visit in the second week. Asked hard things kindly, and waited for the answer.',
  'An assessment names the father and does not describe him. Talked about what gets in the way.',
  'Tried three explanations of one bruise on paper. Two had never been written down.',
  'Looked at the chronology of one child together: the third of the same incident in a year stood out only there.',
  'Recorded within two days all but once. Writes while waiting at school, which works.',
  'Role-played a first conversation with a grandfather who does not want us there.',
] as const;

export const learning = [
  'Course on coercive control booked.',
  'Shadow a conference chair for a morning.',
  'Read the new chapter of the procedures on unborn children, and tell the team.',
  'Teach the next team meeting how she keeps a chronology.',
] as const;

/** Agreed for the member of staff, not for a child. */
export const agreedWithStaff = [
  'No new child until the next supervision',
  'A day at home each week to write',
  'Lone-working device ordered',
  'Joint visit with the manager to one family',
] as const;

type Comment = { readonly helped: 'yes' | 'partly' | 'no'; readonly comment?: string };

/** Their own words about it. */
export const comments: readonly [Comment, ...Comment[]] = [
  { helped: 'yes' },
  { helped: 'yes', comment: 'The question about whom I like stayed with me.' },
  { helped: 'partly', comment: 'We ran out of time for the last two children.' },
  { helped: 'partly' },
  { helped: 'no', comment: 'We spoke about what was late, and about no child.' },
] as const;

type Consulted = {
  readonly adviser: 'chair' | 'seniorManager' | 'legalAdviser' | 'outsideExpert';
  readonly whoElse?: string;
  readonly question: string;
  readonly advice: string;
  readonly use: 'followed' | 'partly' | 'notFollowed';
  readonly reason: string;
};

/** What was asked of somebody who knows more, and what they said. */
export const consultations: readonly [Consulted, ...Consulted[]] = [
  {
    adviser: 'legalAdviser',
    whoElse: 'S. Okonjo-Bell, solicitor to the council',
    question: 'Is the threshold met with what we have, without the hospital’s letter? Given: the chronology and both assessments.',
    advice:
      'On the chronology alone it is arguable, with the letter it is met. Ask for the letter today; plan a meeting before proceedings.',
    use: 'followed',
    reason: 'The hospital was rung the same afternoon.',
  },
  {
    adviser: 'outsideExpert',
    whoElse: 'Dr A. Marlow, child psychiatrist',
    question: 'What would show us that she is frightened rather than oppositional?',
    advice: 'See her with the door open and with it shut, and with her aunt in the room. Ask about mornings, not about anger.',
    use: 'followed',
    reason: 'Two visits planned so.',
  },
  {
    adviser: 'seniorManager',
    question: 'May the plan go on past fifteen months without proceedings?',
    advice: 'Not without a day on which it is decided again. Bring it to the panel within four weeks.',
    use: 'partly',
    reason: 'Goes to the panel in six weeks: the grandmother’s assessment is ready then.',
  },
  {
    adviser: 'chair',
    question: 'The parents ask for another chair. How would you meet them before the conference?',
    advice: 'Invite both an hour early, apart. Begin with what they would want the conference to know.',
    use: 'followed',
    reason: 'Invitations sent.',
  },
  {
    adviser: 'legalAdviser',
    whoElse: 'S. Okonjo-Bell, solicitor to the council',
    question: 'Can we refuse contact at the office this week, on what the school told us?',
    advice: 'No: reduce and supervise, and go to court if it must stop.',
    use: 'notFollowed',
    reason: 'Contact was put off by agreement with the mother, in writing, for one week.',
  },
] as const;

/** What chairs noted after a conference or a review. */
export const chairsGood = [
  'The mother wrote her own part of the report, and it was read first.',
  'He chaired the second half of his review himself; the worker had practised it with him.',
  'The report said plainly what is not known, and what will be done to find out.',
  'Both parents had the report three days before, and said that they recognised themselves in it.',
] as const;
export const chairsConcerns = [
  'Third meeting without the school. Nobody could say who had asked them.',
  'The plan is the same as six months ago; the child’s own words are from last year.',
  'The report reached the parents at the door.',
  'He asked where he will live in June, and nobody knew.',
] as const;
export const concernAnswers = [
  'Spoken about with the worker the same week. The child was seen on the next day; the plan is changed and sent to all.',
  'The school was asked by the manager herself; it has named somebody who comes.',
  'The report was late because of leave: from now on the manager sends it. The family was rung and told so.',
] as const;

/** From what somebody who reads a supervision sees that a standard is met, or is not. */
export const sampledFrom = {
  child: { yes: 'Each child is there with what the week is like for them.', no: 'Dates and tasks; no child can be seen in it.' },
  challenge: { yes: 'Another explanation was asked for, and weighed.', no: 'Nothing else was considered.' },
  decision: { yes: 'Each decision has its reason, an owner and a day.', no: '“To be monitored”: by nobody, until no day.' },
  followed: { yes: 'It begins with what was agreed last time.', no: 'What was agreed last time is not looked at.' },
  worker: { yes: 'How the work is felt was asked and answered.', no: 'Nobody asked how the worker is.' },
} as const;

export const improvable = [
  'Ask for the other explanation before the decision.',
  'Begin with last month’s actions, and say of each what it did for the child.',
  'Bring one child less and stay with each for longer.',
] as const;
