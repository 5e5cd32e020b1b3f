import type { Database } from '../platform/database.ts';
import { assuredAnew, assuredAudits, assuredFigures, assuredQuestions } from '../record/assurance.ts';
import { freezeReport, frozenReport, frozenReports } from '../record/frozen-reports.ts';
import type { WebParts } from '../web/parts.ts';

/** What the assurance report is made from, and those that were frozen, over one database. */
export const assurancePartsOf = (app: Database): WebParts['assurance'] => ({
  figures: (session, instants, asked) => assuredFigures(app, session, instants, asked),
  figuresAnew: (session, instants, asked) => assuredAnew(app, session, instants, asked),
  audits: (session, instant) => assuredAudits(app, session, instant),
  questions: (session) => assuredQuestions(app, session),
  frozen: {
    all: (session) => frozenReports(app, session),
    one: (session, report) => frozenReport(app, session, report),
    add: (session, report) => freezeReport(app, session, report),
  },
});
