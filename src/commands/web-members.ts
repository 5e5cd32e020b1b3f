import type { Database } from '../platform/database.ts';
import type { Log } from '../platform/log.ts';
import { hashPassword, isPassword } from '../platform/password.ts';
import { authorities, beginSession, endSession, letterheadOf, memberByEmail, membersToChoose, sessionOf } from '../record/members.ts';
import { changeOwnPassword, ownPassword } from '../record/own-password.ts';
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
export function membersOf(app: Database, changes: WebParts['changes'], log: Log): WebParts['members'] {
  const staffOf = rememberedStaff(app, changes);
  const nameOf = authorityNames(app);
  return {
    all: async (session) => (await staffOf(session)).members,
    teams: async (session) => (await staffOf(session)).teams,
    letterhead: (session) => letterheadOf(app, session),
    demonstrationPeople: async () => {
      const all = await Promise.all(
        (await authorities(app)).map(async ({ authority }) => (await membersToChoose(app, authority)).map((one) => ({ authority, one }))),
      );
      return all.flat().map(({ authority, one: { member, name, roles, team } }) => ({
        authority,
        memberId: member,
        name,
        ...(roles[0] === undefined ? {} : { role: roles[0] }),
        ...(team === null ? {} : { team }),
      }));
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
    changePassword: (who, passwords) => changePassword(app, log, who, passwords),
  };
}

type Changing = Parameters<WebParts['members']['changePassword']>;

/** Logged without a word of who or what: that it happened, and where it was tried in vain. */
async function changePassword(app: Database, log: Log, { session, token }: Changing[0], { current, next }: Changing[1]) {
  const stored = await ownPassword(app, session);
  if (stored === null) return 'none';
  const { authority } = session;
  if (!(await isPassword(current, stored))) {
    log.warning('password-not-changed', 'Somebody who is signed in gave a wrong password for their own.', { authority });
    return 'wrong';
  }
  await changeOwnPassword(app, session, token, await hashPassword(next));
  log.info('password-changed', 'Somebody changed their own password; their other sessions have ended.', { authority });
  return 'changed';
}
