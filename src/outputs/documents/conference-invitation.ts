import { displayed } from '../../kernel/step/said.ts';
import { childName, lastOf, type Material } from '../material.ts';
import { farewell, greeting, paragraph, toBeWritten, type DocumentKind } from './section.ts';

/** Working Together: the family and the agencies are asked in time, and told that reports are shared before the day. */
export const conferenceInvitation: DocumentKind = {
  sections: (material) => [
    {
      name: 'letter',
      heading: 'Letter',
      blocks: [
        greeting(material.recipient.name),
        paragraph(`You are invited to a child protection conference about ${childName(material)}${onDay(material)}.`),
        paragraph(`Time and place: ${toBeWritten}.`),
        paragraph(
          material.recipient.kind === 'parent' || material.recipient.kind === 'child'
            ? 'You will be given our report before the conference. You may bring somebody to support you, or an advocate. Tell us what would help you to take part: an interpreter, another time, or to speak with the chair alone.'
            : 'Please send your report in time for the family to read it before the conference: what you know, what you are worried about, and what works well. If you cannot come, send somebody who can speak for your agency.',
        ),
        farewell(material.madeBy),
      ],
    },
  ],
};

function onDay(material: Material): string {
  const invitation = lastOf(material, 'conferenceInvitation');
  const field = material.steps.get('conferenceInvitation')?.fields['conferenceOn'];
  const day = invitation?.answers['conferenceOn'];
  return field === undefined || day === undefined ? '' : ` on ${displayed(field, day)}`;
}
