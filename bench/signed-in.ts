import { demonstrationAuthority } from '../demo/authority.ts';
import type { Database } from '../src/platform/database.ts';
import { beginSession } from '../src/record/members.ts';
import { csrfOn, expectStatus, visitor, type Visitor } from './visitor.ts';

/** Somebody of the demonstration, signed in, at a browser of their own. */
export async function signIn(app: Database, address: string, member: string): Promise<Visitor> {
  return visitor(address, await beginSession(app, demonstrationAuthority.authority, member));
}

/** Gives the reason for which a child's record is opened: asked once in a session. */
export async function openChild(someone: Visitor, person: string): Promise<void> {
  const asked = expectStatus(await someone.get(`/children/${person}`), 200, 'The question why a record is opened');
  const form = { _csrf: csrfOn(asked.body), next: `/children/${person}`, reason: 'I work with this child or their family' };
  expectStatus(await someone.post(`/children/${person}/open`, form), 303, 'The reason for opening a record');
}

/** Whose pages are measured: a team, its manager, and one of its children. */
export type Cast = {
  readonly manager: string;
  readonly head: string;
  readonly worker: string;
  readonly child: string;
  /** How many children on plans the team has. */
  readonly onPlans: number;
  readonly lines: number;
};

/** The team with most children on plans, and of its children the one with the longest record; or the team, and the child, most like another's. */
export async function castOf(owner: Database, like?: Cast): Promise<Cast> {
  const { rows } = await owner.pool.query<Cast>(
    `
    with team as (select team, count(*)::int as "onPlans" from record.standing where known_to = 'infinity' and on_plan_since is not null and team is not null group by team
        order by abs(count(*) - coalesce($1, 1000000)), team limit 1),
      child as (select h.person, h.position, s.worker from record.head h join record.standing s using (authority, person) join team using (team)
        where s.known_to = 'infinity' and s.on_plan_since is not null and s.worker is not null order by abs(h.position - coalesce($2, 1000000)), h.person limit 1)
    select m.member as manager, h.member as head, c.worker, c.person as child, c.position as lines, t."onPlans"
    from team t join access.member m on m.team = t.team and 'teamManager' = any(m.roles)
    cross join child c cross join (select member from access.member where 'headOfService' = any(roles) order by name limit 1) h`,
    [like?.onPlans ?? null, like?.lines ?? null],
  );
  const [cast] = rows;
  if (cast === undefined) throw new Error('The demonstration has no team with children on plans.');
  return cast;
}
