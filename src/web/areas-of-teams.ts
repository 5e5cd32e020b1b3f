import type { WebParts } from './parts.ts';
import type { Who } from './session.ts';

/** By team, its area. */
export const areasOfTeams = async (parts: WebParts, { session }: Pick<Who, 'session'>): Promise<ReadonlyMap<string, string>> =>
  new Map((await parts.members.teams(session)).map(({ id, area }) => [id, area]));
