import type { Database } from '../platform/database.ts';
import { isPassword } from '../platform/password.ts';
import { authorities, beginSession, endSession, memberByEmail, membersToChoose, sessionOf } from '../record/members.ts';
import type { WebParts } from '../web/parts.ts';
import { rememberedStaff } from './remembered-staff.ts';

/** What the authority is called that somebody has signed in to: asked of the database only for one that was not met before. */
function authorityNames(app: Database): (authority: number) => Promise<string | undefined> {
  let known: ReadonlyMap<number, string> = new Map();
  return async (authority) => {
    if (!known.has(authority)) known = new Map((await authorities(app)).map((one) => [one.authority, one.name]));
    return known.get(authority);
  };
}

/** Members of staff, their teams and their sign-ins, as the pages ask for them. */
export function membersOf(app: Database, changes: WebParts['changes']): WebParts['members'] {
  const staffOf = rememberedStaff(app, changes);
  const nameOf = authorityNames(app);
  return {
    all: async (session) => (await staffOf(session)).members,
    teams: async (session) => (await staffOf(session)).teams,
    demonstrationPeople: async () => {
      const all = await Promise.all(
        (await authorities(app)).map(async ({ authority }) => (await membersToChoose(app, authority)).map((one) => ({ authority, one }))),
      );
      return all
        .flat()
        .flatMap(({ authority, one: { member, name, roles, team } }) =>
          roles[0] === undefined ? [] : [{ authority, memberId: member, name, role: roles[0], ...(team === null ? {} : { team }) }],
        );
    },
    signIn: (authority, member) => beginSession(app, authority, member),
    signInByPassword: async (email, password) => {
      for (const { authority } of await authorities(app)) {
        const known = await memberByEmail(app, authority, email);
        if ((await isPassword(password, known?.password)) && known !== undefined) return beginSession(app, authority, known.member);
      }
      return undefined;
    },
    sessionOf: async (token, by) => {
      const signedIn = await sessionOf(app, token, by);
      if (signedIn === undefined) return undefined;
      const { name, ...session } = signedIn;
      const authorityName = await nameOf(session.authority);
      return { session, name, ...(authorityName === undefined ? {} : { authorityName }) };
    },
    signOut: (token) => endSession(app, token),
  };
}
