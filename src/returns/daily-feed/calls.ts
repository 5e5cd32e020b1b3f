import { createHash } from 'node:crypto';
import type { Delta } from './delta.ts';
import type { ChildPayload } from './part.ts';
import { numberTaken } from './payload.ts';

/** The Department takes a hundred children at a time. */
export const mostTogether = 100;

type Sent = { readonly person: string; readonly payload: ChildPayload; readonly holds: ChildPayload | null; readonly restricted: boolean };
type Call = { readonly call: number; readonly digest: string; readonly sent: readonly Sent[] };

export const digestOf = (body: string): string => createHash('sha256').update(body).digest('hex');
export const bodyOf = (payloads: readonly unknown[]): string => JSON.stringify(payloads);

/** `restricted`: the record was, when it was read. */
export type Change = {
  readonly person: string;
  readonly now: ChildPayload | undefined;
  readonly delta: Delta;
  readonly restricted: boolean;
};

/** All calls of a run: what must be gone before what is sent, so that no child is in one call twice. */
export function callsOf(changes: readonly Change[]): readonly Call[] {
  const purges = changes.flatMap(({ person, delta, restricted }) =>
    delta.purges.map((payload): Sent => ({ person, payload, holds: null, restricted })),
  );
  const sends = changes.flatMap(({ person, now, delta, restricted }) =>
    delta.sends.map((payload): Sent => ({ person, payload, holds: now ?? null, restricted })),
  );
  return [...chunks(purges), ...chunks(sends)].map((sent, n) => ({
    call: n + 1,
    digest: digestOf(bodyOf(sent.map(({ payload }) => payload))),
    sent,
  }));
}

function chunks(sent: readonly Sent[]): readonly (readonly Sent[])[] {
  const all: Sent[][] = [];
  for (let from = 0; from < sent.length; from += mostTogether) all.push(sent.slice(from, from + mostTogether));
  return all;
}

/** Why nothing can be sent of a child: the number is not one that the Department takes. */
export const whyLeftOut = ({ la_child_id }: ChildPayload): string | undefined =>
  numberTaken.test(la_child_id)
    ? undefined
    : 'The child’s identifier must be up to twenty letters and digits, without any other sign: put it right in the personal details';
