import type { AnyStep } from '../../kernel/step/step.ts';
import type { ChildRecord, NewEntry, TheRecord } from '../../record/contract.ts';
import { citedUnder, compare, type Comparison, type Decision } from './compare.ts';
import type { ImportCounts, ImportResult, IntakeOptions, Source, SourceChild, SourceEvent, SourceHeader, Stopped } from './import-run.ts';
import { longestRaw, type Problem } from './problem.ts';
import { PutAside } from './put-aside.ts';
import { Recognition, type Recognised } from './recognition.ts';
import { Told } from './told.ts';

/** Takes what a source gives into the record, in constant memory. The child is atomic; to load the same file again changes nothing. */
export async function takeIn(source: Source, options: IntakeOptions): Promise<ImportResult> {
  const intake = new Intake(source, options);
  for await (const event of source.events) {
    const why = await intake.take(event);
    if (why === undefined) continue;
    intake.stopped ??= { line: 0, message: why };
    break;
  }
  return intake.finish();
}

type Prepared = {
  readonly row: SourceChild;
  readonly comparison: Comparison;
  readonly known: ChildRecord | undefined;
  readonly person: string;
  /** A person had to say whose the rows are. */
  readonly isDecided: boolean;
};

/** Children written at once: not more than this many, and not more than they hold in characters. */
const batchOf = { children: 200, characters: 4_000_000 };
const problemsAtOnce = 2_000;

/** A run that is written down nowhere. */
const none = 'none';

class Intake {
  stopped: Stopped | undefined;
  private readonly source: Source;
  private readonly options: IntakeOptions;
  private readonly wordings = new Map<string, string>();
  private readonly seen = new Set<string>();
  private readonly claimed = new Set<string>();
  private readonly told: Told;
  private readonly aside: PutAside;
  private run = none;
  private header: SourceHeader | undefined;
  private batch: SourceChild[] = [];
  private characters = 0;
  private writing: Promise<void> = Promise.resolve();
  private counts = { children: 0, newChildren: 0, refusedChildren: 0, stated: 0, corrected: 0, unchanged: 0 };

  constructor(source: Source, options: IntakeOptions) {
    this.source = source;
    this.options = options;
    this.told = new Told(options.mostTold);
    this.aside = new PutAside(source, options);
  }

  /** @returns why to stop after this; undefined: go on */
  async take(event: SourceEvent): Promise<string | undefined> {
    if (event.kind === 'header') await this.begin(event.header);
    else if (event.kind === 'child') await this.child(event);
    else if (event.kind === 'refusedChild') await this.refused(event.problem);
    else if (event.kind === 'problem') await this.report(event.problem);
    else this.stopped ??= { line: event.line, message: event.message, ...(event.file === undefined ? {} : { file: event.file }) };
    return event.kind === 'child' || event.kind === 'refusedChild' ? this.options.whyStopping?.() : undefined;
  }

  private async begin(header: SourceHeader): Promise<void> {
    this.header = header;
    this.run = (await this.options.run?.begin({ fileName: this.options.fileName, header })) ?? this.run;
  }

  private async child(row: SourceChild): Promise<void> {
    const { read } = row;
    this.counts.children += 1;
    if (read.child !== '' && this.seen.has(read.child)) {
      this.refuse(
        row,
        this.source.columns.id,
        'the file gives this child twice; the first is taken, this one is not: leave one in the file',
      );
      return this.flushIfMuch();
    }
    for (const problem of read.problems) this.told.report(problem);
    if (read.child === '') this.counts.refusedChildren += 1;
    else {
      this.seen.add(read.child);
      this.batch.push(row);
      this.characters += row.size;
    }
    await this.flushIfMuch();
  }

  private async refused(problem: Problem): Promise<void> {
    this.counts.children += 1;
    this.counts.refusedChildren += 1;
    if (problem.child !== '') this.seen.add(problem.child);
    await this.report(problem);
  }

  /** Of the whole file, or of rows of nobody: before the file's beginning there is no run yet to write it into. */
  private async report(problem: Problem): Promise<void> {
    this.told.report(problem);
    if (this.run !== none) await this.flushIfMuch();
  }

  async finish(): Promise<ImportResult> {
    await this.flush();
    await this.writing;
    if (this.counts.children === 0) this.stopped ??= { line: 1, message: 'The file holds no children.' };
    const result: ImportResult = {
      ...this.snapshot(),
      run: this.run,
      keptFields: Object.fromEntries(this.told.keptFields),
      ...(this.header === undefined ? {} : { header: this.header }),
      ...(this.stopped === undefined ? {} : { stopped: this.stopped }),
    };
    if (this.header !== undefined) await this.options.run?.finish(this.run, result);
    return result;
  }

  private snapshot(): ImportCounts {
    return { ...this.counts, problems: { ...this.told.counts }, bytes: this.source.bytes() };
  }

  private refuse(row: SourceChild, field: string, reason: string, kind: Problem['kind'] = 'refused'): void {
    const { line, child } = row.read;
    this.counts.refusedChildren += 1;
    this.told.report({ kind, line, child, field, value: child, reason, raw: row.raw().slice(0, longestRaw) });
  }

  private async flushIfMuch(): Promise<void> {
    const isMuch = this.batch.length >= (this.options.batchSize ?? batchOf.children) || this.characters >= batchOf.characters;
    if (isMuch || this.told.waiting > problemsAtOnce) await this.flush();
  }

  /** One batch is written while the next is read; never two at once. */
  private async flush(): Promise<void> {
    await this.writing;
    const rows = this.batch;
    this.batch = [];
    this.characters = 0;
    this.writing = this.write(rows);
    this.writing.catch(() => {}); // thrown where it is next awaited
  }

