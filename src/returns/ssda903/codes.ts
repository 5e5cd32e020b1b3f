import { ethnicities } from '../../vocabulary/cin.ts';
import * as vocabulary from '../../vocabulary/ssda903.ts';

const of = (codes: Readonly<Record<string, string>>): readonly string[] => Object.keys(codes);

const fosterPlacements = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6'];
const placedForAdoption = ['A3', 'A4', 'A5', 'A6'];
const temporaryPlacements = ['T0', 'T1', 'T2', 'T3', 'T4'];
/** From 2025-26 other placements are told apart. */
const otherPlacements = ['Z11', 'Z12', 'Z13', 'Z14'];
/** Placements of which there is no URN, in the lists of all years. */
const withoutUrn = ['P1', 'P3', 'R1', 'R2', 'R5', ...temporaryPlacements];
const placements = [
  ...placedForAdoption,
  'K1',
  'K2',
  'P1',
  'P3',
  'R1',
  'R2',
  'R3',
  'R5',
  'S1',
  ...temporaryPlacements,
  ...fosterPlacements,
];

/** The codes that rules of the return compare with, where they are the same in all years. */
export const codes = {
  ethnicities: of(ethnicities),
  reasonsAdoptionCeasedToBePlan: of(vocabulary.reasonsAdoptionCeasedToBePlan),
  reasonsForPlacementChange: of(vocabulary.reasonsForPlacementChange),
  reasonsForNewEpisode: of(vocabulary.reasonsForNewEpisode),
  legalStatuses: of(vocabulary.legalStatuses),
  categoriesOfNeed: of(vocabulary.categoriesOfNeed),
  reasonsEpisodeCeased: [...of(vocabulary.reasonsCareCeased), vocabulary.anotherEpisodeFollows],
  reviewParticipation: of(vocabulary.reviewParticipation),
  sdqReasons: of(vocabulary.sdqReasons),
  inTouch: of(vocabulary.inTouch),
  /** Training or employment are told by F4, F5, P4 and P5 from 2019. */
  activities: of(vocabulary.activities).filter((code) => code !== 'F3' && code !== 'P3'),
  /** Custody and homelessness are never suitable. */
  accommodations: of(vocabulary.accommodations).filter((code) => code !== 'S1' && code !== 'X1'),
  sexOfAdopters: of(vocabulary.sexOfAdopters),
  legalStatusOfAdopters: of(vocabulary.legalStatusOfAdopters),
  reasonsForSocialWorkerChange: of(vocabulary.reasonsForSocialWorkerChange),
  placementProviders: of(vocabulary.placementProviders),
  fosterPlacements,
  placedForAdoption,
  temporaryPlacements,
  otherPlacements,
  withoutUrn,
  /** Placements that stand in the lists of all years. */
  placements,
  male: ['1', 'M'],
  female: ['2', 'F'],
  /** REC: the child was adopted. */
  adopted: ['E11', 'E12'],
  /** REC: the child ceased to be looked after. */
  careCeased: of(vocabulary.reasonsCareCeased),
  /** REC: another episode follows on the same day. */
  anotherFollows: vocabulary.anotherEpisodeFollows,
  /** URN: there is none. */
  noUrn: 'XXXXXXX',
  /** Respite: a series of short breaks, under V3 or V4. */
  shortBreaks: ['V3', 'V4'],
};
