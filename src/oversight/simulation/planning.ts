import type { Session } from '../../record/contract.ts';
import type { Job } from './jobs.ts';
import type { Answer, Asked, Known } from './plan.ts';

/** A simulation as its page shows it. */
export type PlannedJob = Exclude<Job, { readonly kind: 'done' }> | { readonly kind: 'done'; readonly answer: Answer };

/** What would be if: of the whole service, for heads of service and analysts; the record tells nobody else. */
export type Planning = {
  readonly known: (session: Session) => Promise<Known>;
  /** Begins it, unless the same has been begun. */
  readonly begin: (session: Session, asked: Asked) => Promise<void>;
  /** Undefined: nobody has asked it. */
  readonly look: (session: Session, asked: Asked) => Promise<PlannedJob | undefined>;
  readonly cancel: (session: Session, asked: Asked) => Promise<void>;
};
