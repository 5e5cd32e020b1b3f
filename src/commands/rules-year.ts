import { Obstacle } from '../platform/obstacle.ts';
import { collectionYears, isCollectionYear, type CollectionYear } from '../returns/rule/years.ts';

/** What --year says of the rules to go by. */
export function rulesYear(said: string | undefined): CollectionYear | undefined {
  if (said === undefined || isCollectionYear(said)) return said;
  throw new Obstacle(`--year is "${said}". Rules are kept of ${collectionYears.join(', ')}.`);
}
