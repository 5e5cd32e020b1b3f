import { dayInEngland } from '../kernel/calendar/dates.ts';
import { readManual } from '../governance/procedures/read-manual.ts';
import { lazily } from '../kernel/lazily.ts';
import type { Database } from '../platform/database.ts';
import { createLog, type Log } from '../platform/log.ts';
import { createVirusCheck } from '../platform/virus-check.ts';
import { derivation, steps, timescales, wordingOf } from '../practice/pathway.ts';
import { createMeter, type RecordingMeter } from '../oversight/burden/recording-meter.ts';
import { measuresOf, type MeasuredDays } from './measured-figures.ts';
import { assurancePartsOf } from './assurance-parts.ts';
import { areRulesApplied } from '../record/derivation-runs.ts';
import { createAttachments } from '../record/attachments.ts';
import { createDrafts } from '../record/drafts.ts';
import { authorities } from '../record/members.ts';
import { toldQuestions, toldSteps, toldWeeks } from '../record/recording-sums.ts';
import { publicComments } from '../record/public-comments.ts';
import { createRecord } from '../record/record.ts';
import type { Operations, WebParts } from '../web/parts.ts';
import { copiesOf } from './web-copies.ts';
import { importsOf } from './web-imports.ts';
import { membersOf } from './web-members.ts';
import { planningOf } from './web-planning.ts';
import { returnsOf } from './web-returns.ts';

/** What surrounds the pages. `proxy`: the addresses of the TLS proxy in front. */
export type Around = {
  readonly log?: Log;
  readonly operations?: Operations;
  readonly proxy?: string | undefined;
  /** Where ClamAV is; absent: wherever it is usually found. */
  readonly virusCheck?: string | undefined;
  /** The folder of reference data for the rules of returns. */
  readonly reference?: string | undefined;
  /** Where what recording costs is summed, until somebody takes it; absent: nobody does. */
  readonly meter?: RecordingMeter;
  /** What was counted of days that are over. */
  readonly days?: MeasuredDays;
};

const recordingOf = (app: Database, meter: RecordingMeter): WebParts['recording'] => ({
  add: ({ authority, teams }, step, cost) =>
    meter.add(
      { authority, team: teams.length === 1 ? teams[0] : undefined, step: step.name, wording: wordingOf(step) },
      dayInEngland(new Date()),
      cost,
    ),
  weeks: (session, since) => toldWeeks(app, session, since),
  steps: (session) => toldSteps(app, session),
  questions: (session) => toldQuestions(app, session),
});

/** All that the web is given, over one database. */
export async function webPartsOf(
  app: Database,
  demonstration: boolean,
  changes: WebParts['changes'],
  { log = createLog('words'), operations, proxy, virusCheck, reference, meter = createMeter(), days = new Map() }: Around = {},
): Promise<WebParts> {
  const [authority] = await authorities(app);
  return {
    record: createRecord({ database: app, derivation }),
    drafts: createDrafts(app),
    attachments: createAttachments(app),
    recording: recordingOf(app, meter),
    assurance: assurancePartsOf(app),
    planning: planningOf(app),
    measures: measuresOf(app, days),
    ...(reference !== undefined && { reference }),
    checkForViruses: createVirusCheck(virusCheck).begin,
    steps,
    wordingOf,
    timescales,
    procedures: lazily(readManual),
    changes,
    publicComments: publicComments(app, authority?.authority),
    authorityName: authority?.name ?? 'No authority yet',
    demonstration,
    https: proxy !== undefined,
    behindProxy: proxy,
    operations,
    now: () => new Date(),
    areRulesApplied: (session) => areRulesApplied(app, session, derivation),
    members: membersOf(app, changes, log),
    imports: importsOf(app, log),
    copies: copiesOf(app),
    returns: returnsOf(app, reference),
  };
}
