import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Sealed } from './sealing.ts';

const own = (name: string): Promise<string> => readFile(fileURLToPath(new URL(`./${name}`, import.meta.url)), 'utf8');
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const honest = `<p>The copy cannot be changed and does not show what was recorded after it was made. When systems are back, write up what you did in the record.</p>
<p>After its time this page refuses to open. That stops honest use only: somebody who has the file and the passphrase and sets the clock back can still read it. So delete the file when it has expired; the real protection is that each passphrase is used for a short time.</p>`;

const main = `<main>
<p class="problem" id="problem" role="alert" hidden></p>
<p class="problem" id="clock" hidden>The clock of this computer shows a day before this copy was made. Lateness is counted on the day of the copy.</p>
<form id="unlock"><div id="locked" hidden>
<label for="passphrase">Passphrase</label>
<p><input id="passphrase" type="password" autocomplete="off" spellcheck="false" autocapitalize="none"></p>
<p><button id="open" type="submit">Open the copy</button> <span id="state" role="status"></span></p>
</div></form>
<div id="opened" hidden>
<div class="tools">
<div><label for="search">Name, team or worker</label><input id="search" type="search" autocomplete="off"></div>
<div><label for="order">Order</label><select id="order"><option value="due">What is due next</option><option value="name">Name</option><option value="worker">Worker</option><option value="team">Team</option></select></div>
<button class="quiet" id="print" type="button">Print what is shown</button>
<button class="quiet" id="lock" type="button">Lock</button>
</div>
<p id="count" role="status"></p>
<table>
<thead><tr class="running"><th colspan="5" id="running"></th></tr><tr><th scope="col">Child</th><th scope="col">Where</th><th scope="col">Worker</th><th scope="col">Last seen</th><th scope="col">Next due</th></tr></thead>
<tbody id="rows"></tbody>
</table>
</div>
<div class="note aside">${honest}</div>
</main>`;

/**
 * One file that opens in a browser with no server and no network: its own script and style, allowed by their hashes, and the sealed words.
 * Nothing that was typed by anybody stands in it outside the sealed words and the head, and those are read as data.
 */
export async function copyFile(sealed: Sealed): Promise<string> {
  const [script, style] = await Promise.all([own('reader.js'), own('reader.css')]);
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>Emergency copy</title>
<style>${style}</style>
</head>
<body>
<header><h1 id="title">Emergency copy</h1><p id="about"></p></header>
<noscript><p class="problem">This copy needs JavaScript, which is switched off in this browser.</p></noscript>
${main}
<script type="application/json" id="sealed">${JSON.stringify(sealed).replaceAll('<', '\\u003c')}</script>
<script type="module">${script}</script>
</body>
</html>
`;
}
