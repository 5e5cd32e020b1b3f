import { Arrivals } from './arrivals.ts';
import { activities, Children } from './children.ts';
import { Days } from './days.ts';
import { drawDuration, nextAfter, remainingOf } from './durations.ts';
import { EventQueue, happenings } from './event-queue.ts';
import { LateAnyway } from './late-anyway.ts';
import type { ServiceModel } from './model.ts';
import { Random } from './random.ts';
import { settle, settleAll } from './settle.ts';
import { closing, StagePlan } from './stage-plan.ts';
import { Tally } from './tally.ts';
import { TeamWork } from './team-work.ts';
import { WaitingList } from './waiting-list.ts';

/**
 * A children’s social care service, day by day: children come, wait for a worker, move from stage to stage, and are visited and reviewed by workers who do first
 * what is due first, in working hours, one piece at a time. Made once for many replications: each follows from its seed alone.
 */
export class Service {
  readonly #model: ServiceModel;
  readonly #plan: StagePlan;
  readonly #days: Days;
  readonly #queue: EventQueue;
  readonly #children: Children;
  readonly #work: TeamWork;
  readonly #waiting: readonly WaitingList[];
  readonly #tally: Tally;
  readonly #inStage: Int32Array;
  readonly #arrivals: Arrivals;
  readonly #random = new Random();
  readonly #lateAnyway: LateAnyway;

  constructor(model: ServiceModel) {
    this.#model = model;
    this.#plan = new StagePlan(model.stages);
    this.#days = new Days(model);
    this.#queue = new EventQueue(model.days);
    this.#children = new Children(model.open.length + Math.ceil(4 * model.arrivals.reduce((sum, one) => sum + one, 0)) + 4000);
    this.#work = new TeamWork(model, this.#days, this.#random);
    this.#waiting = model.teams.map(() => new WaitingList());
    this.#tally = new Tally(model, this.#days);
    this.#arrivals = new Arrivals(model);
    this.#inStage = new Int32Array(model.stages.length);
    this.#lateAnyway = new LateAnyway(model);
  }

