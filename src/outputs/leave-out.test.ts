import { describe, expect, it } from 'vitest';
import { recipientKinds } from '../practice/pathway.ts';
import { rules, whyLeftOut, type FactKind } from './leave-out.ts';

/** Recipient × fact, as practice reads it: `x` is left out. Whoever changes a rule changes a row here. */
const table = `
                   confidentialAddress homeAddress placement school referrer contactDetails restrictedPerson closeFamily otherFamily warning untold legalAdvice childNotTold
parent             x                   x           x         x      x        x              x                .           x           x       x      x           .
child              x                   x           x         x      x        x              x                .           x           x       x      x           x
carer              x                   x           x         .      x        x              x                .           x           .       x      x           .
school             x                   x           x         .      x        .              x                .           x           x       .      x           .
health             x                   .           .         .      x        .              x                .           .           .       .      x           .
police             .                   .           .         .      .        .              x                .           .           .       .      x           .
court              x                   .           .         .      x        .              x                .           .           .       .      x           .
authority          x                   .           .         .      .        .              x                .           .           .       .      x           .
referrer           x                   x           x         x      x        x              x                x           x           x       .      x           .
public             x                   x           x         x      x        x              x                x           x           x       x      x           .
other              x                   x           x         x      x        x              x                x           x           x       x      x           .
`;
const [heads = [], ...rows] = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/ +/));

const isFact = (name: string): name is FactKind => name in rules;
const isRecipient = (name: string): name is keyof typeof recipientKinds => name in recipientKinds;

describe('what a recipient must not have', () => {
  it('is said of every kind of fact and of every kind of recipient', () => {
    expect(heads.toSorted()).toEqual(Object.keys(rules).toSorted());
    expect(rows.map(([name]) => name).toSorted()).toEqual(Object.keys(recipientKinds).toSorted());
  });
  it.each(rows.flatMap(([recipient = '', ...marks]) => heads.map((fact, at) => [recipient, fact, marks[at]] as const)))(
    '%s, %s: %s',
    (recipient, fact, mark) => {
      if (!isFact(fact) || !isRecipient(recipient)) throw new Error(`${recipient} or ${fact} is not known`);
      expect(whyLeftOut(fact, { kind: recipient }) !== undefined).toBe(mark === 'x');
    },
  );
  it('has a reason that can be read, each', () => {
    for (const { reason } of Object.values(rules)) expect(reason.length).toBeGreaterThan(30);
  });
  it('is not what is their own: but a warning, and who told us, is nobody’s own', () => {
    const mother = { kind: 'parent', person: 'm' } as const;
    expect(whyLeftOut('otherFamily', mother, ['m'])).toBeUndefined();
    expect(whyLeftOut('otherFamily', mother, ['f'])).toBeDefined();
    expect(whyLeftOut('warning', mother, ['m'])).toBeDefined();
    expect(whyLeftOut('referrer', mother, ['m'])).toBeDefined();
  });
  it('is, of the child’s own record, still what they were not told of and what a lawyer advised', () => {
    const child = { kind: 'child', person: 'c' } as const;
    for (const kind of ['untold', 'childNotTold', 'legalAdvice'] as const) expect(whyLeftOut(kind, child, ['c'])).toBeDefined();
    expect(whyLeftOut('placement', child, ['c'])).toBeUndefined();
  });
});
