import { daysBetween } from '../../../kernel/calendar/dates.ts';
import { drawSample, type Candidate, type Design } from '../../../oversight/sampling/sampling.ts';
import type { ListedChild, Session } from '../../../record/contract.ts';
import type { WebParts } from '../../parts.ts';
import { asKnown, clockState, type AsKnown } from '../../said-dates.ts';

const longUnseen = 'long unseen';
const kinds: Readonly<Record<string, Design['kind']>> = {
  stratified: 'stratified',
  riskBased: 'riskBased',
  thematic: 'thematic',
};

const designOf = (method: unknown, size: number): Design => {
  const kind = kinds[String(method)] ?? 'random';
  return kind === 'thematic' ? { kind, size, theme: longUnseen } : { kind, size };
};

/** Whom a programme audits: drawn from those whom the session's lists show, so that the same seed draws the same again. */
export async function drawnFor(parts: WebParts, session: Session, asked: Readonly<Record<string, unknown>>, file: string) {
  const { population, method, size, seed } = asked;
  const known = asKnown({}, parts.now());
  const listed = await parts.record.list(session, {
    ...(population === 'lookedAfter' ? {} : { onPlan: true as const }),
    ...(population === 'onPlan' ? {} : { lookedAfter: true as const }),
    runningOn: known.today,
  });
  const words = typeof seed === 'string' ? seed : file;
  const drawn = drawSample(
    listed.map((child) => candidateOf(child, known)),
    designOf(method, typeof size === 'number' ? size : 10),
    words,
  );
  return { seed: words, drawnFrom: drawn.population, children: drawn.drawn.map(({ id }) => ({ child: id })) };
}

function candidateOf({ person, standing, clocks }: ListedChild, known: AsKnown): Candidate {
  const unseen = standing.lastSeenOn === undefined ? 366 : daysBetween(standing.lastSeenOn, known.today);
  return {
    id: person,
    stratum: standing.team ?? 'no team',
    risk: 1 + clocks.filter((clock) => clockState(clock, known) === 'late').length,
    themes: unseen > 28 ? [longUnseen] : [],
  };
}
