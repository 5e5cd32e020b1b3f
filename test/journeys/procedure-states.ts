import type { State } from './page-states.ts';

/** The procedures, read without signing in and signed in, and what is said of them from outside. */
export const procedureStates: readonly State[] = [
  { what: 'the procedures, not signed in', at: '/procedures' },
  { what: 'a chapter of the procedures', as: 'socialWorker', at: '/procedures/child-protection' },
  { what: 'a comment from outside', at: '/procedures/child-protection/outside' },
  { what: 'comments from outside', as: 'teamManager', at: '/procedures/outside' },
  { what: 'the procedures searched', at: '/procedures/search?words=core+group' },
  { what: 'what changed in the procedures', at: '/procedures/changes' },
  { what: 'the whole manual', at: '/procedures/whole' },
  { what: 'who has read the procedures', as: 'teamManager', at: '/procedures/reading' },
];
