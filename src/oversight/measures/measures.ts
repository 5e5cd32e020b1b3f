import { frontDoorMeasures } from './front-door.ts';
import { healthMeasures } from './health.ts';
import { leavingCareMeasures } from './leaving-care.ts';
import { lookedAfterMeasures } from './looked-after.ts';
import type { Measure } from './measure.ts';
import { protectionMeasures } from './protection.ts';
import { rateMeasures } from './rates.ts';

/** Every published indicator that is counted here, in the order in which the page shows them. */
export const measures: readonly Measure[] = [
  ...frontDoorMeasures,
  ...protectionMeasures,
  ...lookedAfterMeasures,
  ...healthMeasures,
  ...leavingCareMeasures,
  ...rateMeasures,
];

const byName: ReadonlyMap<string, Measure> = new Map(measures.map((measure) => [measure.name, measure]));

export const measureNamed = (name: string): Measure | undefined => byName.get(name);
