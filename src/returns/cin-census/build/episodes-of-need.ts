import type { LocalDate } from '../../../kernel/calendar/dates.ts';
import type { History, Statement } from '../../../kernel/step/history.ts';
import { leadsNowhere, statementsOf } from '../../../practice/pathway.ts';

/** What the census calls CIN details: from a referral until the case is closed, with what was done meanwhile. */
export type EpisodeOfNeed = {
  /** Absent: work is on record, and no referral. */
  readonly referral?: Statement;
  readonly closure?: Statement;
  readonly isNoFurtherAction: boolean;
};

type Growing = { referral?: Statement; closure?: Statement; isNoFurtherAction: boolean };

/** The work that the census reports within an episode: a child with any of it was in need. */
const work: ReadonlySet<string> = new Set([
  'childAndFamilyAssessment',
  'childInNeedPlan',
  'section47Enquiry',
  'initialConference',
  'transferInConference',
  'childProtectionPlan',
]);

/**
 * The episodes that a history tells. A referral about a child whose case is open begins none, unless a census file gave it as one; a closure ends the
 * one that was open. Work before any referral stands in an episode without one, which the rules will say is wrong.
 */
export function episodesOfNeed(history: History): readonly EpisodeOfNeed[] {
  const episodes: Growing[] = [];
  for (const statement of history)
    if (statement.step === 'referral') refer(episodes, statement, history);
    else if (statement.step === 'closure') close(episodes, statement);
  const isWorkedWith = history.some(({ step }) => work.has(step));
  return episodes.length === 0 && isWorkedWith ? [{ isNoFurtherAction: false, ...closedBy(history) }] : episodes;
}

const isOpen = ({ closure, isNoFurtherAction }: EpisodeOfNeed): boolean => closure === undefined && !isNoFurtherAction;

function refer(episodes: Growing[], referral: Statement, history: History): void {
  const isNoFurtherAction = leadsNowhere(referral, history);
  if (!isNoFurtherAction && referral.source === undefined && episodes.some(isOpen)) return;
  episodes.push({ referral, isNoFurtherAction });
}

function close(episodes: readonly Growing[], closure: Statement): void {
  const open = episodes.findLast(isOpen);
  if (open !== undefined) open.closure = closure;
}

const closedBy = (history: History): Pick<EpisodeOfNeed, 'closure'> => {
  const closure = statementsOf('closure', history).at(-1);
  return closure === undefined ? {} : { closure };
};

const begunBy = ({ referral }: EpisodeOfNeed, day: LocalDate): boolean => referral !== undefined && referral.happenedOn <= day;
const runsOn = (episode: EpisodeOfNeed, day: LocalDate): boolean =>
  begunBy(episode, day) && (episode.closure === undefined || episode.closure.happenedOn >= day);

/** In which episode something was done that began on a day: the one then open, else the last before it, else the first. */
export function episodeOn(day: LocalDate, episodes: readonly EpisodeOfNeed[]): EpisodeOfNeed | undefined {
  const further = episodes.filter(({ isNoFurtherAction }) => !isNoFurtherAction);
  return further.findLast((one) => runsOn(one, day)) ?? further.findLast((one) => begunBy(one, day)) ?? further[0] ?? episodes.at(-1);
}
