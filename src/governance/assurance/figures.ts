/**
 * One figure: so many of so many. `timeliness` says that something was done when it was due, never that it was any good: beside it stands one of `substance`. `record`
 * says how far the record can be believed.
 */
export type Figure = {
  readonly name: string;
  readonly kind: 'timeliness' | 'substance' | 'record';
  /** "n of among …": what the n are, and what they are of. */
  readonly said: string;
  readonly of: string;
  /** Those who are not among the n, after their number. */
  readonly otherwise: string;
  /** Of whom nothing can be said, after their number. */
  readonly apart: string;
  /** Below this share it speaks against the claim; and whose standard that is. */
  readonly standard: number;
  readonly standardOf: string;
  readonly question: string;
  /** Where those who may see the children behind it. */
  readonly names?: string;
  /** Counted of children, so that small numbers could point at one. */
  readonly ofChildren: boolean;
};

const children = { ofChildren: true, question: 'assured_children' } as const;
const plan = 'children on protection plans';
const care = 'children looked after';
const notYet = 'not yet due a first review, or not in the source';
const local = 'The service’s own';

export const figures: readonly Figure[] = [
  {
    ...children,
    name: 'planReview',
    kind: 'timeliness',
    said: 'reviewed within their own limit',
    of: plan,
    otherwise: 'have a review conference that is late',
    apart: notYet,
    standard: 1,
    standardOf: 'Working Together 2023',
    names: '/board?who=plans&part=plans-own-outside',
  },
  {
    ...children,
    name: 'planSixMonths',
    kind: 'timeliness',
    said: 'reviewed within the last six months',
    of: plan,
    otherwise: 'were not reviewed within six months',
    apart: notYet,
    standard: 1,
    standardOf: 'Report of January 2009, paragraph 4',
    names: '/board?who=plans&part=plans-six-outside',
  },
  {
    ...children,
    name: 'careReview',
    kind: 'timeliness',
    said: 'reviewed within their own limit',
    of: care,
    otherwise: 'have a looked-after review that is late',
    apart: notYet,
    standard: 1,
    standardOf: 'Care Planning Regulations 2010, regulation 33',
    names: '/board?who=care&part=care-own-outside',
  },
  {
    ...children,
    name: 'careSixMonths',
    kind: 'timeliness',
    said: 'reviewed within the last six months',
    of: care,
    otherwise: 'were not reviewed within six months',
    apart: notYet,
    standard: 1,
    standardOf: 'Report of January 2009, paragraph 4',
    names: '/board?who=care&part=care-six-outside',
  },
  {
    ...children,
    name: 'planVisit',
    kind: 'timeliness',
    said: 'visited within their limit',
    of: plan,
    otherwise: 'are owed a visit that is late',
    apart: 'with no limit running, or whose visits are not in the source',
    standard: 1,
    standardOf: 'Working Together 2023; local limit',
    names: '/board?who=plans&state=late',
  },
  {
    ...children,
    name: 'careVisit',
    kind: 'timeliness',
    said: 'visited within their limit',
    of: care,
    otherwise: 'are owed a visit that is late',
    apart: 'with no limit running, or whose visits are not in the source',
    standard: 1,
    standardOf: 'Care Planning Regulations 2010, regulation 28',
    names: '/board?who=care&state=late',
  },
  {
    ...children,
    name: 'planSeen',
    kind: 'substance',
    said: 'seen within the last four weeks',
    of: 'children on protection plans for four weeks or longer',
    otherwise: 'were not seen within four weeks',
    apart: 'on a plan for less, or whose visits are not in the source',
    standard: 0.95,
    standardOf: local,
    names: '/board?who=plans&part=notSeen',
  },
  {
    name: 'seenAlone',
    kind: 'substance',
    ofChildren: false,
    question: 'assured_substance',
    said: 'seen alone',
    of: 'times a child was seen in the last three months',
    otherwise: 'were not alone with the worker',
    apart: 'times of which nobody said',
    standard: 0.75,
    standardOf: local,
  },
  {
    name: 'actionsDone',
    kind: 'substance',
    ofChildren: false,
    question: 'assured_substance',
    said: 'done by their day',
    of: 'agreed actions that fell due in the last six months',
    otherwise: 'were not done by their day',
    apart: 'ended before their day',
    standard: 0.8,
    standardOf: local,
  },
  {
    name: 'planAgain',
    kind: 'substance',
    ofChildren: true,
    question: 'assured_substance',
    said: 'the child’s first',
    of: 'protection plans begun in the last twelve months',
    otherwise: 'were for a child who had been on one before',
    apart: 'plans of which earlier ones are not known',
    standard: 0.78,
    standardOf: local,
  },
  {
    ...children,
    name: 'planDrift',
    kind: 'substance',
    said: 'on their plan for less than two years',
    of: plan,
    otherwise: 'have been on a plan for two years or longer',
    apart: 'not known',
    standard: 0.97,
    standardOf: local,
    names: '/board?who=plans&sort=since',
  },
  {
    ...children,
    name: 'worker',
    kind: 'substance',
    said: 'with a social worker of their own',
    of: 'children on plans or looked after',
    otherwise: 'have no social worker',
    apart: 'not known',
    standard: 1,
    standardOf: 'Working Together 2023',
    names: '/board?who=all&worker=none',
  },
  {
    ...children,
    name: 'officer',
    kind: 'substance',
    said: 'with an independent reviewing officer named',
    of: care,
    otherwise: 'have no reviewing officer named',
    apart: 'not known',
    standard: 1,
    standardOf: 'Children Act 1989, section 25A',
    names: '/board?who=care&part=noOfficer',
  },
  {
    name: 'entrySoon',
    kind: 'record',
    ofChildren: false,
    question: 'assured_record',
    said: 'recorded within two days of the event',
    of: 'visits and meetings recorded in the last three months',
    otherwise: 'were recorded later than that',
    apart: 'not known',
    standard: 0.9,
    standardOf: local,
    names: '/burden',
  },
  {
    name: 'sealed',
    kind: 'record',
    ofChildren: false,
    question: 'assured_record',
    said: 'sealed under a published root',
    of: 'days of the last three months',
    otherwise: 'have no root',
    apart: 'not known',
    standard: 1,
    standardOf: local,
  },
  {
    name: 'contact',
    kind: 'record',
    ofChildren: false,
    question: 'assured_record',
    said: 'with children and families',
    of: 'hours of recording and of contact in the last four weeks',
    otherwise: 'went into recording',
    apart: 'not known',
    standard: 0.8,
    standardOf: 'Design target: recording under 20 % of working time',
    names: '/burden',
  },
  {
    name: 'answersRead',
    kind: 'record',
    ofChildren: false,
    question: 'assured_record',
    said: 'read by somebody else within 90 days',
    of: 'answers recorded in four weeks',
    otherwise: 'were read by nobody but their writer',
    apart: 'not known',
    standard: 0.5,
    standardOf: local,
    names: '/burden',
  },
];

/** "Children on protection plans: reviewed within their own limit". */
export const nameOf = ({ of, said }: Figure): string => `${of.charAt(0).toUpperCase()}${of.slice(1)}: ${said}`;
