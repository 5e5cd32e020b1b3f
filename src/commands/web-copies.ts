import { makeCopy, pack } from '../oversight/emergency-copy/emergency-copy.ts';
import type { Database } from '../platform/database.ts';
import { copiesMade } from '../record/emergency-copies.ts';
import type { WebParts } from '../web/parts.ts';
import { copyPartsOf } from './copies.ts';

/** Emergency copies and caseload packs as the pages ask for them. */
export function copiesOf(app: Database): WebParts['copies'] {
  return {
    made: (session) => copiesMade(app, session),
    make: async (session, asked, madeBy, passphrase) => makeCopy(await copyPartsOf(app, session), asked, madeBy, passphrase),
    pack: async (session, asked) => pack(await copyPartsOf(app, session), asked),
  };
}
