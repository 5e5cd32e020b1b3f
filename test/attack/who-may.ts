import { practitioners, type Role } from '../../src/kernel/step/permission.ts';

/** Who may use a way in. `everybody`: also who has not signed in. */
export type Allowed = 'everybody' | 'signedIn' | readonly Role[];

const managers: readonly Role[] = ['teamManager', 'headOfService'];
const importers: readonly Role[] = ['administrator', 'performanceAnalyst'];
const copiers: readonly Role[] = ['teamManager', 'headOfService', 'dutyWorker'];

/**
 * Who may use each way in, said here and nowhere else: the attack compares every answer of the server with this table. A way in that is not here
 * fails the attack until somebody says whose it is. Where a step is recorded, the step's own `may.record` decides further.
 */
export const whoMay: Readonly<Record<string, Allowed>> = {
  'GET /sign-in': 'everybody',
  'POST /sign-in': 'everybody',
  'POST /sign-out': 'signedIn',
  'GET /password': 'signedIn',
  'POST /password': 'signedIn',
  'GET /': 'signedIn',
  'GET /board': 'signedIn',
  'GET /board/fragment': 'signedIn',
  'GET /board/row/:person': 'signedIn',
  'GET /board/file/csv': 'signedIn',
  'GET /board/file/xlsx': 'signedIn',
  'POST /board/views': 'signedIn',
  'GET /events': 'signedIn',
  'GET /my-day': practitioners,
  'POST /my-day/actions/:entry': practitioners,
  'GET /front-door': practitioners,
  'POST /front-door/decide': ['teamManager', 'dutyWorker', 'socialWorker'],
  'GET /front-door/handover': practitioners,
  'GET /front-door/new': ['teamManager', 'dutyWorker', 'socialWorker'],
  'POST /front-door/new': ['teamManager', 'dutyWorker', 'socialWorker'],
  'GET /front-door/notifications': ['teamManager', 'dutyWorker', 'socialWorker'],
  'POST /front-door/notifications': ['teamManager', 'dutyWorker', 'socialWorker'],
  'GET /find': practitioners,
  'POST /find': practitioners,
  'POST /find/people': practitioners,
  'GET /alerts': managers,
  'GET /children/:id': practitioners,
  'POST /children/:id/chronology': practitioners,
  'POST /children/:id/open': practitioners,
  'GET /children/:id/record/:step': practitioners,
  'POST /children/:id/record/:step': practitioners,
  'POST /children/:id/record/:step/draft': practitioners,
  'GET /drafts': practitioners,
  'GET /drafts/key': practitioners,
  'POST /drafts/:entry/throw-away': practitioners,
  'POST /drafts/:entry/bring-back': practitioners,
  'GET /children/:id/restricted': practitioners,
  'POST /children/:id/break-glass': practitioners,
  'GET /children/:id/same-person': managers,
  'GET /children/:id/same-person/:other': managers,
  'POST /children/:id/same-person/:other/separate': managers,
  'GET /children/:id/restrict': managers,
  'POST /children/:id/restrict': managers,
  'GET /children/:id/entries/:entry': practitioners,
  'GET /children/:id/entries/:entry/correct': practitioners,
  'POST /children/:id/entries/:entry/correct': practitioners,
  'GET /children/:id/entries/:entry/strike': practitioners,
  'POST /children/:id/entries/:entry/strike': practitioners,
  'GET /children/:id/entries/:entry/move': practitioners,
  'POST /children/:id/entries/:entry/move': practitioners,
  'GET /children/:id/withheld': practitioners,
  'GET /children/:id/family': practitioners,
  'GET /children/:id/family/chronology': practitioners,
  'GET /children/:id/family/add': practitioners,
  'POST /children/:id/family/add': practitioners,
  'POST /children/:id/family/open': practitioners,
  'GET /children/:id/family/adult': practitioners,
  'POST /children/:id/family/adult': practitioners,
  'GET /imports': importers,
  'POST /imports': ['administrator'],
  'GET /imports/:run': importers,
  'GET /imports/:run/problems.csv': importers,
  'GET /imports/:run/set-aside': ['administrator'],
  'POST /imports/:run/set-aside': ['administrator'],
  'GET /imports/:run/problems/:n': ['administrator'],
  'POST /imports/:run/problems/:n': ['administrator'],
  'POST /imports/:run/written': ['administrator'],
  'GET /imports/children': ['administrator'],
  'GET /imports/children/:question': ['administrator'],
  'POST /imports/children/:question': ['administrator'],
  'GET /emergency-copy': [...copiers, 'administrator'],
  'POST /emergency-copy': copiers,
  'GET /emergency-copy/:number/file': copiers,
  'POST /emergency-copy/pack': copiers,
};

/** Files that hold nothing of anybody's. */
export const isOpen = (url: string): boolean => url.startsWith('/assets/');
