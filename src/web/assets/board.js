// Keeps an open board up to date: events carry ids only; the rows are fetched with the reader's own rights.
const live = document.getElementById('live');
const updated = document.getElementById('updated');
const query = location.search;
const many = 20;
let wholeTimer;

const headers = { 'x-fragment': '1' };

function sayUpdated() {
  if (updated)
    updated.textContent = `Updated ${new Date().toLocaleTimeString('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' })}`;
}

async function whole() {
  wholeTimer = undefined;
  const answer = await fetch(`/board/fragment${query}`, { headers });
  if (answer.status === 401) return location.reload();
  if (!answer.ok || !live || live.contains(document.activeElement?.closest('form') ?? null))
    return answer.ok ? wholeSoon(10_000) : undefined;
  const open = new Set([...live.querySelectorAll('details[open] > summary')].map((summary) => summary.textContent.replace(/^\d+/, '')));
  const focused = document.activeElement?.closest('[data-person]')?.id;
  live.innerHTML = await answer.text();
  for (const summary of live.querySelectorAll('details > summary'))
    if (open.has(summary.textContent.replace(/^\d+/, ''))) summary.parentElement.open = true;
  if (focused) document.getElementById(focused)?.querySelector('a')?.focus();
  sayUpdated();
}

function wholeSoon(milliseconds) {
  wholeTimer ??= setTimeout(whole, milliseconds * (0.5 + Math.random() / 2));
}

async function row(person) {
  const shown = document.getElementById(`row-${person}`);
  const answer = await fetch(`/board/row/${person}${query}`, { headers });
  if (answer.status === 204) return shown?.remove();
  if (!answer.ok || !shown) return;
  const hadFocus = shown.contains(document.activeElement);
  const holder = document.createElement('tbody');
  holder.innerHTML = await answer.text();
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

const source = new EventSource('/events');
let wasBroken = false;
source.addEventListener('message', (event) => void changed(JSON.parse(event.data)));
source.addEventListener('error', () => {
  wasBroken = true;
});
source.addEventListener('open', () => {
  if (wasBroken) wholeSoon(2000);
  wasBroken = false;
});

// Lateness is a matter of the date: a new day is shown shortly after midnight in England.
const today = () => new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/London' });
let day = today();
setInterval(() => {
  if (today() === day) return;
  day = today();
  wholeSoon(20_000);
}, 30_000);
