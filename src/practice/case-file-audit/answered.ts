import { answering } from '../../kernel/step/limit-moments.ts';

/** What somebody found is met by an answer to it, and to nothing else. */
export const answered = answering('concernAnswer', 'concern');
