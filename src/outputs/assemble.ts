import { documentKinds, type DocumentKindName } from '../practice/pathway.ts';
import type { Letterhead, OutputDocument } from './document.ts';
import { assessment } from './documents/assessment.ts';
import { chronology } from './documents/chronology.ts';
import { conferenceInvitation } from './documents/conference-invitation.ts';
import { conferenceMinutes } from './documents/conference-minutes.ts';
import { conferenceReport } from './documents/conference-report.ts';
import { coreGroupRecord } from './documents/core-group-record.ts';
import { fullRecord } from './documents/full-record.ts';
import { lookedAfterReviewRecord } from './documents/looked-after-review-record.ts';
import { outcomeLetter } from './documents/outcome-letter.ts';
import { ownView } from './documents/own-view.ts';
import type { DocumentKind } from './documents/section.ts';
import { theNames, type LeftOut, type Material } from './material.ts';
import { mentionsIn, without, type Mention } from './mentions.ts';
import { blocksOf, writtenOf } from './written.ts';

/** A part of a document as it stands in a box: what the record says, then what a person made of it. */
export type WrittenSection = { readonly name: string; readonly heading: string; readonly text: string };

export const kindsOfDocument: Readonly<Record<DocumentKindName, DocumentKind>> = {
  outcomeLetter,
  assessment,
  conferenceInvitation,
  conferenceReport,
  conferenceMinutes,
  coreGroupRecord,
  lookedAfterReviewRecord,
  ownView,
  chronology,
  fullRecord,
};

/** A document as the record gives it, without what its recipient must not have: to be edited, never retyped. */
export function assemble(kind: DocumentKindName, material: Material, leftOut: readonly LeftOut[]): readonly WrittenSection[] {
  return kindsOfDocument[kind]
    .sections(material, new Set(leftOut.map(({ id }) => id)))
    .map(({ name, heading, blocks }) => ({ name, heading, text: writtenOf(blocks) }));
}

/** Every sentence, as the sections stand now, that gives away what is left out, or may: release waits until the sender has decided each. */
export const pointedTo = (material: Material, sections: readonly WrittenSection[], leftOut: readonly LeftOut[]): readonly Mention[] =>
  mentionsIn(
    sections,
    leftOut,
    material.children.map(({ name }) => name),
  );

type Making = {
  readonly kind: DocumentKindName;
  readonly material: Material;
  readonly sections: readonly WrittenSection[];
  /** Ids of the sentences that the sender leaves out. */
  readonly left: ReadonlySet<string>;
  readonly letterhead: Letterhead;
  readonly language: string;
  readonly madeAt: string;
};

/** Whoever called knows whom they called about; a member of the public is told no name. */
const aboutWords = (material: Material): string => (material.recipient.kind === 'public' ? 'What you told us' : theNames(material));

/** A member of the public who called, and a child, read it by words of their own. */
function titleFor(kind: DocumentKindName, { recipient }: Material, isLetter: boolean): string {
  if (isLetter && kind === 'outcomeLetter') return 'Your contact with us';
  return kind === 'ownView' && recipient.kind === 'child' ? 'My page' : documentKinds[kind];
}

/** The document as it is released. An empty section is left out with its heading. */
export function documentOf({ kind, material, sections, left, letterhead, language, madeAt }: Making): OutputDocument {
  const written = sections.map((section) => ({ heading: section.heading, blocks: blocksOf(without(section, left)) }));
  const isLetter = sections.length === 1 && sections[0]?.name === 'letter';
  return {
    title: titleFor(kind, material, isLetter),
    language,
    letterhead,
    about: aboutWords(material),
    madeFor: material.recipient.name,
    madeAt,
    knownAt: madeAt,
    blocks: written
      .filter(({ blocks }) => blocks.length > 0)
      .flatMap(({ heading, blocks }) => [...(isLetter ? [] : [{ kind: 'heading', level: 2, text: heading } as const]), ...blocks]),
  };
}
