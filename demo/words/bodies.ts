/** What the bodies of the demonstration have before them. Nothing in it is of a real place. */
export const priorities = [
  {
    priority: 'Families read reports before the conference',
    measure: 'Each agency’s report is with the family two days before nine conferences of ten',
    local: 'Reports of the schools and surgeries of this area, counted each month',
    found: ['19 of 42 conferences', '24 of 40 conferences', '29 of 41 conferences', '33 of 39 conferences'],
  },
  {
    priority: 'Babies are seen, at home and often',
    measure: 'Every baby of a family that is worried about is seen by somebody each week until twelve weeks old',
    local: 'Health visitors and family hubs of this area name the babies each week',
    found: ['31 of 52 babies', '38 of 55 babies', '41 of 50 babies', '44 of 49 babies'],
  },
  {
    priority: 'Children who go missing are listened to when they come back',
    measure: 'A talk within 72 hours with nine of ten, and what they say changes something',
    local: 'Every school of this area knows by nine in the morning who was away in the night',
    found: ['38 of 60 children', '40 of 57 children', '46 of 61 children', '45 of 55 children'],
  },
] as const;

export const risks = [
  {
    risk: 'Health visitor posts stay empty, and babies are not seen',
    owner: 'Integrated care board',
    control: 'Vacancies are told each quarter',
    later: 'medium',
  },
  { risk: 'Police leave conferences before the plan is made', owner: 'Police', control: 'One officer chairs the diary', later: 'low' },
  {
    risk: 'Schools outside the area do not know that a child is on a plan',
    owner: 'Local authority',
    control: 'The school is told on the day',
    later: 'high',
  },
] as const;

export const challenges = [
  {
    by: 'police',
    whom: 'integratedCareBoard',
    about: 'Eighteen of forty conferences had no report of a GP. What will be different in June?',
    evidence: 'Audit of forty conferences by the monitoring and evaluation sub-group',
    answer: 'Each surgery names who writes it; the named doctor rings those from whom none has come.',
    outcome: 'accepted',
    came: 'A report at 31 of 38 conferences two quarters later',
  },
  {
    by: 'schools',
    whom: 'council',
    about: 'Schools are not told when a plan ends, and learn it from the child.',
    evidence: 'Nine head teachers of the North panel',
    answer: 'The letter is now part of the end of a plan and cannot be left out.',
    outcome: 'accepted',
    came: 'No school has raised it since',
  },
  {
    by: 'council',
    whom: 'police',
    about: 'Children are held overnight because no bed is asked for before midnight.',
    evidence: 'Seven children in the quarter',
    answer: 'Custody sergeants ask at once. Where no bed is found the inspector rings the duty team.',
    outcome: 'partly',
    came: 'Three children in the quarter after',
  },
  {
    by: 'integratedCareBoard',
    whom: 'probation',
    about: 'Nobody of probation has come to two meetings of three. Who speaks for it?',
    evidence: 'Attendance of the year',
  },
] as const;

export const issues = [
  {
    area: 'North',
    issue: 'Children who moved here into temporary housing have no school place for weeks.',
    evidence: 'Fourteen children since September, counted by the schools',
    asked: 'One officer who places them within a week',
    answer: 'The admissions officer is told of each child on the day of the move.',
    changed: 'Two children wait now, neither longer than a week.',
  },
  {
    area: 'South',
    issue: 'No refuge takes a mother with a boy over twelve.',
    evidence: 'Five families in a year went back',
    asked: 'Two places in this county',
    answer: 'Housing has rented one flat; a second is looked for.',
    changed: 'One family has stayed.',
  },
  {
    area: 'Central',
    issue: 'Interpreters cannot be had after four o’clock, and children interpret for their parents.',
    evidence: 'Eleven visits in two months',
    asked: 'A line that answers until eight',
  },
] as const;

export const subGroups = [
  {
    name: 'Monitoring and evaluation sub-group',
    purpose: 'To see how good practice is in every agency, and to say so.',
    work: ['Audit of forty conferences', 'What the figures of the year say', 'Children’s own account of conferences'],
  },
  {
    name: 'Procedures sub-group',
    purpose: 'To keep the inter-agency procedures right and read.',
    work: ['Quarterly edition of the procedures', 'Answer every comment of partners'],
  },
  {
    name: 'Training sub-group',
    purpose: 'To see that people learn together, and that it changes what they do.',
    work: ['Course on respectful uncertainty', 'Six weeks after: what do those do who came?'],
  },
  {
    name: 'Practice reviews sub-group',
    purpose: 'To learn from what went wrong, and to prove that it stuck.',
    work: ['Audit of what the last review asked for'],
  },
] as const;

export const minutes = [
  'The figures were heard first. Where they fell, the agency said why, and what a child would notice. Two agencies brought none.',
  'A mother told the board what it was to hear a report read out that she had never seen. The priority stands for another year.',
  'The scrutineer had sat in on four strategy discussions: in three the school was not asked. Schools are asked from today.',
  'A long talk about vacancies. The board does not accept that nothing can be done before the spring.',
] as const;

export const decisions = [
  {
    decision: 'Each agency tells its own figure at every meeting.',
    why: 'Training alone changed nothing since last year. Nobody disagreed.',
  },
  {
    decision: 'Schools are asked to every strategy discussion of a child of theirs.',
    why: 'They know the child best. Police asked for a line for nights, which is agreed.',
  },
  { decision: 'The audit is done again in six months, by other auditors.', why: 'One good quarter is not yet a change.' },
] as const;

export const actions = [
  { what: 'Bring the figures of the quarter, with the number out of which they are', measure: 'They are in the papers a week before' },
  { what: 'Name who writes the report in each surgery and school', measure: 'A list that is right on the day it is asked for' },
  { what: 'Ask five families what they noticed', measure: 'Their words are read out at the next meeting' },
] as const;

export const evidence = [
  'The chief officer’s own report of this year names who answers for it',
  'Asked thirty staff at the front line: twenty-six could say',
  'Seen by the inspectorate last autumn',
  'Returns of every team, looked at each quarter',
] as const;
