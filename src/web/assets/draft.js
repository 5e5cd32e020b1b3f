// Keeps what is typed: on the server every few seconds, and on this device, encrypted, until the server has said that it has it.
// The key is given to who is signed in and lives in this page alone: signed out, what is kept here can be read by nobody until the same person signs in again.
import './attach.js';

const form = document.querySelector('form[data-draft]');
const state = document.getElementById('draft-state');
const [pause, atMost, hereWithin, patience, longest] = [1000, 2500, 800, 4000, 30_000];
const json = { accept: 'application/json' };

const timeOf = (at) => at.toLocaleTimeString('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });
const timeNow = () => timeOf(new Date());

function say(text, ...more) {
  if (state && (more.length > 0 || state.textContent !== text)) state.replaceChildren(text, ...more);
}

// What is kept on this device: one line for each window, gone once it has been sent.
const opened = () =>
  new Promise((done, fail) => {
    const asked = indexedDB.open('sightline', 1);
    asked.addEventListener('upgradeneeded', () => asked.result.createObjectStore('unsent', { keyPath: 'tab' }));
    asked.addEventListener('success', () => done(asked.result));
    asked.addEventListener('error', () => fail(asked.error));
  });

async function inStore(mode, work) {
  const store = await opened();
  return new Promise((done, fail) => {
    const deal = store.transaction('unsent', mode);
    const asked = work(deal.objectStore('unsent'));
    deal.addEventListener('complete', () => done(asked.result));
    deal.addEventListener('abort', () => fail(deal.error));
  }).finally(() => store.close());
}

// Who is signed in now, with their key; nothing: nobody is, or it could not be asked.
let me;
async function meet() {
  const answer = await fetch('/drafts/key', { headers: json }).catch(() => undefined);
  if (!answer?.ok) return undefined;
  const { key, who, csrf } = await answer.json();
  if (me && me.who !== who) return { who, csrf };
  const bytes = Uint8Array.from(atob(key), (one) => one.charCodeAt(0));
  me = { who, csrf, key: me?.key ?? (await crypto.subtle?.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])) };
  return me;
}

// Whether the words are on this device.
async function keepHere(tab, action, body) {
  try {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const words = new TextEncoder().encode(JSON.stringify({ action, body: String(body) }));
    const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, me.key, words);
    await inStore('readwrite', (store) => store.put({ tab, iv, data, at: Date.now() }));
    return true;
  } catch {
    return false;
  }
}
const forget = (tab) => inStore('readwrite', (store) => store.delete(tab)).catch(() => {});

// Of this person: another's cannot be decrypted, and stays.
async function keptHere() {
  const lines = await inStore('readonly', (store) => store.getAll()).catch(() => []);
  const found = [];
  for (const { tab, iv, data } of lines)
    try {
      const words = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, me.key, data);
      found.push({ tab, ...JSON.parse(new TextDecoder().decode(words)) });
    } catch {
      // Not this person's.
    }
  return found;
}

async function send(action, body, more = {}) {
  body.set('_csrf', me?.csrf ?? body.get('_csrf') ?? '');
  try {
    const answer = await fetch(`${action}/draft`, { method: 'POST', headers: json, body, signal: AbortSignal.timeout(patience), ...more });
    if (answer.ok) return await answer.json();
    if (answer.status === 401) return { kind: 'ended' };
    return { kind: answer.status === 403 ? 'other' : 'down' };
  } catch {
    return { kind: 'down' };
  }
}

// The session of the page may have ended and another begun in another window: of the same person, saving goes on with it.
async function sendAsMe(action, body) {
  const answer = await send(action, body);
  if (answer.kind !== 'other') return answer;
  const now = await meet();
  if (now && me && now.who !== me.who) return { kind: 'somebody' };
  return now ? send(action, body) : { kind: 'ended' };
}

// `bodyOf`: asked when the button is pressed, so that what was typed until then is compared too.
function compareButton(action, bodyOf) {
  const button = document.createElement('button');
  button.className = 'govuk-button govuk-button--secondary sl-button';
  button.textContent = 'Compare the two';
  button.type = 'button';
  button.addEventListener('click', () => {
    const sent = document.createElement('form');
    Object.assign(sent, { method: 'post', hidden: true });
    sent.setAttribute('action', action);
    const body = bodyOf();
    const fields = [...body].filter(([name]) => name !== 'stage' && name !== '_csrf');
    for (const [name, value] of [...fields, ['stage', 'compare'], ['_csrf', me?.csrf ?? body.get('_csrf')]]) {
      const box = document.createElement('textarea');
      Object.assign(box, { name, value });
      sent.append(box);
    }
    document.body.append(sent);
    sent.submit();
  });
  return button;
}

const startAgain = (body) => {
  body.set('entry', crypto.randomUUID());
  body.set('version', '0');
};

// What an earlier window could not send. Whether a page that lists drafts, or shows this one, must be read again.
async function sendWhatWasKept() {
  let isSent = false;
  for (const { tab, action, body: words } of await keptHere()) {
    if (tab === form?.dataset.draft) continue;
    const body = new URLSearchParams(words);
    let answer = await sendAsMe(action, body);
    if (answer.kind === 'recorded') {
      startAgain(body);
      answer = await sendAsMe(action, body);
    }
    if (answer.kind === 'saved' || answer.kind === 'stale') {
      await forget(tab);
      isSent ||= !form || body.get('entry') === form.elements.entry.value;
    } else if (answer.kind === 'conflict')
      say(
        'Words that were kept on this device differ from your saved draft. Nothing is lost. ',
        compareButton(action, () => body),
      );
    else if (answer.kind === 'refused') say(answer.message);
  }
  return isSent;
}

