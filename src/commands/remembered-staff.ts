import type { Database } from '../platform/database.ts';
import { colleagues, teamsOf } from '../record/members.ts';
import type { Session } from '../record/contract.ts';
import type { Member, Team, WebParts } from '../web/parts.ts';

type Staff = { readonly members: readonly Member[]; readonly teams: readonly Team[] };

/** A change that nobody told us of, such as one made by hand in the database, is seen after half a minute. */
const longest = 30_000;

async function readStaff(app: Database, session: Session): Promise<Staff> {
  const [members, teams] = await Promise.all([colleagues(app, session), teamsOf(app, session)]);
  return {
    members: [...members.values()].map(({ member, name, roles, team }) => ({
      id: member,
      name,
      roles,
      teams: team === null ? [] : [team],
    })),
    teams: teams.map(({ team, name, area }) => ({ id: team, name, area: area ?? '' })),
  };
}

/**
 * The names of those who work for an authority, and of their teams: the same for all of its sessions, changed seldom, and on every page.
 * Read once and then remembered, until somebody is added or changed. Nothing is decided by them: roles and teams of a session are read anew at each request.
 */
export function rememberedStaff(
  app: Database,
  changes: WebParts['changes'],
  now: () => number = Date.now,
): (session: Session) => Promise<Staff> {
  const remembered = new Map<number, { readonly at: number; readonly staff: Promise<Staff> }>();
  changes.subscribe(({ authority, staff }) => {
    if (authority === null) remembered.clear();
    else if (staff === true) remembered.delete(authority);
  });
  return (session) => {
    const known = remembered.get(session.authority);
    if (known !== undefined && now() - known.at < longest) return known.staff;
    const staff = readStaff(app, session);
    remembered.set(session.authority, { at: now(), staff });
    staff.catch(() => remembered.delete(session.authority)); // thrown to whoever asked; the next asks again
    return staff;
  };
}
