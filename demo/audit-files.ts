import type { LocalDate } from '../src/kernel/calendar/dates.ts';
import { idWithin } from '../src/practice/pathway.ts';
import { auditedOf, auditorsOf, badAssessments, evenly, type Audited } from './audited.ts';
import { drawingsOf, type Drawing } from './audits.ts';
import { headOf, type DemoCounties, type DemoStaff } from './authority.ts';
import { idFrom } from './chance.ts';
import type { DemoFile } from './load-file.ts';
import { entryOf, type DemoEntry, type DemoFamily } from './telling.ts';

type AuditedProgramme = { readonly drawing: Drawing; readonly audited: readonly Audited[] };
type Audits = {
  readonly staff: DemoStaff;
  readonly programmes: readonly AuditedProgramme[];
  readonly ofChildren: ReadonlyMap<string, readonly DemoEntry[]>;
};

/** Programmes of the first county's auditors, of the children of all. */
export function auditsOf(tales: Iterable<DemoFamily>, counties: DemoCounties, today: LocalDate): Audits {
  const [staff] = counties;
  const isBadAssessment = evenly(badAssessments);
  const programmes = drawingsOf(tales, counties, today).map((drawing) => {
    const file = (auditor: string): string => idWithin(drawing.programme.file, auditor, 0);
    return { drawing, audited: drawing.drawn.map((drawn) => auditedOf({ staff, drawing, drawn, file, isBadAssessment })) };
  });
  const all = programmes.flatMap(({ audited }) => audited.flatMap(({ ofChild }) => ofChild));
  return { staff, programmes, ofChildren: Map.groupBy(all, ({ about }) => about[0]?.person ?? '') };
}

const by = (until: LocalDate, entries: readonly DemoEntry[]): readonly DemoEntry[] =>
  entries.filter(({ recordedOn }) => recordedOn <= until);

/** A family with what audits said of its children, to the last day that is told. */
export function withAudits({ ofChildren }: Audits, family: DemoFamily, until: LocalDate): DemoFamily {
  const more = family.people.flatMap((person) => ofChildren.get(person) ?? []);
  return more.length === 0 ? family : { ...family, entries: [...family.entries, ...by(until, more)] };
}

/** The file of each programme, and those of its auditors, none of whom opens another's. */
export const auditFiles = (audits: Audits, until: LocalDate): readonly DemoFile[] =>
  audits.programmes.flatMap((one) => [
    programmeFile(audits.staff, one, until),
    ...auditorsOf(audits.staff).map((auditor) => auditorsFile(audits.staff, one, auditor, until)),
  ]);

const titleOf = ({ programme }: Drawing): string => `Audit: ${programme.question}`;
const beginning = (file: string, step: string, on: LocalDate, by: string, shared: DemoEntry['shared']): DemoEntry =>
  entryOf({ entry: idFrom('entry', file, step), step, on, of: file, by, shared });

function programmeFile(staff: DemoStaff, { drawing, audited }: AuditedProgramme, until: LocalDate): DemoFile {
  const { programme, drawnFrom, drawn } = drawing;
  const { file, question, population, method, size, seed, decidedOn } = programme;
  const children = drawn.map(({ person }) => ({ child: person }));
  const begun = { decidedOn, question, population, method, size, seed, drawnFrom, children };
  const entries = [
    beginning(file, 'auditProgramme', decidedOn, headOf(staff), begun),
    ...by(
      until,
      audited.map(({ moderation }) => moderation),
    ),
  ];
  return { file, kind: 'auditProgramme', title: titleOf(drawing), entries };
}

function auditorsFile({ members }: DemoStaff, { drawing, audited }: AuditedProgramme, auditor: string, until: LocalDate): DemoFile {
  const { programme } = drawing;
  const file = idWithin(programme.file, auditor, 0);
  const name = members.find(({ member }) => member === auditor)?.name ?? '';
  const on = programme.decidedOn;
  const own = audited.flatMap(({ audits }) => audits.filter((one) => one.auditor === auditor).map(({ entry }) => entry));
  const entries = [beginning(file, 'auditsTakenOn', on, auditor, { on, question: programme.question }), ...by(until, own)];
  return { file, kind: 'caseAudit', title: `${titleOf(drawing)}: audits by ${name}`.slice(0, 300), subject: auditor, entries };
}
