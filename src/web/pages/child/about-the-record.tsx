/** Who may open the record, how long it is kept, who asked for a copy, and what its restriction withholds from others. */
export function AboutTheRecord(record: {
  readonly person: string;
  readonly mayRestrict: boolean;
  readonly isRestricted: boolean;
  readonly mayGiveCopies: boolean;
  /** An adoption order is on record. */
  readonly maySeal: boolean;
}) {
  const managers = [
    ['restrict', 'Who may open this record'],
    ['same-person', 'Other records of this person'],
    ['retention', 'How long this record is kept'],
    ['expert-view', 'Shown to an expert from outside'],
  ] as const;
  const withheld = [['withheld', 'Words withheld from brothers and sisters']] as const;
  const copies = [['subject-access', 'Requests for a copy of this record']] as const;
  const seal = [['seal', 'Seal after the adoption order']] as const;
  const links = [
    ...(record.mayRestrict ? managers : []),
    ...(record.maySeal ? seal : []),
    ...(record.mayGiveCopies ? copies : []),
    ...(record.isRestricted ? withheld : []),
  ];
  return links.length === 0 ? null : (
    <ul class="govuk-list govuk-body-s">
      {links.map(([path, words]) => (
        <li>
          <a class="govuk-link" href={`/children/${record.person}/${path}`}>
            {words}
          </a>
        </li>
      ))}
    </ul>
  );
}
