import { describe, expect, it } from 'vitest';
import { steps } from '../../practice/pathway.ts';
import { readingsOf } from './census-steps.ts';
import { readCensus } from './census-xml.ts';
import { idOf } from '../intake/statement.ts';
import { statementsOf } from './statements.ts';

const readings = readingsOf(steps);

async function read(details: string, identifiers = '<LAchildID>A1</LAchildID><PersonBirthDate>2015-03-27</PersonBirthDate><Sex>F</Sex>') {
  const text = `<Message><Header><Collection>CIN</Collection></Header><Children>\n<Child>\n<ChildIdentifiers>${identifiers}</ChildIdentifiers>\n${details}</Child></Children></Message>`;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(text);
  }
  for await (const event of readCensus(bytes())) if (event.kind === 'child') return statementsOf(event.child, readings);
  throw new Error('The example has no child');
}

const details = (inside: string): string =>
  `<CINdetails><CINreferralDate>2025-04-07</CINreferralDate><ReferralSource>1A</ReferralSource><ReferralNFA>0</ReferralNFA>\n${inside}</CINdetails>\n`;
const stepsOf = ({ statements }: Awaited<ReturnType<typeof read>>): string[] => statements.map(({ step }) => step.name);

describe('statements of a child', () => {
  it('every group of the census is a step, with its date and answers', async () => {
    const result = await read(
      details(`<CINclosureDate>2025-12-01</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure>
      <Assessments><AssessmentActualStartDate>2025-04-08</AssessmentActualStartDate><AssessmentAuthorisationDate>2025-05-08</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment><AssessmentFactors>3B</AssessmentFactors><AssessmentFactors>4B</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>
      <CINPlanDates><CINPlanStartDate>2025-05-09</CINPlanStartDate><CINPlanEndDate>2025-06-01</CINPlanEndDate></CINPlanDates>
      <Section47><S47ActualStartDate>2025-06-02</S47ActualStartDate><DateOfInitialCPC>2025-06-20</DateOfInitialCPC><ICPCnotRequired>false</ICPCnotRequired></Section47>
      <ChildProtectionPlans><CPPstartDate>2025-06-20</CPPstartDate><CPPendDate>2025-11-01</CPPendDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse><LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse><NumberOfPreviousCPP>0</NumberOfPreviousCPP><Reviews><CPPreviewDate>2025-09-01</CPPreviewDate><CPPreviewDate>2025-10-01</CPPreviewDate></Reviews></ChildProtectionPlans>`),
    );
    expect(result.problems).toEqual([]);
    expect(stepsOf(result).toSorted()).toEqual([
      'assessmentAuthorisation',
      'childAndFamilyAssessment',
      'childInNeedPlan',
      'childInNeedPlanEnd',
      'childProtectionPlan',
      'childProtectionPlanEnd',
      'closure',
      'initialConference',
      'personDetails',
      'referral',
      'reviewConference',
      'reviewConference',
      'section47Enquiry',
    ]);
    expect(result.statements.find(({ step }) => step.name === 'assessmentAuthorisation')).toMatchObject({
      happenedOn: '2025-05-08',
      answers: { factors: ['3B', '4B'] },
      links: [{ name: 'assessment', step: 'childAndFamilyAssessment', key: '2025-04-08' }],
    });
  });

  it('a conference given in the episode and in its enquiry is one; without an enquiry it stands by itself', async () => {
    const conference = '<DateOfInitialCPC>2025-06-20</DateOfInitialCPC>';
    const both = await read(
      details(
        `${conference}<Section47><S47ActualStartDate>2025-06-02</S47ActualStartDate>${conference}<ICPCnotRequired>0</ICPCnotRequired></Section47>`,
      ),
    );
    expect(stepsOf(both).filter((name) => name === 'initialConference')).toHaveLength(1);
    expect(both.problems).toEqual([]);
    expect(stepsOf(await read(details(conference)))).toContain('initialConference');
  });

  it('a date that does not exist, where it is required, keeps the row out, whole, for repair', async () => {
    const { statements, problems } = await read(details('<CINPlanDates>\n<CINPlanStartDate>2025-02-30</CINPlanStartDate></CINPlanDates>'));
    expect(statements.map(({ step }) => step.name)).toEqual(['personDetails', 'referral']);
    expect(problems).toMatchObject([
      {
        kind: 'refused',
        line: 6,
        child: 'A1',
        field: 'CINPlanStartDate',
        value: '2025-02-30',
        raw: '<CINPlanDates><CINPlanStartDate>2025-02-30</CINPlanStartDate></CINPlanDates>',
      },
    ]);
    expect(problems[0]?.reason).toContain('real date');
  });

  it('an optional field that is wrong leaves the rest standing', async () => {
    const { statements, problems } = await read(details('').replace('1A', 'ZZ'));
    expect(statements.find(({ step }) => step.name === 'referral')?.answers).toEqual({ referredOn: '2025-04-07', noFurtherAction: false });
    expect(problems).toMatchObject([{ kind: 'refused', field: 'ReferralSource', value: 'ZZ' }]);
  });

  it('factors without an authorisation are told, not lost', async () => {
    const { problems } = await read(
      details(
        '<Assessments><AssessmentActualStartDate>2025-04-08</AssessmentActualStartDate><FactorsIdentifiedAtAssessment><AssessmentFactors>3B</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>',
      ),
    );
    expect(problems).toMatchObject([{ kind: 'refused', field: 'AssessmentFactors', value: '3B' }]);
  });

  it('an unknown group is kept, once, with its text', async () => {
    const { problems } = await read(
      details('<PreProceedingsandFGDM><PPStartDate>2025-09-09</PPStartDate><PPOutcome>A</PPOutcome></PreProceedingsandFGDM>'),
    );
    expect(problems).toMatchObject([
      { kind: 'kept', field: 'PreProceedingsandFGDM', raw: expect.stringContaining('<PPOutcome>A</PPOutcome>') },
    ]);
  });

  it.each([
    ['GenderCurrent', '1', 'M', 0],
    ['GenderCurrent', '2', 'F', 0],
    ['GenderCurrent', '0', 'U', 0],
    ['GenderCurrent', '9', 'U', 1],
    ['Sex', '1', 'M', 1],
    ['Sex', 'F', 'F', 0],
  ])('%s %s is %s', async (column, given, sex, notes) => {
    const { statements, problems } = await read('', `<LAchildID>A1</LAchildID><${column}>${given}</${column}>`);
    expect(statements[0]?.answers).toMatchObject({ sex });
    expect(problems.map(({ kind }) => kind)).toEqual(Array.from({ length: notes }, () => 'note'));
  });

  it('no identifier: nothing is stated and the row is kept', async () => {
    const { statements, problems } = await read(details(''), '<Sex>F</Sex>');
    expect(statements).toEqual([]);
    expect(problems).toMatchObject([{ kind: 'refused', field: 'LAchildID', raw: expect.stringContaining('CINreferralDate') }]);
  });

  it('a field that is too long is named', async () => {
    const { problems } = await read(details('').replace('1A', 'x'.repeat(100_001)));
    expect(problems).toMatchObject([{ field: 'ReferralSource', reason: expect.stringContaining('100,001 characters') }]);
  });
});

it('the same words give the same id, shaped as a uuid', () => {
  expect(idOf(1, 'a')).toBe(idOf(1, 'a'));
  expect(idOf(1, 'a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(idOf(1, 'a')).not.toBe(idOf(2, 'a'));
});
