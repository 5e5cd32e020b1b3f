import type { Database } from '../platform/database.ts';
import { derivation, steps, timescales, wordingOf } from '../practice/pathway.ts';
import { authorities } from '../record/members.ts';
import { createRecord } from '../record/record.ts';
import type { WebParts } from '../web/parts.ts';
import { copiesOf } from './web-copies.ts';
import { importsOf } from './web-imports.ts';
import { membersOf } from './web-members.ts';

/** All that the web is given, over one database. */
export async function webPartsOf(app: Database, demonstration: boolean, changes: WebParts['changes']): Promise<WebParts> {
  const [authority] = await authorities(app);
  return {
    record: createRecord({ database: app, derivation }),
    steps,
    wordingOf,
    timescales,
    changes,
    authorityName: authority?.name ?? 'No authority yet',
    demonstration,
    now: () => new Date(),
    members: membersOf(app, changes),
    imports: importsOf(app),
    copies: copiesOf(app),
  };
}
