import { formatDate } from '../../kernel/calendar/dates.ts';
import { displayed } from '../../kernel/step/said.ts';
import type { Block } from '../document.ts';
import { childName, lastOf, type Material } from '../material.ts';
import { farewell, greeting, paragraph, type DocumentKind } from './section.ts';

/** Working Together: a professional is told what was decided; anybody else that it was received, and no more of the family than they knew. */
export const outcomeLetter: DocumentKind = {
  sections: (material) => [
    {
      name: 'letter',
      heading: 'Letter',
      blocks: [
        greeting(material.recipient.name),
        ...(material.recipient.kind === 'public' ? received(material) : outcome(material)),
        farewell(material.madeBy),
      ],
    },
  ],
};

const received = (material: Material): readonly Block[] => {
  const contact = lastOf(material, 'contact', 'referral');
  const when = contact === undefined ? '' : ` on ${formatDate(contact.happenedOn)}`;
  return [
    paragraph(`Thank you for telling us of your worry about a child${when}. We have received it, and it is being looked at.`),
    paragraph(
      'To protect the child and the family we may not tell you more. If you are worried again, please tell us again; if a child is in danger now, ring 999.',
    ),
  ];
};

function outcome(material: Material): readonly Block[] {
  const [contact, decision] = [lastOf(material, 'contact', 'referral'), lastOf(material, 'referralDecision', 'contactDecision')];
  const when = contact === undefined ? '' : ` of ${formatDate(contact.happenedOn)}`;
  const thanks = paragraph(`Thank you for your contact${when} about ${childName(material)}.`);
  if (decision === undefined) return [thanks, paragraph('It is being looked at. We shall tell you what is decided.')];
  const fields = material.steps.get(decision.step)?.fields ?? {};
  const said = ['response', 'decision', 'outcome'].flatMap((name) => {
    const [field, value] = [fields[name], decision.answers[name]];
    return field === undefined || value === undefined ? [] : [displayed(field, value)];
  });
  const reason = decision.answers['reason'];
  return [
    thanks,
    paragraph(`On ${formatDate(decision.happenedOn)} it was decided: ${said.join('; ') || 'no response is recorded'}.`),
    ...(typeof reason === 'string' ? [paragraph(reason)] : []),
    paragraph('If you disagree, please ring us: we shall look at it again together, and with our managers.'),
  ];
}
