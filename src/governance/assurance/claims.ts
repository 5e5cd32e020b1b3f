/** One of the five of which the committee is asked to be satisfied: what is claimed, by which figures, and what no figure here can say. */
export type Claim = {
  readonly area: string;
  readonly claim: string;
  readonly figures: readonly string[];
  /** What would have to be recorded for this to be assured, and is not. */
  readonly missing: readonly string[];
  /** Audits of case files are evidence of it: those of the last year that are over and speak for everybody are weighed. */
  readonly restsOnAudits?: true;
  readonly actions: readonly string[];
};

export const claims: readonly Claim[] = [
  {
    area: 'Policies',
    claim: 'Policies are in place, have owners, and are reviewed.',
    figures: ['policiesReviewed'],
    missing: ['Policies outside the procedures manual, their owners and the days of their review', 'Whether staff know and follow them'],
    actions: ['Record each policy with its owner and the day of its next review.'],
  },
  {
    area: 'Procedures',
    claim: 'Inter-agency procedures are published, kept up to date every quarter, and known to those who work by them.',
    figures: ['proceduresReviewed', 'manualRead'],
    missing: ['Whether practice follows them: only an audit could say'],
    actions: ['Whoever has read no chapter in the last year: one, before their next supervision.'],
  },
  {
    area: 'Systems',
    claim: 'The record is written soon after the event, cannot be altered unseen, is read, and leaves time for families.',
    figures: ['entrySoon', 'sealed', 'contact', 'answersRead'],
    missing: ['Time in meetings, supervision and travel: nobody is asked for it'],
    actions: ['Put right what is recorded late, team by team.', 'Take out questions whose answers nobody reads.'],
  },
  {
    area: 'Practice',
    claim: 'Children are visited and reviewed when they should be, are seen and heard, and their plans make a difference.',
    figures: [
      'planReview',
      'planSixMonths',
      'careReview',
      'careSixMonths',
      'planVisit',
      'careVisit',
      'planSeen',
      'seenAlone',
      'actionsDone',
      'planAgain',
      'planDrift',
      'worker',
      'officer',
    ],
    restsOnAudits: true,
    missing: ['What children and parents themselves say of the help'],
    actions: [
      'Each child whose review or visit is late: a date, or the reason, within a week.',
      'Each child without a worker: allocated today.',
    ],
  },
  {
    area: 'Governance',
    claim: 'Practice is supervised and audited by enough people, agencies are held to account, and what is learnt changes practice.',
    figures: [
      'supervision',
      'supervisionHeld',
      'discussed',
      'unsafeAnswered',
      'chairsAnswered',
      'auditChanged',
      'bodiesMet',
      'bodyAnswers',
      'bodyActions',
      'postsFilled',
      'employedHere',
      'stayed',
      'atWork',
      'spanKept',
    ],
    missing: ['Whether what agencies agreed made children safer: only the measures of their priorities could say'],
    actions: [
      'Each team that is larger than one manager is to supervise: who takes whom, within a month.',
      'Each challenge, issue or action of the Board and its panels that is late: answered at their next meeting.',
    ],
  },
];