// The form that this page shows.
const action = form?.getAttribute('action');
const tab = form?.dataset.draft;
let since = timeNow();
let [isBusy, isLeaving, isInConflict, failures] = [false, false, false, 0];
let saveTimer, lastTimer, hereTimer, retryTimer;

const bodyNow = () => new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string'));
function wordsNow() {
  const body = bodyNow();
  for (const name of ['_csrf', 'version', 'seq', 'tab', 'entry', 'spent', 'sitting']) body.delete(name);
  return String(body);
}
let saved = form ? wordsNow() : '';

async function here() {
  hereTimer = undefined;
  return wordsNow() === saved || keepHere(tab, action, bodyNow());
}

function soon() {
  clearTimeout(saveTimer);
  saveTimer = setTimeout(save, pause);
  lastTimer ??= setTimeout(save, atMost);
  hereTimer ??= setTimeout(here, hereWithin);
}

// How long somebody has been typing and choosing here since the server was last told; a minute without either is left out. Nothing is sent for its sake alone.
const idle = 60_000;
let [spent, lastTouch] = [0, 0];
function touched() {
  const now = Date.now();
  if (now - lastTouch < idle) spent += now - lastTouch;
  lastTouch = now;
}
function tellSpent() {
  form.elements.spent.value = Math.round(spent / 1000);
}
function spentIsTold(body) {
  const told = Number(body.get('spent'));
  spent -= told * 1000;
  if (told > 0) form.elements.sitting.value = 0;
}

const numbered = () => {
  form.elements.seq.value = Number(form.elements.seq.value) + 1;
  tellSpent();
  return bodyNow();
};

async function save() {
  clearTimeout(saveTimer);
  clearTimeout(lastTimer);
  saveTimer = lastTimer = undefined;
  const words = wordsNow();
  if (isBusy || isLeaving || isInConflict || words === saved) return;
  isBusy = true;
  const body = numbered();
  const answer = await sendAsMe(action, body);
  isBusy = false;
  if (answer.kind === 'saved') spentIsTold(body);
  await settle(answer, words);
}

async function settle(answer, words) {
  const { entry, version } = form.elements;
  switch (answer.kind) {
    case 'saved':
      [saved, failures, since] = [words, 0, timeNow()];
      version.value = answer.version;
      say(`Saved ${since}`);
      history.replaceState(null, '', `${location.pathname}?draft=${entry.value}`);
      return wordsNow() === words ? forget(tab) : soon();
    case 'recorded':
      [entry.value, version.value] = [crypto.randomUUID(), 0];
      say('This entry has been recorded in another window. What you have here is kept as a new draft.');
      return save();
    case 'conflict':
      isInConflict = true;
      await keepHere(tab, action, bodyNow());
      return say('Not saved: another window has saved this draft meanwhile. Nothing is lost. ', compareButton(action, bodyNow));
    case 'refused':
      return say(`Not saved since ${since}. ${answer.message}`);
    case 'stale':
      return soon();
    default:
      return sayUnsent(answer.kind, await keepHere(tab, action, bodyNow()));
  }
}

function sayUnsent(kind, isHere) {
  const kept = isHere ? 'your words are kept on this device' : 'your words are in this window alone, so leave it open';
  if (kind === 'ended') {
    const link = document.createElement('a');
    Object.assign(link, { href: '/sign-in?next=%2Fdrafts', className: 'govuk-link', textContent: 'Sign in to go on' });
    say(`Not saved since ${since}: you have been signed out; ${kept}. `, link);
  } else if (kind === 'somebody') say(`Not saved since ${since}: somebody else is signed in in this browser; ${kept}.`);
  else say(`Not saved since ${since}: the line is down; ${kept}.`);
  failures += 1;
  clearTimeout(retryTimer);
  retryTimer = setTimeout(save, Math.min(longest, 1000 * 2 ** failures));
}

function attend() {
  for (const kind of ['input', 'change', 'keydown', 'pointerdown']) form.addEventListener(kind, touched);
  form.addEventListener('input', soon);
  form.addEventListener('change', soon);
  form.addEventListener('attached', () => {
    saved = '';
    void save();
  });
  addEventListener('online', save);
  // What is sent is kept here too, until the next page says that the server has it.
  form.addEventListener('submit', () => {
    isLeaving = true;
    void keepHere(tab, action, numbered());
  });
  addEventListener('pageshow', () => void (isLeaving = false));
  addEventListener('pagehide', () => {
    if (!isLeaving && wordsNow() !== saved) void send(action, numbered(), { keepalive: true, signal: undefined });
  });
}

const settled = [...document.querySelectorAll('[data-settles]')].flatMap(({ dataset }) => dataset.settles.split(' '));
await Promise.all(settled.map(forget));
if (form) attend();
await meet();
if (me && (await sendWhatWasKept())) {
  if (form) location.replace(`${location.pathname}?draft=${form.elements.entry.value}`);
  else location.reload();
}
