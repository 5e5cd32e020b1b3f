import type { AnyStep } from '../../kernel/step/step.ts';
import type { ChildRecord, Identifier, NewEntry, TheRecord } from '../../record/contract.ts';
import { importReason } from '../../record/imports.ts';
import { compare, type Comparison } from './compare.ts';
import { factsOf, isOfSource, knownFactsOf, verdictById, verdictByPupilNumber, type Verdict } from './identity.ts';
import type { ImportCounts, ImportResult, IntakeOptions, Source, SourceChild, SourceHeader, Stopped } from './import-run.ts';
import { longestRaw, type Problem } from './problem.ts';
import { idOf } from './statement.ts';

/** Takes what a source gives into the record, in constant memory. The child is atomic; to load the same file again changes nothing. */
export async function takeIn(source: Source, options: IntakeOptions): Promise<ImportResult> {
  const intake = new Intake(source, options);
  for await (const event of source.events) {
    if (event.kind === 'header') await intake.begin(event.header);
    else if (event.kind === 'child') await intake.child(event);
    else if (event.kind === 'problem') intake.report(event.problem);
    else intake.stopped ??= { line: event.line, message: event.message, ...(event.file === undefined ? {} : { file: event.file }) };
  }
  return intake.finish();
}

type Prepared = {
  readonly row: SourceChild;
  readonly comparison: Comparison;
  readonly known: ChildRecord | undefined;
  readonly person: string;
};

class Intake {
  stopped: Stopped | undefined;
  private readonly source: Source;
  private readonly options: IntakeOptions;
  private readonly wordings = new Map<string, string>();
  private readonly seen = new Set<string>();
  private readonly claimed = new Set<string>();
  private readonly kept: Record<string, number> = {};
  private readonly kinds: { readonly id: string; readonly upn: string };
  private run = 'none';
  private header: SourceHeader | undefined;
  private batch: SourceChild[] = [];
  private writing: Promise<void> = Promise.resolve();
  private problems: Problem[] = [];
  private counts = {
    children: 0,
    newChildren: 0,
    refusedChildren: 0,
    stated: 0,
    corrected: 0,
    unchanged: 0,
    problems: { refused: 0, note: 0, kept: 0, waiting: 0 },
  };

  constructor(source: Source, options: IntakeOptions) {
    this.source = source;
    this.options = options;
    this.kinds = { id: 'LAchildID', upn: 'UPN' };
  }

  async begin(header: SourceHeader): Promise<void> {
    this.header = header;
    this.run = (await this.options.run?.begin({ fileName: this.options.fileName })) ?? this.run;
  }

  async child(row: SourceChild): Promise<void> {
    const { read } = row;
    this.counts.children += 1;
    if (read.child !== '' && this.seen.has(read.child)) {
      this.refuse(row, this.source.columns.id, 'the file gives this child twice; the first is taken, this one is kept for repair');
      return;
    }
    for (const problem of read.problems) this.report(problem);
    if (read.child === '') this.counts.refusedChildren += 1;
    else {
      this.seen.add(read.child);
      this.batch.push(row);
    }
    if (this.batch.length >= (this.options.batchSize ?? 200) || this.problems.length > 2_000) await this.flush();
  }

  async finish(): Promise<ImportResult> {
    await this.flush();
    await this.writing;
    if (this.counts.children === 0) this.stopped ??= { line: 1, message: 'The file holds no children.' };
    const result: ImportResult = {
      ...this.snapshot(),
      run: this.run,
      keptFields: this.kept,
      ...(this.header === undefined ? {} : { header: this.header }),
      ...(this.stopped === undefined ? {} : { stopped: this.stopped }),
    };
    if (this.header !== undefined) await this.options.run?.finish(this.run, result);
    return result;
  }

  report(problem: Problem): void {
    this.counts.problems[problem.kind] += 1;
    if (problem.kind === 'kept') this.kept[problem.field] = (this.kept[problem.field] ?? 0) + 1;
    this.problems.push(problem);
  }

  private snapshot(): ImportCounts {
    return { ...this.counts, problems: { ...this.counts.problems }, bytes: this.source.bytes() };
  }

  private refuse(row: SourceChild, field: string, reason: string, kind: Problem['kind'] = 'refused'): void {
    const { line, child } = row.read;
    this.counts.refusedChildren += 1;
    this.report({ kind, line, child, field, value: child, reason, raw: row.raw().slice(0, longestRaw) });
  }

  /** One batch is written while the next is read; never two at once. */
  private async flush(): Promise<void> {
    await this.writing;
    const rows = this.batch;
    this.batch = [];
    this.writing = this.take(rows);
    this.writing.catch(() => {}); // thrown where it is next awaited
  }

