import { checkLetter } from '../src/returns/cin-census/upn.ts';
import { chanceFrom, type Chance } from './chance.ts';

/** A CIN census of any size, about 1 KB for each child, of whom one in twenty has a fault: the same numbers, the same file. For benches and tests. */
export type CensusFileOptions = { readonly children: number; readonly year?: number; readonly authority?: string; readonly seed?: number };

export async function* censusFile({ children, year = 2026, authority = '201', seed = 1 }: CensusFileOptions): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const details = `<CollectionDetails><Collection>CIN</Collection><Year>${year}</Year><ReferenceDate>${year}-03-31</ReferenceDate></CollectionDetails>`;
  const source = `<Source><SourceLevel>L</SourceLevel><LEA>${authority}</LEA><SoftwareCode>sightline</SoftwareCode><Release>1</Release><SerialNo>001</SerialNo><DateTime>${year}-05-01T10:00:00</DateTime></Source>`;
  let text = `<?xml version="1.0" encoding="UTF-8"?>\n<Message>\n<Header>${details}${source}</Header>\n<Children>\n`;
  for (let index = 0; index < children; index += 1) {
    text += childRow(index, year, chanceFrom(seed * 1_000_003 + index).below);
    if (text.length > 65_536) {
      yield encoder.encode(text);
      text = '';
    }
  }
  yield encoder.encode(`${text}</Children>\n</Message>\n`);
}

type Below = Chance['below'];

const pick = (from: string, next: Below): string => {
  const words = from.split(' ');
  return words[next(words.length)] ?? '';
};
const tag = (name: string, value: string | number): string => `<${name}>${value}</${name}>`;
const day = (year: number, after: number): string => new Date(Date.UTC(year, 0, 1 + after)).toISOString().slice(0, 10);
/** The day, or the Monday after it. */
function weekday(year: number, after: number): string {
  const number = new Date(Date.UTC(year, 0, 1 + after)).getUTCDay();
  return day(year, after + (number === 6 ? 2 : number === 0 ? 1 : 0));
}
const digits = (value: number, length: number): string => String(value).padStart(length, '0');

const faulty = 20;

/** With its check letter; one in twenty with another. */
function pupilNumber(index: number): string {
  const rest = `201${digits(index, 9)}`;
  const letter = checkLetter(`A${rest}`) ?? 'A';
  return `${index % faulty === 0 ? (letter === 'A' ? 'B' : 'A') : letter}${rest}`;
}

function childRow(index: number, year: number, next: Below): string {
  const start = 95 + next(200);
  const last = year - 1;
  const identifiers =
    tag('LAchildID', `C${digits(index, 8)}`) +
    tag('UPN', pupilNumber(index)) +
    tag('PersonBirthDate', day(year - 17 + next(15), next(365))) +
    tag('Sex', pick('M F', next));
  const characteristics =
    tag('Ethnicity', pick('WBRI MWBC APKN BAFR AOTH NOBT', next)) + tag('Disabilities', tag('Disability', pick('NONE LD AUT', next)));
  const assessment =
    tag('AssessmentActualStartDate', day(last, start + 1)) +
    tag('AssessmentAuthorisationDate', day(last, start + 20 + next(60))) +
    tag(
      'FactorsIdentifiedAtAssessment',
      tag('AssessmentFactors', pick('3B 4B 16A', next)) + tag('AssessmentFactors', pick('2B 17A', next)),
    );
  const children = tag(
    'Child',
    `\n ${tag('ChildIdentifiers', identifiers)}\n ${tag('ChildCharacteristics', characteristics)}\n ${tag('CINdetails', episode(start, last, assessment, next))}\n`,
  );
  return `${children}\n`;
}

function episode(start: number, year: number, assessment: string, next: Below): string {
  const isProtected = next(3) === 0;
  const conference = weekday(year, start + 14 + next(10));
  const enquiry =
    tag('S47ActualStartDate', day(year, start + 2)) +
    tag('InitialCPCtarget', weekday(year, start + 23)) +
    (isProtected ? tag('DateOfInitialCPC', conference) : '') +
    tag('ICPCnotRequired', isProtected ? 0 : 1);
  const category = pick('NEG EMO PHY SAB', next);
  const plan =
    tag('CPPstartDate', conference) +
    tag('InitialCategoryOfAbuse', category) +
    tag('LatestCategoryOfAbuse', category) +
    tag('NumberOfPreviousCPP', next(2)) +
    tag('Reviews', tag('CPPreviewDate', day(year, start + 95 + next(20))));
  return [
    tag('CINreferralDate', day(year, start)),
    tag('ReferralSource', pick('1A 2A 3A 5B 6', next)),
    tag('PrimaryNeedCode', pick('N1 N3 N5', next)),
    tag('Assessments', assessment),
    ...(isProtected ? [] : [tag('CINPlanDates', tag('CINPlanStartDate', day(year, start + 30)))]),
    tag('Section47', enquiry),
    tag('ReferralNFA', 0),
    ...(isProtected ? [tag('ChildProtectionPlans', plan)] : []),
  ].join('\n  ');
}
