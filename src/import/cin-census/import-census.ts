import type { AnyStep } from '../../kernel/step/step.ts';
import type { ChildRecord, Identifier, NewEntry, TheRecord } from '../../record/contract.ts';
import { importReason } from '../../record/imports.ts';
import { rawOf, type CensusProblem } from './census-problem.ts';
import { readingsOf } from './census-steps.ts';
import { readCensus, type CensusElement, type CensusHeader } from './census-xml.ts';
import { compare, type Comparison } from './compare.ts';
import { instantInEngland, type ImportCounts, type ImportOptions, type ImportResult } from './import-run.ts';
import { idOf, statementsOf, type ChildStatements } from './statements.ts';

/** Takes a CIN census into the record, in constant memory. The child is atomic; to load the same file again changes nothing. */
export async function importCensus(options: ImportOptions): Promise<ImportResult> {
  const importing = new Importing(options);
  for await (const event of readCensus(importing.counted())) {
    if (event.kind === 'header') await importing.begin(event.header);
    else if (event.kind === 'child') await importing.child(event.child);
    else importing.stopped = { line: event.line, message: event.message };
  }
  return importing.finish();
}

type Row = { readonly read: ChildStatements; readonly element: CensusElement };
type Prepared = { readonly row: Row; readonly comparison: Comparison; readonly known?: ChildRecord; readonly person: string };

class Importing {
  stopped: ImportResult['stopped'];
  private readonly options: ImportOptions;
  private readonly readings: ReturnType<typeof readingsOf>;
  private readonly wordings = new Map<string, string>();
  private readonly seen = new Set<string>();
  private readonly claimed = new Set<string>();
  private readonly kept: Record<string, number> = {};
  private readonly identifierKinds: { readonly id: string; readonly upn: string };
  private run = 'none';
  private header: CensusHeader | undefined;
  private statedAt: string | undefined;
  private batch: Row[] = [];
  private writing: Promise<void> = Promise.resolve();
  private problems: CensusProblem[] = [];
  private counts = {
    children: 0,
    newChildren: 0,
    refusedChildren: 0,
    stated: 0,
    corrected: 0,
    unchanged: 0,
    problems: { refused: 0, note: 0, kept: 0 },
    bytes: 0,
  };

  constructor(options: ImportOptions) {
    this.options = options;
    this.readings = readingsOf(options.steps);
    const kindOf = (column: string): string =>
      this.readings.flatMap(({ fields }) => fields).find((field) => field.column === column)?.field.identifies ?? column;
    this.identifierKinds = { id: kindOf('LAchildID'), upn: kindOf('UPN') };
  }

  async *counted(): AsyncGenerator<Uint8Array> {
    for await (const bytes of this.options.source) {
      this.counts.bytes += bytes.length;
      yield bytes;
    }
  }

  async begin(header: CensusHeader): Promise<void> {
    this.header = header;
    this.statedAt = instantInEngland(header.dateTime);
    this.run = (await this.options.run?.begin({ fileName: this.options.fileName, header })) ?? this.run;
  }

  async child(element: CensusElement): Promise<void> {
    const read = statementsOf(element, this.readings);
    this.counts.children += 1;
    if (read.child !== '' && this.seen.has(read.child)) {
      this.refuse({ read, element }, 'LAchildID', 'the file gives this child twice; the first is taken, this one is kept for repair');
      return;
    }
    for (const problem of read.problems) this.report(problem);
    if (read.child === '') this.counts.refusedChildren += 1;
    else {
      this.seen.add(read.child);
      this.batch.push({ read, element });
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

  private snapshot(): ImportCounts {
    return { ...this.counts, problems: { ...this.counts.problems } };
  }

  private report(problem: CensusProblem): void {
    this.counts.problems[problem.kind] += 1;
    if (problem.kind === 'kept') this.kept[problem.field] = (this.kept[problem.field] ?? 0) + 1;
    this.problems.push(problem);
  }

  private refuse({ read, element }: Row, field: string, reason: string): void {
    this.counts.refusedChildren += 1;
    this.report({ kind: 'refused', line: element.line, child: read.child, field, value: read.child, reason, raw: rawOf(element) });
  }

  /** One batch is written while the next is read; never two at once. */
  private async flush(): Promise<void> {
    await this.writing;
    const rows = this.batch;
    this.batch = [];
    this.writing = this.take(rows);
    this.writing.catch(() => {}); // thrown where it is next awaited
  }

  private async take(rows: readonly Row[]): Promise<void> {
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

  private async prepare(rows: readonly Row[]): Promise<readonly Prepared[]> {
    const { session, record } = this.options;
    const identifiers = rows.flatMap(({ read }): Identifier[] => [
      { kind: this.identifierKinds.id, value: read.child },
      ...(read.upn === undefined ? [] : [{ kind: this.identifierKinds.upn, value: read.upn }]),
    ]);
    const people = identifiers.length === 0 ? new Map<string, string>() : await record.identify(session, identifiers);
    const byRow = rows.map((row) => ({ row, person: this.personOf(row, people) }));
    const known = await this.read([...new Set(byRow.flatMap(({ person }) => (person === undefined ? [] : [person])))]);
    return byRow.flatMap(({ row, person }) => {
      const one = person === undefined ? undefined : known.get(person);
      if (typeof one === 'string') {
        this.refuse(row, 'LAchildID', one);
        return [];
      }
      return this.claim(row, person, one);
    });
  }

  private personOf({ read }: Row, people: ReadonlyMap<string, string>): string | undefined {
    return (
      people.get(`${this.identifierKinds.id} ${read.child}`) ??
      (read.upn === undefined ? undefined : people.get(`${this.identifierKinds.upn} ${read.upn}`))
    );
  }

  /** One person is one child of the file: two rows that lead to the same person are never merged in silence. */
  private claim(row: Row, person: string | undefined, known: ChildRecord | undefined): readonly Prepared[] {
    const id = person ?? idOf(this.options.session.authority, 'person', row.read.child);
    if (this.claimed.has(id)) {
      this.refuse(
        row,
        'UPN',
        'another child of this file has the same unique pupil number or identifier on record; the two are not merged',
      );
      return [];
    }
    if (person !== undefined && known !== undefined && !this.isSameChild(row, known)) return [];
    this.claimed.add(id);
    return [this.compared(row, id, known)];
  }

  /** A child known by its pupil number alone must also have its birthday; the authority may have given it a new identifier. */
  private isSameChild(row: Row, known: ChildRecord): boolean {
    const details = row.read.statements.find(({ answers }) => answers['laChildId'] !== undefined)?.answers ?? {};
    const { element, read } = row;
    if (known.history.some(({ answers }) => answers['laChildId'] === read.child)) return true;
    if (known.standing.bornOn !== details['bornOn']) {
      this.refuse(
        row,
        'UPN',
        `the record with the unique pupil number ${read.upn ?? ''} has another date of birth; the two are not merged`,
      );
      return false;
    }
    this.report({
      kind: 'note',
      line: element.line,
      child: read.child,
      field: 'LAchildID',
      value: read.child,
      reason: 'recognised by the unique pupil number and date of birth; the identifier has changed',
      raw: '',
    });
    return true;
  }

  private compared(row: Row, person: string, known: ChildRecord | undefined): Prepared {
    const { session } = this.options;
    const comparison = compare(
      { session, person, run: this.run, statedAt: this.statedAt, wordingOf: (step) => this.wordingOf(step) },
      row.read.statements,
      known,
    );
    return { row, person, comparison, ...(known === undefined ? {} : { known }) };
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
