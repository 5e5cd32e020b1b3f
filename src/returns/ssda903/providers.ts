import { oneOf } from '../rule/compare.ts';
import { codes } from './codes.ts';
import type { Episode } from './episodes.ts';
import type { LookedAfterReturn, Provider, ReturnChild } from './looked-after-return.ts';

/** What the register has of a placement’s URN: nothing where none is given, the URN says that there is none, or rule 1008 finds it unknown. */
export const providersOf = ({ URN }: Episode, { providers }: LookedAfterReturn): readonly Provider[] =>
  URN === undefined || URN === codes.noUrn ? [] : (providers.get(URN) ?? []);

/** Episodes in such placements that are said to be provided by such a provider. */
export const providedBy =
  (provider: string, placements: readonly string[]) =>
  ({ Episodes }: ReturnChild) =>
    Episodes.filter(({ PLACE, PLACE_PROVIDER }) => PLACE_PROVIDER === provider && oneOf(PLACE, placements));
