import type { Outcome, Question } from './replications.ts';
import type { Running } from './running.ts';

export type Job =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly outcome: Outcome }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'cancelled' };

/** So many that are over are remembered; asked again, they are not simulated again. */
const mostRemembered = 24;

type Held = { state: Job | Running; cancel: () => void };

const isRunning = (state: Job | Running): state is Running => 'outcome' in state && !('kind' in state);

type Asked = { readonly question: () => Promise<Question>; readonly keep: (outcome: Outcome) => Promise<void> };

async function run(simulate: (question: Question) => Running, one: Held, { question, keep }: Asked): Promise<void> {
  const isCancelled = (): boolean => !isRunning(one.state) && one.state.kind === 'cancelled';
  if (isCancelled()) return;
  try {
    const asked = await question();
    if (isCancelled()) return;
    const running = simulate(asked);
    one.state = running;
    one.cancel = running.cancel;
    const outcome = await running.outcome;
    // What cannot be kept is simulated again after a restart: whoever waits for it has it all the same.
    if (outcome !== undefined) await keep(outcome).catch(() => {});
    one.state = outcome === undefined ? { kind: 'cancelled' } : { kind: 'done', outcome };
  } catch (error) {
    one.state = { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
}

/** Simulations by name, one at a time: the other processor is for whoever waits for a page. */
export function createJobs(simulate: (question: Question) => Running) {
  const held = new Map<string, Held>();
  let before: Promise<unknown> = Promise.resolve();

  const look = (name: string): Job | undefined => {
    const state = held.get(name)?.state;
    if (state === undefined || !isRunning(state)) return state;
    return { kind: 'running', done: state.done(), of: state.of };
  };

  function hold(name: string, one: Held): void {
    held.delete(name);
    held.set(name, one);
    for (const old of [...held].slice(0, -mostRemembered))
      if (!isRunning(old[1].state) && old[1].state.kind !== 'waiting') held.delete(old[0]);
  }

  return {
    look,
    /** Begins it unless it is begun, or over. `keep`: what is done with what was found, before it is shown. */
    begin(name: string, question: () => Promise<Question>, keep: (outcome: Outcome) => Promise<void> = async () => {}): void {
      const known = look(name);
      if (known !== undefined && known.kind !== 'cancelled' && known.kind !== 'failed') return;
      const one: Held = { state: { kind: 'waiting' }, cancel: () => void (one.state = { kind: 'cancelled' }) };
      hold(name, one);
      before = before.then(() => run(simulate, one, { question, keep }));
    },
    /** Was simulated before this server began. */
    remember: (name: string, outcome: Outcome): void => hold(name, { state: { kind: 'done', outcome }, cancel: () => {} }),
    cancel: (name: string): void => held.get(name)?.cancel(),
  };
}

export type Jobs = ReturnType<typeof createJobs>;
