import { faultOf } from './fault.ts';

export type Level = 'info' | 'warning' | 'fault';
export type Fields = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/**
 * What happens, for those who run the server. `event` is a fixed name to search for, `words` a fixed sentence;
 * fields are numbers, names of routes and the like. Never a name, a child's id, an address with its query, or what anybody typed.
 */
export type Log = {
  readonly info: (event: string, words: string, fields?: Fields) => void;
  readonly warning: (event: string, words: string, fields?: Fields) => void;
  /** Something that nobody expected: its kind and place are kept, its message is not. */
  readonly fault: (event: string, words: string, error: unknown, fields?: Fields) => void;
  /** What happens many times a second: only in lines for a machine. */
  readonly often: (event: string, fields: Fields) => void;
};

/** `words` for a person at a terminal; `json` for a machine: one object a line. */
export type LogKind = 'words' | 'json';

export type LogOutput = { readonly out: (line: string) => void; readonly error: (line: string) => void };

const id = /[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}/gi;
const mail = /[^\s"'<>]+@[^\s"'<>]+/g;
const longest = 300;

/** The second line of defence: an id or an e-mail address that was put into a field by mistake does not reach the log. */
const withoutPeople = (text: string): string => text.replaceAll(id, '(id)').replaceAll(mail, '(address)').slice(0, longest);

function clean(fields: Fields): Fields {
  const cleaned = Object.entries(fields).map(([name, value]): [string, Fields[string]] => {
    if (typeof value === 'string') return [name, withoutPeople(value)];
    return [name, typeof value === 'object' ? value.map(withoutPeople) : value];
  });
  return Object.fromEntries(cleaned);
}

const toProcess: LogOutput = {
  out: (line) => void process.stdout.write(`${line}\n`),
  error: (line) => void process.stderr.write(`${line}\n`),
};

export function createLog(kind: LogKind, output: LogOutput = toProcess, now: () => Date = () => new Date()): Log {
  const write = (level: Level, event: string, words: string, fields: Fields = {}): void => {
    const put = level === 'info' ? output.out : output.error;
    if (kind === 'json')
      put(JSON.stringify({ time: now().toISOString(), level, event, ...(words === '' ? {} : { words }), ...clean(fields) }));
    else put(level === 'fault' ? `${words} ${JSON.stringify(clean(fields))}` : words);
  };
  return {
    info: (event, words, fields) => write('info', event, words, fields),
    warning: (event, words, fields) => write('warning', event, words, fields),
    fault: (event, words, error, fields) => write('fault', event, words, { ...faultOf(error), ...fields }),
    often: (event, fields) => {
      if (kind === 'json') write('info', event, '', fields);
    },
  };
}