  /** One replication, counted into `rows`: a row of `columnsOf` for each month. */
  run(seed: number, rows: Float64Array): void {
    rows.fill(0);
    this.#begin(seed, rows);
    const { days, monthEnds } = this.#model;
    let month = 0;
    for (let day = 0; day < days; day += 1) {
      this.#queue.beginDay(day);
      this.#arrivals.arriveOn(day, this.#queue);
      while (this.#queue.take()) this.#happen();
      if (day + 1 < (monthEnds[month] ?? 0)) continue;
      month += 1;
      if (month === monthEnds.length) settleAll(this.#children, this.#plan, this.#tally, days);
      this.#tally.endsMonth(day + 1, this.#work.load, this.#inStage, this.#plan.needsWorker);
    }
  }

  /** Children in the stages now, those of each worker and those who wait for one: what must always add up. */
  get standing() {
    return { inStage: [...this.#inStage], load: [...this.#work.load], waiting: this.#tally.waiting };
  }

  #begin(seed: number, rows: Float64Array): void {
    this.#arrivals.begin(seed);
    this.#random.seed(seed, 2);
    this.#queue.clear();
    this.#children.begin();
    this.#work.begin(this.#random);
    for (const list of this.#waiting) list.clear();
    this.#tally.begin(rows);
    this.#inStage.fill(0);
    this.#beginWith();
  }

  #happen(): void {
    const queue = this.#queue;
    const [whom, time] = [queue.whom, queue.time];
    switch (queue.kind) {
      case happenings.arrival:
        this.#tally.arrives();
        return this.#enter(this.#children.come(this.#someTeam()), whom, time);
      case happenings.stageOver:
        return this.#children.stamp[whom] === queue.stamp ? this.#isOver(whom, time) : undefined;
      case happenings.roundOpens:
        return this.#children.stamp[whom >> 2] === queue.stamp ? this.#give(whom, time) : undefined;
      default:
        return this.#isDone(whom, time);
    }
  }

  /** Each team has its part of the children by how many workers it has. */
  #someTeam(): number {
    return this.#work.workers === 0 ? 0 : this.#work.teamOf((this.#random.share() * this.#work.workers) | 0);
  }

  /** Whom the service already knows; what is owed to them falls due at any point of its round. */
  #beginWith(): void {
    for (const { stage, days, hasWorker } of this.#model.open) {
      const kind = this.#model.stages[stage];
      if (kind === undefined) continue;
      const child = this.#children.come(this.#someTeam());
      if (kind.needsWorker && hasWorker) this.#allocate(child, this.#work.withRoom(this.#children.team[child] ?? 0, Infinity));
      const left = remainingOf(kind, days, this.#random);
      this.#place(child, stage, -days);
      this.#children.next[child] = left.next;
      this.#children.left[child] = left.days;
      kind.rounds.forEach((round, n) => this.#children.owe(child, n, Math.ceil(this.#random.share() * round.every)));
      this.#seekWorker(child, stage, 0);
    }
  }

  #enter(child: number, stage: number, now: number): void {
    const kind = stage < 0 ? undefined : this.#model.stages[stage];
    if (kind === undefined) return this.#end(child, now);
    if (this.#plan.needsWorker[stage] === 0) this.#release(child, now);
    this.#place(child, stage, now);
    const share = this.#random.share();
    this.#children.next[child] = nextAfter(kind, share, this.#random);
    this.#children.left[child] = drawDuration(kind.duration, share, this.#random);
    const { rounds, first, inWorkingDays } = this.#plan;
    for (let n = 0; n < (rounds[stage] ?? 0); n += 1) {
      const at = activities * stage + n;
      this.#children.owe(child, n, this.#days.lateFrom(now | 0, first[at] ?? 0, inWorkingDays[at] === 1));
    }
    this.#seekWorker(child, stage, now);
  }

  #place(child: number, stage: number, since: number): void {
    const { stage: stages, stamp } = this.#children;
    const { first, inWorkingDays, hasClosing } = this.#plan;
    stages[child] = stage;
    stamp[child] = (stamp[child] ?? 0) + 1;
    this.#inStage[stage] = (this.#inStage[stage] ?? 0) + 1;
    if (hasClosing[stage] === 0) return;
    const at = activities * stage + closing;
    this.#children.owe(child, closing, this.#days.lateFrom(Math.floor(since), first[at] ?? 0, inWorkingDays[at] === 1));
  }

  /** In a new stage: with the worker they have, with one who has room, or on the list. The time of a stage that needs a worker runs from when there is one. */
  #seekWorker(child: number, stage: number, now: number): void {
    const { worker, team, waitsSince, ticket } = this.#children;
    if (this.#plan.needsWorker[stage] === 0 || (worker[child] ?? -1) >= 0) return this.#open(child, stage, now);
    if ((waitsSince[child] ?? -1) >= 0) return;
    const found = this.#work.withRoom(team[child] ?? 0, this.#model.mostChildren);
    if (found >= 0) {
      this.#tally.isAllocated(0);
      this.#allocate(child, found);
      return this.#open(child, stage, now);
    }
    waitsSince[child] = now;
    ticket[child] = (ticket[child] ?? 0) + 1;
    this.#waiting[team[child] ?? 0]?.add(child, ticket[child] ?? 0);
    this.#tally.waits(1, now);
  }

  #allocate(child: number, worker: number): void {
    this.#children.worker[child] = worker;
    if (worker >= 0) this.#work.load[worker] = (this.#work.load[worker] ?? 0) + 1;
  }

  /** What is owed can be done from now on, some of it at once. */
  #open(child: number, stage: number, now: number): void {
    const { left, stamp } = this.#children;
    this.#queue.add(now + (left[child] ?? 0), happenings.stageOver, child, stamp[child] ?? 0);
    for (let n = 0; n < (this.#plan.rounds[stage] ?? 0); n += 1) this.#openRound(child, stage, n, now);
  }

  #openRound(child: number, stage: number, n: number, now: number): void {
    const at = activities * stage + n;
    this.#giveFrom(activities * child + n, at, -1 - (this.#plan.lead[at] ?? 0), now);
  }

  #isOver(child: number, now: number): void {
    const stage = this.#children.stage[child] ?? 0;
    if (this.#plan.hasClosing[stage] === 0) return this.#moveOn(child, now);
    this.#giveFrom(activities * child + closing, activities * stage + closing, -Infinity, now);
  }

  /** It can be done so many days after it would be late (less than none: before that), unless it is of what waits although there is time. */
  #giveFrom(work: number, at: number, days: number, now: number): void {
    const after = this.#lateAnyway.daysAfter(this.#plan.clock[at] ?? -1, days, this.#random);
    const from = (this.#children.lateFrom[work] ?? 0) + after;
    if (from <= now) this.#give(work, now);
    else this.#queue.add(from, happenings.roundOpens, work, this.#children.stamp[work >> 2] ?? 0);
  }

  #moveOn(child: number, now: number): void {
    const { stage, lateFrom, next } = this.#children;
    const was = stage[child] ?? 0;
    settle(this.#children, this.#plan, this.#tally, child, now);
    for (let n = 0; n < activities; n += 1) lateFrom[activities * child + n] = -1;
    this.#inStage[was] = (this.#inStage[was] ?? 0) - 1;
    this.#enter(child, next[child] ?? -1, now);
  }

  #end(child: number, now: number): void {
    this.#release(child, now);
    this.#tally.ends();
    this.#children.go(child);
  }

