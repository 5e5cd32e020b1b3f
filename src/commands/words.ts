import { Obstacle, UsageAsked } from '../platform/obstacle.ts';

/** What stands after the name of a command: plain words, options with a value (several times where they may), and switches. */
export type Words = {
  readonly words: readonly string[];
  readonly all: (option: string) => readonly string[];
  readonly one: (option: string) => string | undefined;
  readonly is: (name: string) => boolean;
};

export type Known = { readonly usage: string; readonly options?: readonly string[]; readonly switches?: readonly string[] };

/** Refuses what the command does not know: a mistyped switch must not be taken for its absence. */
export function readWords(parameters: readonly string[], { usage, options = [], switches = [] }: Known): Words {
  const words: string[] = [];
  const given: { readonly name: string; readonly value: string }[] = [];
  for (let place = 0; place < parameters.length; place += 1) {
    const [whole = '', name, value] = /^--([a-z-]+)(?:=(.*))?$/s.exec(parameters[place] ?? '') ?? [];
    if (name === 'help' || parameters[place] === '-h') throw new UsageAsked(`Usage: ${usage}`);
    else if (name === undefined) words.push(parameters[place] ?? '');
    else if (switches.includes(name) && value === undefined) given.push({ name, value: '' });
    else if (options.includes(name)) {
      const said = value ?? parameters[(place += 1)];
      if (said === undefined) throw new Obstacle(`${whole} has no value. Usage: ${usage}`);
      given.push({ name, value: said });
    } else throw new Obstacle(`${whole} is not known here. Usage: ${usage}`);
  }
  const all = (option: string): readonly string[] => given.filter(({ name }) => name === option).map(({ value }) => value);
  return { words, all, one: (option) => all(option).at(-1), is: (name) => given.some((each) => each.name === name) };
}
