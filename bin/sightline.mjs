#!/usr/bin/env node
// The one door to Sightline: starts, tests, checks and measures it. Needs only Node 20 or later and npm.
const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  console.error(`Sightline needs Node 20 or later to start; this is Node ${process.versions.node}. Install a newer one from nodejs.org.`);
  process.exit(1);
}
const { launch } = await import('./launch.mjs');
await launch(process.argv.slice(2));
