import { addMonths } from '../../kernel/calendar/dates.ts';
import { lastOf, summaryOf, type Left, type Material } from '../material.ts';
import { paragraph, planSection, sectionOf, toBeWritten, type DocumentKind, type Section } from './section.ts';
import { chronologyTable } from './chronology.ts';

/** The social worker’s report: what was enquired into and found, what happened in the year before, what the child says, the plan so far, and what is asked of the conference. */
export const conferenceReport: DocumentKind = {
  sections: (material, left) => [
    sectionOf(material, left, {
      name: 'enquiry',
      heading: 'Why there is a conference',
      of: lastOf(material, 'section47Outcome', 'strategyDiscussion'),
    }),
    sectionOf(material, left, { name: 'assessment', heading: 'What we found', of: lastOf(material, 'assessmentReport') }),
    theYearBefore(material, left),
    sectionOf(material, left, {
      name: 'childsVoice',
      heading: 'What the child says',
      of: lastOf(material, 'section47Outcome', 'assessmentReport', 'coreGroupMeeting'),
      only: ['childsVoice', 'childsView'],
    }),
    planSection(material),
    {
      name: 'asked',
      heading: 'What we ask the conference to decide',
      blocks: [paragraph(`Whether a child protection plan is needed, under which category, and why: ${toBeWritten}.`)],
    },
  ],
};

function theYearBefore(material: Material, left: Left): Section {
  const year = { ...material, filter: { from: addMonths(material.today, -12), to: '', steps: [] } };
  return { name: 'year', heading: 'The last twelve months', blocks: chronologyTable(year, left, summaryOf) };
}
