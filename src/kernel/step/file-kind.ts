/** What a file can be of that is nobody's child record. Who may open which kind is decided by the database (`record.may_open_file`). */
export const fileKinds = {
  staff: 'Staff file',
  auditProgramme: 'Audit programme',
  caseAudit: 'Audit of a case file',
  body: 'File of a body, such as the Safeguarding Board',
  procedures: 'Procedures',
  caseReview: 'Review of a serious incident',
  complaint: 'Complaint',
  voice: 'Register of what people say',
  inspection: 'Quality record of a service',
  allegation: 'Allegation against somebody who works with children',
  fosterCarer: 'Foster carers',
  workforce: 'Posts and local standards of the workforce',
  course: 'Course',
  induction: 'Induction of somebody newly qualified',
  adopters: 'Adopters',
} as const;

export type FileKind = keyof typeof fileKinds;
