import type { Band } from '../simulation/summary.ts';
import type { CareFlows } from './care-flows.ts';
import type { Forecast } from './forecast.ts';
import { ageBands, bandOfMonths, groupOrder, placementGroups } from './placement-groups.ts';

/** What was forecast of now from a year ago, and what came. */
export type ForecastTested = { readonly of: string; readonly said: Band; readonly came: number; readonly isWithin: boolean };

export function testForecast({ all, byGroup, byAge }: Forecast, { stock }: CareFlows): readonly ForecastTested[] {
  const told = (of: string, bands: readonly Band[] | undefined, came: number): readonly ForecastTested[] => {
    const said = bands?.at(11);
    return said === undefined ? [] : [{ of, said, came, isWithin: came >= said.low && came <= said.high }];
  };
  return [
    ...told('All children looked after', all, stock.length),
    ...groupOrder.flatMap((name, at) => told(placementGroups[name].title, byGroup[at], stock.filter(({ group }) => group === at).length)),
    ...ageBands.flatMap(({ title }, at) => told(title, byAge[at], stock.filter(({ months }) => bandOfMonths(months) === at).length)),
  ];
}
