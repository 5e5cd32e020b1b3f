import type { LocalDate } from '../../kernel/calendar/dates.ts';
import type { FileKind } from '../../kernel/step/file-kind.ts';
import type { Retention } from './retention.ts';

type FileRule = {
  readonly title: string;
  /** Counted from the last entry; of a staff file from the day on which they left, if later. Absent: kept for good. The database says the same (`record.file_kept_until`). */
  readonly years?: number;
  readonly law: string;
};

const asNeeded = 'No period in law: UK GDPR Art 5(1)(e), as long as it is needed; by a schedule of ours';

/** How long a file of each kind is kept that is nobody’s child record, in force from the first day of this schedule. No period is in law: an authority changes its own here. */
export const fileRetention: Readonly<Record<FileKind, FileRule>> = {
  staff: {
    title: 'Supervision and employment of a member of staff',
    years: 6,
    law: `${asNeeded} six years from leaving, as long as an employer may be sued upon it (Limitation Act 1980 s5)`,
  },
  auditProgramme: { title: 'Audit programme', years: 6, law: `${asNeeded} six years: what is said of a child stands in their record` },
  caseAudit: { title: 'Audit of a case file', years: 6, law: `${asNeeded} six years: what is said of a child stands in their record` },
  complaint: {
    title: 'Complaint',
    years: 10,
    law: `${asNeeded} ten years from the last entry, so that who complained as a child may come back to it`,
  },
  allegation: {
    title: 'Allegation against somebody who works with children',
    years: 50,
    law: `${asNeeded} fifty years from the last entry: until the youngest member of staff is of pension age, and ten years at least (Keeping children safe in education, part four)`,
  },
  fosterCarer: {
    title: 'Foster carers',
    years: 10,
    law: 'Fostering Services Regulations 2011 reg 32(3): at least ten years from the end of the approval; nothing is owed then, and no entry follows it',
  },
  workforce: {
    title: 'Posts and local standards of the workforce',
    law: `${asNeeded} for good: by which standard children were allocated`,
  },
  course: {
    title: 'Course',
    years: 6,
    law: `${asNeeded} six years from the last entry: who was trained for what they did, as long as an employer may be sued upon it (Limitation Act 1980 s5)`,
  },
  induction: {
    title: 'Induction of somebody newly qualified',
    years: 6,
    law: `${asNeeded} six years from the last entry, as long as an employer may be sued upon it (Limitation Act 1980 s5)`,
  },
  adopters: {
    title: 'Adopters',
    years: 100,
    law: 'Adoption information is kept for a hundred years from the order (Disclosure of Adoption Information Regulations 2005 reg 6); of those with whom no child was placed as long as the agency considers right: the same here, counted from the last entry',
  },
  body: { title: 'Business of a body', law: `${asNeeded} for good, in the archive: who decided what for children here` },
  procedures: { title: 'Procedures', law: `${asNeeded} for good: each entry is judged by the edition in force when it was made` },
  caseReview: { title: 'Review of a serious incident', law: `${asNeeded} for good: what was learnt is looked for after the next one` },
  voice: { title: 'What people say', law: `${asNeeded} for good: it names nobody` },
  inspection: { title: 'Quality record of a service', law: `${asNeeded} for good: who was in its care may ask what was known of it` },
};

/** As the page of a record tells it. `until`: as the database counts it; absent: it is still in use, or kept for good. */
export function fileRetentionOf(kind: FileKind, until: LocalDate | undefined): readonly Retention[] {
  const { title, law, years } = fileRetention[kind];
  return [
    {
      kind,
      title,
      law,
      isLocal: true,
      until,
      ...(until === undefined ? { otherwise: years === undefined ? 'For good' : 'In use: nothing ends yet' } : {}),
    },
  ];
}
