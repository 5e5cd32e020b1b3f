import { expect, test } from 'vitest';
import { createMetrics } from './metrics.ts';

test('counts answers by route, method and status, and their times in steps that add up', () => {
  const metrics = createMetrics([{ name: 'sightline_event_streams', help: 'Open boards.', read: () => 3 }]);
  metrics.answered({ method: 'GET', route: '/board', status: 200, milliseconds: 20 });
  metrics.answered({ method: 'GET', route: '/board', status: 200, milliseconds: 300 });
  metrics.answered({ method: 'POST', route: '/sign-in', status: 400, milliseconds: 20_000 });
  metrics.failed();
  const lines = metrics.text().split('\n');
  expect(lines).toContain('sightline_requests_total{route="/board",method="GET",status="200"} 2');
  expect(lines).toContain('sightline_request_seconds_bucket{route="/board",le="0.01"} 0');
  expect(lines).toContain('sightline_request_seconds_bucket{route="/board",le="0.025"} 1');
  expect(lines).toContain('sightline_request_seconds_bucket{route="/board",le="0.5"} 2');
  expect(lines).toContain('sightline_request_seconds_bucket{route="/sign-in",le="10"} 0');
  expect(lines).toContain('sightline_request_seconds_bucket{route="/sign-in",le="+Inf"} 1');
  expect(lines).toContain('sightline_request_seconds_sum{route="/board"} 0.32');
  expect(lines).toContain('sightline_faults_total 1');
  expect(lines).toContain('sightline_event_streams 3');
});

test('is text that Prometheus can read: each line a comment, or a name, labels and a number', () => {
  const metrics = createMetrics([{ name: 'absent', help: 'Nothing yet.', read: () => undefined }]);
  metrics.answered({ method: 'GET', route: 'a"\\\nb', status: 200, milliseconds: 1 });
  const wrong = metrics
    .text()
    .split('\n')
    .filter(
      (line) =>
        line !== '' &&
        !/^# (HELP|TYPE) [a-z0-9_]+ .+$|^[a-z0-9_]+(\{[a-z]+="(?:[^"\\\n]|\\[\\"n])*"(,[a-z]+="(?:[^"\\\n]|\\[\\"n])*")*\})? -?[\d.e+-]+$/.test(
          line,
        ),
    );
  expect(wrong).toEqual([]);
  expect(metrics.text()).not.toContain('absent');
});