  private async take(rows: readonly SourceChild[]): Promise<void> {
    const prepared = await this.prepare(rows);
    if (this.options.dryRun === true) for (const one of prepared) this.count(one);
    else await this.write(prepared);
    const problems = this.problems;
    this.problems = [];
    if (problems.length > 0) await this.options.run?.problems(this.run, problems);
    if (problems.length > 0) this.options.onProblems?.(problems);
    await this.options.run?.progress(this.run, this.snapshot());
    this.options.onProgress?.(this.snapshot());
  }

  private async prepare(rows: readonly SourceChild[]): Promise<readonly Prepared[]> {
    const { session, record } = this.options;
    const identifiers = rows.flatMap(({ read }): Identifier[] => [
      { kind: this.kinds.id, value: read.child },
      ...(read.upn === undefined ? [] : [{ kind: this.kinds.upn, value: read.upn }]),
    ]);
    const people = identifiers.length === 0 ? new Map<string, string>() : await record.identify(session, identifiers);
    const known = await this.read([...new Set(people.values())]);
    return rows.flatMap((row) => this.recognise(row, people, known));
  }

  /** Who this child is. One person is one child of the file: two rows that lead to the same person are never merged in silence. */
  private recognise(
    row: SourceChild,
    people: ReadonlyMap<string, string>,
    known: ReadonlyMap<string, ChildRecord | string>,
  ): readonly Prepared[] {
    const { child, upn } = row.read;
    const byId = people.get(`${this.kinds.id} ${child}`);
    const found = byId ?? (upn === undefined ? undefined : people.get(`${this.kinds.upn} ${upn}`));
    const person = found ?? idOf(this.options.session.authority, 'person', child);
    const one = found === undefined ? undefined : known.get(found);
    const { id, upn: pupil } = this.source.columns;
    if (typeof one === 'string') return this.not(row, id, one);
    if (this.claimed.has(person))
      return this.not(
        row,
        pupil,
        'another child of this file has the same unique pupil number or identifier on record; the two are not merged',
      );
    if (row.read.cannotBegin !== undefined && one === undefined) return this.not(row, id, row.read.cannotBegin);
    if (one !== undefined && !this.isSameChild(row, one, byId === undefined ? 'upn' : 'id')) return [];
    this.claimed.add(person);
    return [this.compared(row, person, one)];
  }

  private not(row: SourceChild, field: string, reason: string): readonly Prepared[] {
    this.refuse(row, field, reason);
    return [];
  }

  private isSameChild(row: SourceChild, known: ChildRecord, by: 'id' | 'upn'): boolean {
    const facts = factsOf(row.read);
    const isAgain = row.read.cannotBegin === undefined && isOfSource(known, this.source.kind, facts.child);
    const verdict: Verdict =
      by === 'id' ? verdictById(facts, knownFactsOf(known), isAgain) : verdictByPupilNumber(facts, knownFactsOf(known));
    const field = this.source.columns[by];
    if (verdict.kind === 'uncertain') this.refuse(row, field, `${verdict.because}; the two are not merged`);
    else if (verdict.note !== undefined) {
      const { line, child } = row.read;
      this.report({ kind: 'note', line, child, field, value: child, reason: verdict.note, raw: '' });
    }
    return verdict.kind === 'same';
  }

  private compared(row: SourceChild, person: string, known: ChildRecord | undefined): Prepared {
    const { session } = this.options;
    const citation = this.source.citationOf(this.run, this.header, row.read.child);
    const wordingOf = (step: AnyStep): string => this.wordingOf(step);
    const comparison = compare({ session, person, citation, wordingOf, salt: [] }, row.read.statements, known);
    return { row, person, comparison, known };
  }

  private wordingOf(step: AnyStep): string {
    const wording = this.wordings.get(step.name) ?? this.options.wordingOf(step);
    this.wordings.set(step.name, wording);
    return wording;
  }

  private async read(people: readonly string[]): Promise<ReadonlyMap<string, ChildRecord | string>> {
    if (people.length === 0) return new Map();
    const { record, session } = this.options;
    const openings = await record.open(session, people, importReason(this.run));
    const read = new Map<string, ChildRecord | string>(
      await record.readMany([...openings.values()].flatMap((opening) => (opening.kind === 'opened' ? [opening.record] : []))),
    );
    for (const person of people) {
      if (read.has(person)) continue;
      const isRestricted = openings.get(person)?.kind === 'restricted';
      read.set(
        person,
        isRestricted
          ? 'the record is restricted: somebody within its circle must take this row'
          : 'the identifier leads to a record that could not be opened',
      );
    }
    return read;
  }

  private count({ comparison, known }: Prepared): void {
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

  private async write(prepared: readonly Prepared[]): Promise<void> {
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
    const again =
      tries > 0 ? (await this.read([one.person])).get(one.person) : 'somebody else is writing to this record; load the file again';
    if (typeof again === 'string') return this.refuse(one.row, 'Child', again);
    return this.writeAlone(this.compared(one.row, one.person, again), tries - 1);
  }
}

const nothingOn = (person: string): ChildRecord => ({ person, position: 0, chain: [], history: [], clocks: [], standing: { name: '' } });