  private async write(rows: readonly SourceChild[]): Promise<void> {
    const isDry = this.options.dryRun === true;
    const prepared = await this.prepare(rows);
    if (isDry) for (const one of prepared) this.count(one);
    else await this.appendAll(prepared);
    await this.aside.settle(this.run, isDry || this.run === none);
    const problems = this.told.take();
    if (problems.length > 0) await this.options.run?.problems(this.run, problems);
    if (problems.length > 0) this.options.onProblems?.(problems);
    await this.options.run?.progress(this.run, this.snapshot());
    this.options.onProgress?.(this.snapshot());
  }

  private async prepare(rows: readonly SourceChild[]): Promise<readonly Prepared[]> {
    const recognition = new Recognition(this.source, this.options, this.run);
    const lookedUp = await recognition.lookUp(rows);
    return rows.flatMap((row) => this.recognised(row, recognition.recognise(row, lookedUp)));
  }

  /** One person is one child of the file: two rows that lead to the same person are never merged in silence. */
  private recognised(row: SourceChild, found: Recognised): readonly Prepared[] {
    if (found.kind === 'refused') return this.not(row, found.field, found.because);
    if (found.kind === 'uncertain') return this.wait(row, found);
    if (this.claimed.has(found.person))
      return this.not(
        row,
        this.source.columns.upn,
        'another child of this file has the same unique pupil number or identifier on record; the two are not merged',
      );
    this.claimed.add(found.person);
    const { line, child, problems } = row.read;
    if (found.note !== undefined) this.told.report({ kind: 'note', line, child, ...found.note, value: child, raw: '' });
    if (found.decision !== undefined || problems.some(({ kind }) => kind === 'refused')) this.keep(row);
    return [this.compared(row, found.person, found.known, found.decision)];
  }

  private not(row: SourceChild, field: string, reason: string): readonly Prepared[] {
    this.refuse(row, field, reason);
    this.keep(row);
    return [];
  }

  /** Nobody could say whose rows these are: they wait until a person has decided. Where they could not be kept, there is nothing to decide on. */
  private wait(row: SourceChild, { field, because, candidates }: Extract<Recognised, { readonly kind: 'uncertain' }>): readonly Prepared[] {
    if (!this.keep(row)) {
      this.refuse(row, field, `${because}; the two are not merged, and nothing of the child is taken`);
      return [];
    }
    this.refuse(row, field, `${because}; the two are not merged: the rows wait for a person to decide`, 'waiting');
    this.aside.ask(row.read.child, because, candidates);
    return [];
  }

  /** @returns false: the file has filled what it may keep, and the child is told of so */
  private keep(row: SourceChild): boolean {
    const { line, child } = row.read;
    const reason = this.aside.keep(row, this.header);
    if (reason !== undefined) this.told.report({ kind: 'note', line, child, field: this.source.columns.id, value: child, reason, raw: '' });
    return reason === undefined;
  }

  private compared(row: SourceChild, person: string, known: ChildRecord | undefined, decision?: Decision): Prepared {
    const { session } = this.options;
    const { child, statements } = row.read;
    const citation = this.source.citationOf(this.run, this.header, child);
    const wordingOf = (step: AnyStep): string => this.wordingOf(step);
    const cited = citedUnder(citation, child, decision);
    const comparison = compare({ session, person, ...cited, wordingOf }, statements, known);
    return { row, person, comparison, known, isDecided: decision !== undefined };
  }

  private wordingOf(step: AnyStep): string {
    const wording = this.wordings.get(step.name) ?? this.options.wordingOf(step);
    this.wordings.set(step.name, wording);
    return wording;
  }

  private count({ comparison, known, row, isDecided }: Prepared): void {
    if (!isDecided) this.aside.answers(row.read.child);
    this.counts.stated += comparison.stated;
    this.counts.corrected += comparison.corrected;
    this.counts.unchanged += comparison.unchanged;
    if (known === undefined && comparison.entries.length > 0) this.counts.newChildren += 1;
  }

  private append(prepared: readonly Prepared[]): ReturnType<TheRecord['append']> {
    const entries: readonly NewEntry[] = prepared.flatMap(({ comparison }) => comparison.entries);
    return this.options.record.append(
      this.options.session,
      entries,
      new Map(prepared.map(({ person, known }) => [person, known ?? nothingOn(person)])),
    );
  }

  private async appendAll(prepared: readonly Prepared[]): Promise<void> {
    const changing = prepared.filter(({ comparison }) => comparison.entries.length > 0);
    for (const one of prepared) if (one.comparison.entries.length === 0) this.count(one);
    if (changing.length === 0) return;
    if ((await this.append(changing)).kind === 'appended') for (const one of changing) this.count(one);
    else for (const one of changing) await this.writeAlone(one, 2);
  }

  /** The batch was not taken: one child's trouble is not the others'. After a conflict the child is read and compared again. */
  private async writeAlone(one: Prepared, tries: number): Promise<void> {
    const appended = await this.append([one]);
    if (appended.kind === 'appended') return this.count(one);
    if (appended.kind === 'refused') return this.refuse(one.row, 'Child', appended.message);
    if (tries === 0) return this.refuse(one.row, 'Child', 'somebody else is writing to this record; load the file again');
    this.claimed.delete(one.person);
    for (const again of await this.prepare([one.row])) await this.writeAlone(again, tries - 1);
  }
}

const nothingOn = (person: string): ChildRecord => ({ person, position: 0, chain: [], history: [], clocks: [], standing: { name: '' } });
