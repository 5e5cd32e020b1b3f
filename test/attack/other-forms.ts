/**
 * Not among the forms that are tried one by one (forms-taken.ts): files (they are sent as such, and tried apart), a password (nobody of a database for tests has one; src/commands/own-password.db.test.ts),
 * the ways in and out, and an audit of a programme that none has begun here (src/web/pages/audits/audits.test.ts), and
 * places of a session that nobody has announced (src/web/pages/training/training.test.ts; who may is of the database, src/record/training.db.test.ts), and
 * what is done in a review that none has begun (src/web/pages/case-reviews/case-reviews.test.ts; who may is of the database, src/record/registers.db.test.ts).
 */
export const otherForms = [
  'POST /check',
  'POST /children/:id/record/:step/files',
  'POST /imports',
  'POST /password',
  'POST /sign-in',
  'POST /sign-out',
  'POST /audits/:programme/audit',
  'POST /children/:id/expert-view',
  'POST /children/:id/expert-view/withdraw',
  'POST /case-reviews/:review/chronology',
  'POST /case-reviews/:review/connections',
  'POST /files/:id/people',
  'POST /training/book',
  'POST /training/give-back',
  'POST /training/places',
  'POST /measures/published',
  'POST /returns/prepared/:prepared/compare',
  'POST /imports/reconcile',
  'POST /returns/prepared/:prepared/keeping',
  'POST /returns/prepared/:prepared/explain',
  'POST /returns/prepared/:prepared/sign',
  'POST /what-if',
  'POST /what-if/cancel',
];
