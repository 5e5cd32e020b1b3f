import type { Database } from '../platform/database.ts';
import { createLog, type Log } from '../platform/log.ts';
import { createVirusCheck } from '../platform/virus-check.ts';
import { derivation, steps, timescales, wordingOf } from '../practice/pathway.ts';
import { areRulesApplied } from '../record/derivation-runs.ts';
import { createAttachments } from '../record/attachments.ts';
import { createDrafts } from '../record/drafts.ts';
import { authorities } from '../record/members.ts';
import { createRecord } from '../record/record.ts';
import type { Operations, WebParts } from '../web/parts.ts';
import { copiesOf } from './web-copies.ts';
import { importsOf } from './web-imports.ts';
import { membersOf } from './web-members.ts';

/** What surrounds the pages. `proxy`: the addresses of the TLS proxy in front. */
export type Around = {
  readonly log?: Log;
  readonly operations?: Operations;
  readonly proxy?: string | undefined;
  /** Where ClamAV is; absent: wherever it is usually found. */
  readonly virusCheck?: string | undefined;
};

/** All that the web is given, over one database. */
export async function webPartsOf(
  app: Database,
  demonstration: boolean,
  changes: WebParts['changes'],
  { log = createLog('words'), operations, proxy, virusCheck }: Around = {},
): Promise<WebParts> {
  const [authority] = await authorities(app);
  return {
    record: createRecord({ database: app, derivation }),
    drafts: createDrafts(app),
    attachments: createAttachments(app),
    checkForViruses: createVirusCheck(virusCheck).begin,
    steps,
    wordingOf,
    timescales,
    changes,
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
  };
}
