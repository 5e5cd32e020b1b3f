import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { stepNamed, steps } from '../../src/practice/pathway.ts';

// Which answers of staff files are told to whoever counts is said in the database, which denies by default: here it is held against the steps.
const sql = readdirSync('migrations')
  .map((name) => readFileSync(`migrations/${name}`, 'utf8'))
  .findLast((text) => text.includes('function record.workforce_questions('));
const told = [...(sql ?? '').matchAll(/\('(\w+)', array\[([^\]]+)\], (true|false)\)/g)].map(([, step = '', questions = '', whole]) => ({
  step,
  questions: [...questions.matchAll(/'(\w+)'/g)].map(([, question = '']) => question),
  isOfHeads: whole === 'true',
}));

describe('what the database tells of staff files', () => {
  it('is told of several steps', () => expect(told.length).toBeGreaterThan(8));
  test.each(told.map((one) => [one.step, one] as const))(
    '%s: answers of a step of staff files, none of them words',
    (name, { questions }) => {
      const step = stepNamed(name);
      expect(step?.file).toBe('staff');
      for (const question of questions) {
        const field = step?.fields[question];
        expect(field, question).toBeDefined();
        expect(field?.control.kind === 'text' && field.control.lines > 1, question).toBe(false);
      }
    },
  );
  it('is told to no manager where the step is read by heads of service alone', () => {
    const ofHeads = steps
      .filter(({ file, may }) => file === 'staff' && may.read.every((role) => role === 'headOfService'))
      .map(({ name }) => name);
    for (const { step, isOfHeads } of told) expect(isOfHeads, step).toBe(ofHeads.includes(step));
    // What somebody says on leaving is told to nobody but as counts.
    expect(ofHeads.filter((name) => !told.some(({ step }) => step === name))).toEqual(['exitInterview']);
  });
});
