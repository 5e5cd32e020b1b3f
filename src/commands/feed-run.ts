import type { Database } from '../platform/database.ts';
import { acceptFeed, endFeed, feedBody, noteFeedAttempt, refuseFeed, type Unfinished } from '../record/daily-feed.ts';
import { bodyOf, digestOf } from '../returns/daily-feed/calls.ts';
import type { Answered, sender } from '../returns/daily-feed/send.ts';

export type Outcome = {
  readonly accepted: number;
  readonly refused: number;
  readonly stopped?: { readonly status: number };
};

type Send = ReturnType<typeof sender>;
type Waiting = Pick<Unfinished, 'run' | 'calls'>;

/** Sends what waits of a run, call after call, as it was written down. Where one cannot be sent it stops: the rest waits for the next time. */
export async function sendRun(owner: Database, authority: number, { run, calls }: Waiting, send: Send): Promise<Outcome> {
  let [accepted, refused] = [0, 0];
  for (const call of calls) {
    const outcome = await sendCall({ owner, authority, run, call }, send);
    refused += outcome.refused;
    if (outcome.stopped !== undefined) return { accepted, refused, stopped: outcome.stopped };
    if (outcome.isAccepted) accepted += 1;
  }
  await endFeed(owner, authority, run);
  return { accepted, refused };
}

type OneCall = { readonly owner: Database; readonly authority: number; readonly run: string; readonly call: number };
type CallOutcome = { readonly isAccepted: boolean; readonly refused: number; readonly stopped?: { readonly status: number } };

/** A whole call fails by one child: the child is set aside with what was answered, and the others are sent without. */
async function sendCall({ owner, authority, run, call }: OneCall, send: Send): Promise<CallOutcome> {
  for (let refused = 0; ; refused += 1) {
    const children = await feedBody(owner, authority, run, call);
    if (children.length === 0) {
      await refuseFeed(owner, authority, { run, call, why: 'Nothing is left of the call' });
      return { isAccepted: false, refused };
    }
    const body = bodyOf(children.map(({ payload }) => payload));
    const answer: Answered = await send(body, (status) => noteFeedAttempt(owner, authority, { run, call, digest: digestOf(body), status }));
    if (answer.kind === 'accepted') {
      await acceptFeed(owner, authority, run, call, answer.receipts);
      return { isAccepted: true, refused };
    }
    const wrong = answer.kind === 'wrong' ? children[answer.index] : undefined;
    if (wrong === undefined) return { isAccepted: false, refused, stopped: { status: answer.kind === 'wrong' ? 400 : answer.status } };
    await refuseFeed(owner, authority, { run, call, place: wrong.place, why: answer.why });
  }
}