  /** The child’s worker has room for the next who waits. */
  #release(child: number, now: number): void {
    const { worker, waitsSince, team } = this.#children;
    if ((waitsSince[child] ?? -1) >= 0) this.#waitsNoMore(child, now);
    const had = worker[child] ?? -1;
    if (had < 0) return;
    worker[child] = -1;
    this.#work.load[had] = (this.#work.load[had] ?? 0) - 1;
    this.#allocateNext(team[child] ?? 0, now);
  }

  #waitsNoMore(child: number, now: number): void {
    const { waitsSince, ticket } = this.#children;
    waitsSince[child] = -1;
    ticket[child] = (ticket[child] ?? 0) + 1;
    this.#tally.waits(-1, now);
  }

  #allocateNext(team: number, now: number): void {
    const list = this.#waiting[team];
    if (list === undefined || list.isEmpty) return;
    const found = this.#work.withRoom(team, this.#model.mostChildren);
    const child = found < 0 ? -1 : list.take(this.#children.ticket);
    if (child < 0) return;
    this.#tally.isAllocated(now - (this.#children.waitsSince[child] ?? now));
    this.#waitsNoMore(child, now);
    this.#allocate(child, found);
    this.#open(child, this.#children.stage[child] ?? 0, now);
  }

  #give(work: number, now: number): void {
    const child = work >> 2;
    const worker = this.#children.worker[child] ?? -1;
    if (worker < 0) return;
    this.#work.queues[worker]?.add(work, this.#children.stamp[child] ?? 0, this.#children.lateFrom[work] ?? 0, now);
    if (this.#work.inHand[worker] === -1) this.#takeUp(worker, now);
  }

  #takeUp(worker: number, now: number): void {
    const { queues, inHand, inHandStamp, inHandHours } = this.#work;
    const { stamp, stage } = this.#children;
    const queue = queues[worker];
    while (queue?.take() === true) {
      const child = queue.work >> 2;
      if (stamp[child] !== queue.stamp) continue;
      const mean = this.#plan.hours[activities * (stage[child] ?? 0) + (queue.work & 3)] ?? 0;
      const hours = this.#work.hoursOf(mean, this.#random);
      inHand[worker] = queue.work;
      inHandStamp[worker] = queue.stamp;
      inHandHours[worker] = hours;
      this.#tally.begins(now - queue.released);
      return this.#queue.add(this.#work.doneAt(worker, now, hours), happenings.workDone, worker, 0);
    }
    inHand[worker] = -1;
  }

  #isDone(worker: number, now: number): void {
    const { inHand, inHandStamp, inHandHours } = this.#work;
    const work = inHand[worker] ?? 0;
    this.#tally.works(inHandHours[worker] ?? 0);
    inHand[worker] = -1;
    if (this.#children.stamp[work >> 2] === inHandStamp[worker]) this.#wasDone(work, now);
    if (inHand[worker] === -1) this.#takeUp(worker, now);
  }

  #wasDone(work: number, now: number): void {
    const child = work >> 2;
    const activity = work & 3;
    const stage = this.#children.stage[child] ?? 0;
    const at = activities * stage + activity;
    const from = this.#children.lateFrom[work] ?? -1;
    this.#tally.wasDue(this.#plan.clock[at] ?? -1, from, now > from);
    this.#children.lateFrom[work] = -1;
    if (activity === closing) return this.#moveOn(child, now);
    this.#children.owe(child, activity, this.#days.lateFrom(now | 0, this.#plan.every[at] ?? 0, this.#plan.inWorkingDays[at] === 1));
    this.#openRound(child, stage, activity, now);
  }
}
