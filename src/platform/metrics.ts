import { monitorEventLoopDelay } from 'node:perf_hooks';

/** One answered request. `route` is the pattern, never the address: `/children/:person`. */
export type Answered = { readonly method: string; readonly route: string; readonly status: number; readonly milliseconds: number };

/** A number that is asked for when it is read. */
export type Gauge = { readonly name: string; readonly help: string; readonly read: () => number | undefined };

export type Metrics = {
  readonly answered: (one: Answered) => void;
  readonly failed: () => void;
  /** All numbers in the text format of Prometheus. */
  readonly text: () => string;
};

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

type Series = { count: number; sum: number; readonly within: number[] };

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
const labelled = (labels: Readonly<Record<string, string>>): string =>
  `{${Object.entries(labels)
    .map(([name, value]) => `${name}=${quoted(value)}`)
    .join(',')}}`;

const family = (name: string, kind: 'counter' | 'gauge' | 'histogram', help: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, ...lines];

function histogramOf(route: string, { count, sum, within }: Series): readonly string[] {
  const name = 'sightline_request_seconds';
  const upTo = buckets.map((le, place) => `${name}_bucket${labelled({ route, le: String(le) })} ${within[place] ?? 0}`);
  return [
    ...upTo,
    `${name}_bucket${labelled({ route, le: '+Inf' })} ${count}`,
    `${name}_sum${labelled({ route })} ${sum}`,
    `${name}_count${labelled({ route })} ${count}`,
  ];
}

function processGauges(): readonly Gauge[] {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const cpu = (): number => process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6;
  const lag = (): number => {
    const seconds = delay.percentile(99) / 1e9;
    delay.reset();
    return seconds;
  };
  return [
    { name: 'process_resident_memory_bytes', help: 'Memory that the process holds.', read: () => process.memoryUsage.rss() },
    { name: 'process_cpu_seconds', help: 'Processor time used since the start.', read: cpu },
    { name: 'process_uptime_seconds', help: 'Time since the start.', read: () => process.uptime() },
    { name: 'nodejs_eventloop_delay_p99_seconds', help: 'Delay of the event loop since it was last asked.', read: lag },
  ];
}

/** Counts what is answered, by route and status; no label holds anything of a person. */
export function createMetrics(gauges: readonly Gauge[] = []): Metrics {
  const answers = new Map<string, number>();
  const series = new Map<string, Series>();
  const read = [...processGauges(), ...gauges];
  let failures = 0;
  const observe = (route: string, seconds: number): void => {
    const known = series.get(route) ?? { count: 0, sum: 0, within: buckets.map(() => 0) };
    known.count += 1;
    known.sum += seconds;
    buckets.forEach((le, place) => {
      if (seconds <= le) known.within[place] = (known.within[place] ?? 0) + 1;
    });
    series.set(route, known);
  };
  const gaugeLines = ({ name, help, read }: Gauge): readonly string[] => {
    const value = read();
    return family(name, 'gauge', help, value === undefined ? [] : [`${name} ${value}`]);
  };
  return {
    answered({ method, route, status, milliseconds }) {
      const labels = labelled({ route, method, status: String(status) });
      answers.set(labels, (answers.get(labels) ?? 0) + 1);
      observe(route, milliseconds / 1_000);
    },
    failed: () => void (failures += 1),
    text() {
      const requests = [...answers].map(([labels, count]) => `sightline_requests_total${labels} ${count}`);
      const times = [...series].flatMap(([route, each]) => histogramOf(route, each));
      return [
        ...family('sightline_requests_total', 'counter', 'Requests answered.', requests),
        ...family('sightline_request_seconds', 'histogram', 'Time to answer.', times),
        ...family('sightline_faults_total', 'counter', 'Errors that nobody expected.', [`sightline_faults_total ${failures}`]),
        ...read.flatMap(gaugeLines),
        '',
      ].join('\n');
    },
  };
}
