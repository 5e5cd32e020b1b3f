import type { LocalDate } from '../../kernel/calendar/dates.ts';
import { censusSteps } from '../cin-census/build/census-return.ts';
import { lookedAfterSteps } from '../ssda903/build/return-set.ts';
import { careRows } from './care-rows.ts';
import { healthRows } from './health-rows.ts';
import { inNeedRows } from './in-need-rows.ts';
import { involvementRows } from './staff-rows.ts';
import { knownOf, type About } from './known.ts';
import { leavingRows } from './leaving-rows.ts';
import { peopleRows } from './people-rows.ts';
import { protectionRows } from './protection-rows.ts';
import type { DatasetRow } from './row.ts';
import { visitRows } from './visit-rows.ts';

/** The steps that the dataset tells: nothing of any other is read for it. */
const toldBesides = [
  'coWorkingEnd',
  'household',
  'contact',
  'contactDecision',
  'familyHelp',
  'familyHelpEnd',
  'assessmentReport',
  'visit',
  'carePlan',
  'returnHomeInterview',
  'pathwayPlan',
  'personalAdviserNamed',
  'pathwayPlanReview',
  'transferIn',
];
export const datasetSteps: readonly string[] = [...new Set([...censusSteps, ...lookedAfterSteps, ...toldBesides])];

/** All rows of one child as known on a day. Of somebody who has no number here, an adult or a person wanted for another's record, there are none. Pure. */
export function datasetRows(about: About, on: LocalDate): readonly DatasetRow[] {
  const known = knownOf(about, on);
  if (known === undefined) return [];
  return [
    ...peopleRows(known),
    ...inNeedRows(known),
    ...protectionRows(known),
    ...visitRows(known),
    ...careRows(known),
    ...healthRows(known),
    ...leavingRows(known),
    ...involvementRows(known),
  ];
}
