import type { History, Statement } from '../../../kernel/step/history.ts';
import { preProceedingsIn } from './before-court.ts';
import { group, inOrder, numbered, value, type BuiltElement } from './element.ts';
import { episodeOn, episodesOfNeed, type EpisodeOfNeed } from './episodes-of-need.ts';
import { assessmentsIn, childInNeedPlansIn, type Module } from './help.ts';
import { identityOf } from './identifiers.ts';
import { isIn, isRunningIn, type Period, type WhichYear } from '../../rule/period.ts';
import { enquiriesIn, protectionPlansIn } from './protection.ts';

/**
 * A child as the children in need census of a year tells it, from what stands in the record; undefined: the child was not in need in that year. Pure.
 * What happened after the year is not looked at.
 */
export function buildChild(history: History, { year, period }: WhichYear): BuiltElement | undefined {
  const told = history.filter((one) => one.happenedOn <= period.to);
  const episodes = episodesOfNeed(told);
  if (!episodes.some((one) => isOfYear(one, period))) return undefined;
  const details = detailsIn(told, episodes, { year, period });
  const [child] = group('Child', identityOf(history, { year, period }), inOrder(details));
  return child === undefined || details.length === 0 ? undefined : numbered(child);
}

/** Referred for nothing more, a child is told of in the year of the referral alone. */
function isOfYear({ referral, closure, isNoFurtherAction }: EpisodeOfNeed, period: Period): boolean {
  const begun = referral?.happenedOn ?? period.from;
  return isNoFurtherAction ? isIn(begun, period) : isRunningIn(begun, closure?.happenedOn, period);
}

function detailsIn(told: History, episodes: readonly EpisodeOfNeed[], { year, period }: WhichYear): readonly BuiltElement[] {
  const enquired = enquiriesIn(told, period);
  const modules = {
    alone: enquired.alone,
    assessments: assessmentsIn(told, period),
    plans: childInNeedPlansIn(told, period),
    enquiries: enquired.enquiries,
    protection: protectionPlansIn(told, period),
    court: year >= '2026-27' ? preProceedingsIn(told, period) : [],
  };
  return episodes
    .filter((one) => isOfYear(one, period))
    .flatMap((episode) => {
      const own = (all: readonly Module[]) => inOrder(all.filter(isPartOf(episode, episodes)).flatMap(({ elements }) => elements));
      const before = [own(modules.alone).slice(-1), own(modules.assessments), own(modules.plans), own(modules.enquiries)].flat();
      const after = [...own(modules.protection), ...own(modules.court)];
      // Of work without a referral nothing is told but what of it was done in the year.
      if (episode.referral === undefined && before.length + after.length === 0) return [];
      return group('CINdetails', beginning(episode), before, value('ReferralNFA', episode.isNoFurtherAction, episode.referral), after);
    });
}

const isPartOf =
  (episode: EpisodeOfNeed, episodes: readonly EpisodeOfNeed[]) =>
  ({ begun }: { readonly begun: Statement }): boolean =>
    episodeOn(begun.happenedOn, episodes) === episode;

const beginning = ({ referral, closure, isNoFurtherAction }: EpisodeOfNeed): readonly BuiltElement[] => [
  ...value('CINreferralDate', referral?.happenedOn, referral),
  ...value('ReferralSource', referral?.answers['source'], referral),
  ...value('PrimaryNeedCode', referral?.answers['primaryNeed'], referral),
  ...(isNoFurtherAction ? [] : value('CINclosureDate', closure?.happenedOn, closure)),
  ...(isNoFurtherAction ? [] : value('ReasonForClosure', closure?.answers['reason'], closure)),
];
