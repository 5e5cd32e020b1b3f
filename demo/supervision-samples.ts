import { addDays, addMonths, type LocalDate } from '../src/kernel/calendar/dates.ts';
import { addWorkingDays } from '../src/kernel/calendar/working-days.ts';
import { drawSample } from '../src/oversight/sampling/sampling.ts';
import { chanceOf, idFrom, type Chance } from './chance.ts';
import type { DemoFile } from './load-file.ts';
import { said, type Days } from './review-file.ts';
import { workingDayBefore, type DemoEntry } from './telling.ts';
import { improvable, sampledFrom } from './words/supervision.ts';

const size = 20;

type Supervision = {
  readonly id: string;
  readonly stratum: string;
  readonly file: string;
  readonly entry: string;
  readonly isOfChildren: boolean;
};

/** Supervisions of three months, of which some are drawn and read by the head of service, who held none of them: the programme, and the staff files with what was found of each. */
export function withSamples(files: readonly DemoFile[], head: string, days: Days): readonly DemoFile[] {
  const decidedOn = workingDayBefore(addDays(days.today, -40));
  const seed = `Does supervision change the record, ${decidedOn}`;
  const { drawn, population } = drawSample(
    heldBefore(files, decidedOn).filter(({ stratum }) => stratum !== head),
    { kind: 'random', size },
    seed,
  );
  const found = Map.groupBy(
    drawn
      .flatMap((one, turn) => qualityOf(one, head, addWorkingDays(decidedOn, 2 + turn)))
      .filter(({ recordedOn }) => recordedOn <= days.until),
    ({ about }) => about[0]?.person,
  );
  return [
    programmeOf({ decidedOn, seed, drawnFrom: population, supervisions: drawn.map(({ file, entry }) => ({ file, entry })) }, head),
    ...files.map((one) => ({ ...one, entries: [...one.entries, ...(found.get(one.file) ?? [])] })),
  ];
}

const heldBefore = (files: readonly DemoFile[], decidedOn: LocalDate): readonly Supervision[] =>
  files.flatMap(({ file, entries }) =>
    entries
      .filter(({ step, shared }) => step === 'staffSupervision' && shared['held'] === true)
      .filter(({ recordedOn, happenedOn }) => recordedOn < decidedOn && happenedOn >= addMonths(decidedOn, -3))
      .map(({ entry, recordedBy, shared }) => ({
        id: `${file} ${entry}`,
        stratum: recordedBy,
        file,
        entry,
        isOfChildren: shared['children'] !== undefined,
      })),
  );

function programmeOf(drawn: Readonly<Record<string, unknown>> & { readonly decidedOn: LocalDate }, head: string): DemoFile {
  const file = idFrom('audit programme', 'supervisions');
  const question = 'Does supervision change what is done for a child?';
  const words = { question, population: 'supervisions', method: 'random', size, ...drawn };
  const entries = [said({ file, by: head }, 'auditProgramme', drawn.decidedOn, words)];
  return { file, kind: 'auditProgramme', title: `Audit: ${question}`, entries };
}

/** Three of those that were drawn are still to be read. */
function qualityOf({ file, entry, isOfChildren }: Supervision, head: string, on: LocalDate): readonly DemoEntry[] {
  const chance = chanceOf(idFrom('quality', entry));
  if (chance.happens(0.15)) return [];
  const changed = isOfChildren
    ? chance.oneOf(['changed', 'changed', 'partly', 'partly', 'unchanged'] as const)
    : chance.oneOf(['unchanged', 'nothingToChange'] as const);
  const standards = Object.entries(sampledFrom).map(([standard, why]) => ({ standard, ...foundOf(why, chance) }));
  return [
    said(
      { file, by: head },
      'supervisionQuality',
      on,
      { on, supervision: entry, standards, changed, note: chance.oneOf(improvable) },
      entry,
    ),
  ];
}

function foundOf(
  { yes, no }: (typeof sampledFrom)[keyof typeof sampledFrom],
  chance: Chance,
): { readonly found: string; readonly why: string } {
  const found = chance.oneOf(['yes', 'yes', 'partly', 'no'] as const);
  return { found, why: found === 'yes' ? yes : no };
}
