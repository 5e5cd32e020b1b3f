import type { CopyParts } from '../oversight/emergency-copy/emergency-copy.ts';
import type { Database } from '../platform/database.ts';
import { timescales } from '../practice/pathway.ts';
import type { Session } from '../record/contract.ts';
import { namesWithheld, numberCopy } from '../record/emergency-copies.ts';
import { authorities, colleagues, teamsOf } from '../record/members.ts';

/** What emergency copies are made with: on the application's connection for the pages, on the owner's for the command. */
export async function copyPartsOf(database: Database, session: Session): Promise<CopyParts> {
  const known = (await authorities(database)).find(({ authority }) => authority === session.authority);
  return {
    authorityName: known?.name ?? `Authority ${session.authority}`,
    number: (asked) => numberCopy(database, session, asked),
    withheld: (words) => namesWithheld(database, session, words),
    names: async () => ({
      members: new Map([...(await colleagues(database, session)).values()].map(({ member, name }) => [member, name])),
      teams: new Map((await teamsOf(database, session)).map(({ team, name }) => [team, name])),
      rules: new Map(timescales.map(({ rule, version, title }) => [`${rule} ${version}`, title])),
    }),
  };
}
