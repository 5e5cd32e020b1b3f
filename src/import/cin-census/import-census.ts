import { isDate } from '../../kernel/calendar/dates.ts';
import type { AnyStep } from '../../kernel/step/step.ts';
import { instantInEngland } from '../intake/england-time.ts';
import type { ImportResult, IntakeOptions, Source, SourceEvent, SourceHeader } from '../intake/import-run.ts';
import { takeIn } from '../intake/intake.ts';
import { sizeOf } from '../../reading/xml-units.ts';
import { rawOf } from './census-problem.ts';
import { readingsOf, type Reading } from './census-steps.ts';
import { readCensus } from './census-xml.ts';
import { statementsOf } from './statements.ts';

export type CensusOptions = IntakeOptions & { readonly source: AsyncIterable<Uint8Array> };

/** Takes a CIN census into the record, in constant memory. The child is atomic; to load the same file again changes nothing. */
export const importCensus = ({ source, ...options }: CensusOptions): Promise<ImportResult> =>
  takeIn(censusSource(source, options.steps), options);

export function censusSource(file: AsyncIterable<Uint8Array>, steps: readonly AnyStep[]): Source {
  let bytes = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const some of file) {
      bytes += some.length;
      yield some;
    }
  }
  return {
    kind: 'cin',
    columns: { id: 'LAchildID', upn: 'UPN' },
    events: eventsOf(counted(), readingsOf(steps)),
    bytes: () => bytes,
    citationOf: (run, header) => {
      const statedAt = instantInEngland(header?.dateTime);
      return { kind: 'cin', run, details: lastDayOf(header), ...(statedAt === undefined ? {} : { statedAt }) };
    },
  };
}

/** The last day that a census tells of: its reference date, else the 31 March of its year. */
function lastDayOf(header: SourceHeader | undefined): readonly string[] {
  const { referenceDate = '', year = '' } = header ?? {};
  return [referenceDate.slice(0, 10), `${year}-03-31`].filter(isDate).slice(0, 1);
}

async function* eventsOf(file: AsyncIterable<Uint8Array>, readings: readonly Reading[]): AsyncGenerator<SourceEvent> {
  for await (const event of readCensus(file)) {
    if (event.kind !== 'child') yield event;
    else
      yield {
        kind: 'child',
        read: statementsOf(event.child, readings),
        raw: () => rawOf(event.child),
        keep: () => ({ element: event.child }),
        size: sizeOf(event.child),
      };
  }
}
