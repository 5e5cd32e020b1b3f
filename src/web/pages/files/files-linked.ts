import type { FileTarget } from '../../../kernel/field/field.ts';
import type { AnyStep } from '../../../kernel/step/step.ts';
import type { ChildRecord, Session } from '../../../record/contract.ts';
import type { LinkedFiles } from '../../form/asking.ts';
import type { WebParts } from '../../parts.ts';

const targets = ['fosterCarer', 'adopters'] as const satisfies readonly FileTarget[];

/** The questions of a step that are answered with a file of a kind. */
const asksFor = (step: Pick<AnyStep, 'fields' | 'each'>, to: FileTarget): readonly string[] =>
  Object.entries({ ...step.fields, ...step.each }).flatMap(([name, { control }]) =>
    control.kind === 'link' && control.to === to ? [name] : [],
  );

async function listed(parts: WebParts, session: Session, wanted: readonly FileTarget[]): Promise<LinkedFiles> {
  const found = await Promise.all(
    wanted.map(async (kind) => {
      const files = await parts.record.files(session, kind);
      return [kind, files.map(({ file, title }) => ({ value: file, label: title }))] as const;
    }),
  );
  return Object.fromEntries(found);
}

/** What a form offers where it asks for carers or adopters: the files that the session may open. */
export const filesOffered = (parts: WebParts, session: Session, step: AnyStep): Promise<LinkedFiles> =>
  listed(
    parts,
    session,
    targets.filter((to) => asksFor(step, to).length > 0),
  );

/** The files at which the answers of a record point, as far as the session may open them. */
export function filesLinked(parts: WebParts, session: Session, record: ChildRecord): Promise<LinkedFiles> {
  const steps = new Map(parts.steps.map((step) => [step.name, step]));
  return listed(
    parts,
    session,
    targets.filter((to) =>
      record.chain.some(({ step: name, answers }) => {
        const step = steps.get(name);
        return step !== undefined && asksFor(step, to).some((question) => answers[question] !== undefined);
      }),
    ),
  );
}
