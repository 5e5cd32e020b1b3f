import type { AssuranceParts } from '../../../governance/assurance/making.ts';
import type { WebParts } from '../../parts.ts';
import type { Who } from '../../session.ts';

/** What a report is made from, for whoever asks. */
export const partsOf = (parts: WebParts, who: Pick<Who, 'authorityName'>): AssuranceParts => ({
  ...parts.assurance,
  manual: parts.procedures,
  authority: who.authorityName ?? parts.authorityName,
  teams: parts.members.teams,
});
