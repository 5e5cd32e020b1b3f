// Keeps an open board up to date: events carry ids only; the rows are fetched with the reader's own rights.
const live = document.getElementById('live');
const updated = document.getElementById('updated');
const query = live?.dataset.query ?? '';
const many = 20;
const longest = 60_000;
const headers = { 'x-fragment': '1' };

const timeNow = () => new Date().toLocaleTimeString('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });
let since = timeNow();
// Something is known to be missing on the page, until everything has been fetched again.
let isStale = false;
let failures = 0;
let wholeTimer;

function sayUpdated() {
  if (isStale) return;
  since = timeNow();
  if (updated) updated.textContent = `Updated ${since}`;
}

function sayStale() {
  if (updated) updated.textContent = `Not up to date since ${since}`;
}

function wholeSoon(milliseconds) {
  wholeTimer ??= setTimeout(whole, milliseconds * (0.5 + Math.random() / 2));
}

// What the server has at this address; nothing, if it could not be had: everything is asked for again, ever more seldom.
async function ask(address) {
  try {
    const answer = await fetch(address, { headers });
    if (answer.ok) return { status: answer.status, text: await answer.text() };
    // The session is over: the names leave the screen, and the way back leads here.
    if (answer.status === 401) return void location.assign(`/board${query}`);
  } catch {
    // No answer, or half of one.
  }
  failures += 1;
  isStale = true;
  sayStale();
  wholeSoon(Math.min(longest, 2000 * 2 ** failures));
}

async function whole() {
  wholeTimer = undefined;
  if (!live) return;
  if (live.contains(document.activeElement?.closest('form') ?? null)) return wholeSoon(10_000);
  const answer = await ask(`/board/fragment${query}`);
  if (!answer) return;
  const open = new Set([...live.querySelectorAll('details[open] > summary')].map((summary) => summary.textContent.replace(/^[\d,]+/, '')));
  const focused = document.activeElement?.closest('[data-person]')?.id;
  live.innerHTML = answer.text;
  showTabs(live.querySelector('#tabs'));
  for (const summary of live.querySelectorAll('details > summary'))
    if (open.has(summary.textContent.replace(/^[\d,]+/, ''))) summary.parentElement.open = true;
  if (focused) document.getElementById(focused)?.querySelector('a')?.focus();
  failures = 0;
  isStale = false;
  sayUpdated();
  waitForChange();
}

// The tabs stand above what else is fetched again, and come with it.
function showTabs(fresh) {
  const shown = document.querySelector('#tabs');
  const place = [...shown.querySelectorAll('a')].indexOf(document.activeElement);
  shown.replaceWith(fresh);
  fresh.querySelectorAll('a')[place]?.focus();
}

async function row(person) {
  const shown = document.getElementById(`row-${person}`);
  const answer = await ask(`/board/row/${person}${query}`);
  if (!answer || !shown) return;
  if (answer.status === 204) return shown.remove();
  const hadFocus = shown.contains(document.activeElement);
  const holder = document.createElement('tbody');
  holder.innerHTML = answer.text;
  const fresh = holder.firstElementChild;
  if (!fresh) return;
  fresh.classList.add('sl-row--fresh');
  shown.replaceWith(fresh);
  if (hadFocus) fresh.querySelector('a')?.focus();
}

async function changed({ people }) {
  if (people === null || people.length > many) return wholeSoon(1500);
  const shown = people.filter((person) => document.getElementById(`row-${person}`));
  await Promise.all(shown.map(row));
  if (shown.length > 0) sayUpdated();
  wholeSoon(shown.length === people.length ? 8000 : 800);
}

// From the place at which the page was read: what has changed since then is told first, and nothing is fetched if nothing has.
let place = live?.dataset.place ?? '';
let pause = 2000;

function attend() {
  const source = new EventSource(`/events?since=${encodeURIComponent(place)}`);
  source.addEventListener('open', () => {
    pause = 2000;
    sayUpdated();
  });
  source.addEventListener('message', (event) => {
    place = event.lastEventId;
    void changed(JSON.parse(event.data));
  });
  source.addEventListener('error', () => {
    sayStale();
    if (source.readyState !== EventSource.CLOSED) return;
    // Refused, and by itself it does not try again. Asking for the board tells whether the session is over.
    wholeSoon(pause);
    setTimeout(attend, pause);
    pause = Math.min(longest, pause * 2);
  });
}
attend();

// A limit in hours passes within a day: what is shown is fetched again when it has. Beyond a day, midnight comes first.
let changeTimer;
function waitForChange() {
  clearTimeout(changeTimer);
  const at = Date.parse(live?.querySelector('#changes')?.dataset.at ?? '');
  const left = at - Date.now();
  if (left < 86_400_000) changeTimer = setTimeout(() => wholeSoon(5000), Math.max(left + 1000, 10_000));
}
waitForChange();

// Lateness is a matter of the date: a new day is shown shortly after midnight in England.
const today = () => new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' });
let day = today();
setInterval(() => {
  if (today() === day) return;
  day = today();
  wholeSoon(20_000);
}, 30_000);
