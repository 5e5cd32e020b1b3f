// What opens an emergency copy: in the browser, without a server, with nothing but this file. Words reach the page as text only.
const sealed = JSON.parse(document.getElementById('sealed').textContent);
const head = JSON.parse(sealed.head);
const idleMinutes = 15;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const at = (id) => document.getElementById(id);
const bytesOf = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
// Made once: making one takes the browser longer than all that is written of a child.
const [dayInLondon, timeInLondon] = [
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }),
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' }),
];
const dayOf = (instant) => dayInLondon.format(instant);

function dateWords(day) {
  const [year, month, date] = day.split('-');
  return `${Number(date)} ${months[Number(month) - 1]} ${year}`;
}
const instantWords = (iso) => `${dateWords(dayOf(new Date(iso)))}, ${timeInLondon.format(new Date(iso))}`;

function element(name, { text, kind, label } = {}, ...inside) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (kind !== undefined) made.className = kind;
  if (label !== undefined) made.dataset.label = label;
  made.append(...inside.filter((one) => one !== undefined));
  return made;
}
const line = (text, kind = '') => element('span', { text, kind: `line ${kind}`.trim() });

/** The same signs as when it was sealed: capitals, spaces and hyphens do not count. */
const asTyped = (passphrase) =>
  passphrase
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll(/[\s-]+/g, ' ')
    .trim();

async function unseal(passphrase) {
  const utf8 = new TextEncoder();
  const typed = await crypto.subtle.importKey('raw', utf8.encode(asTyped(passphrase)), 'PBKDF2', false, ['deriveKey']);
  const from = { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(head.salt), iterations: head.iterations };
  const key = await crypto.subtle.deriveKey(from, typed, { name: 'AES-GCM', length: 256 }, false, ['decrypt']);
  const cipher = { name: 'AES-GCM', iv: bytesOf(head.iv), tagLength: 128, additionalData: utf8.encode(sealed.head) };
  const opened = await crypto.subtle.decrypt(cipher, key, bytesOf(sealed.data));
  return JSON.parse(new TextDecoder().decode(opened));
}

const hasExpired = () => Date.now() >= Date.parse(head.expiresAt);
const title = () => `Emergency copy number ${head.number}: ${head.authority}`;

// A clock that was never set shows a day before the copy was made: then the day of the copy is counted from.
const today = () => [dayOf(new Date()), dayOf(new Date(head.madeAt))].sort().at(-1);

function workingDaysLate(due, on, holidays) {
  let count = 0;
  for (let day = new Date(`${due}T12:00:00Z`); ;) {
    day.setUTCDate(day.getUTCDate() + 1);
    const iso = day.toISOString().slice(0, 10);
    if (iso > on) return count;
    if (day.getUTCDay() % 6 !== 0 && !holidays.has(iso)) count += 1;
  }
}

function dueWords({ title: what, on }, holidays) {
  if (on >= today()) return line(`${what}: ${dateWords(on)}${on === today() ? ', today' : ''}`);
  const days = workingDaysLate(on, today(), holidays);
  const shown = line(`${what}: was due ${dateWords(on)}, `);
  shown.append(element('span', { text: days === 0 ? 'late' : `${days} working day${days === 1 ? '' : 's'} late`, kind: 'late' }));
  return shown;
}

function ageAt(bornOn, on) {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

function bornWords(child) {
  if (child.diedOn !== undefined) return `Died ${dateWords(child.diedOn)}`;
  if (child.bornOn !== undefined) {
    const age = ageAt(child.bornOn, today());
    return `Born ${dateWords(child.bornOn)}, ${age < 1 ? 'under 1' : age}${child.sex === undefined ? '' : `, ${child.sex.toLowerCase()}`}`;
  }
  return child.expectedOn === undefined ? 'Date of birth not known' : `Unborn, expected ${dateWords(child.expectedOn)}`;
}

const whyWords = (child) =>
  [
    ...(child.onPlanSince === undefined
      ? []
      : [`On a protection plan since ${dateWords(child.onPlanSince)}${child.category === undefined ? '' : ` (${child.category})`}`]),
    ...(child.lookedAfterSince === undefined
      ? []
      : [`Looked after since ${dateWords(child.lookedAfterSince)}${child.legalStatus === undefined ? '' : ` (${child.legalStatus})`}`]),
  ].map((words) => line(words, 'quietly'));

function warningWords({ title: what, words, from, source }) {
  const shown = element('span', { kind: 'warning' }, element('strong', { text: `${what}: ` }));
  shown.append(
    words,
    element('span', { text: ` (since ${dateWords(from)}${source === undefined ? '' : `, from: ${source}`})`, kind: 'quietly' }),
  );
  return shown;
}

function seenWords(child) {
  if (child.seenNotInSource === true) return 'Not in the source';
  return child.lastSeenOn === undefined ? 'Not known' : dateWords(child.lastSeenOn);
}

function rowOf(child, holidays) {
  const first = element('th', {}, element('span', { text: child.name, kind: 'line name' }), line(bornWords(child)), ...whyWords(child));
  first.scope = 'row';
  if (child.missingSince !== undefined) first.append(line(`Missing since ${dateWords(child.missingSince)}`, 'late'));
  first.append(...child.warnings.map(warningWords));
  const due = child.due.length === 0 ? [line('No limit is running')] : child.due.map((one) => dueWords(one, holidays));
  return element(
    'tr',
    {},
    first,
    element('td', { label: 'Where', kind: 'words', text: child.where }),
    element('td', { label: 'Worker' }, line(child.worker ?? 'No named worker'), line(child.team ?? 'No team', 'quietly')),
    element('td', { label: 'Last seen', text: seenWords(child) }),
    element('td', { label: 'Next due' }, ...due),
  );
}

const never = '9999-12-31';
const orders = {
  due: (child) => child.due[0]?.on ?? never,
  name: (child) => child.name.toLowerCase(),
  worker: (child) => (child.worker ?? '').toLowerCase(),
  team: (child) => (child.team ?? '').toLowerCase(),
};
const sought = (child) => `${child.name} ${child.worker ?? 'no named worker'} ${child.team ?? 'no team'}`.toLowerCase();

/** Kept while the copy is open, and let go when it is locked. */
let open;

function show() {
  const words = at('search').value.toLowerCase().split(/\s+/).filter(Boolean);
  const key = orders[at('order').value];
  const chosen = open.children
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .map((one) => ({ ...one, by: key(one.child) }))
    .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : a.child.name.localeCompare(b.child.name, 'en-GB')));
  at('rows').replaceChildren(...chosen.map(({ row }) => row));
  at('count').textContent = `${chosen.length} of ${open.children.length} children`;
}

function lock(message) {
  open = undefined;
  at('rows').replaceChildren();
  at('search').value = '';
  at('opened').hidden = true;
  at('locked').hidden = hasExpired();
  say(message);
}

function say(message) {
  at('problem').hidden = message === undefined;
  at('problem').textContent = message ?? '';
}

const expiredWords = () =>
  `This copy expired on ${instantWords(head.expiresAt)} and does not open any more. Delete it, and use the newest copy.`;

let usedAt = Date.now();
function watch() {
  if (hasExpired()) {
    if (open !== undefined || at('locked').hidden === false) lock(expiredWords());
  } else if (open !== undefined && Date.now() - usedAt > idleMinutes * 60_000) {
    lock(`Locked: nobody used it for ${idleMinutes} minutes.`);
  }
}

async function unlock(event) {
  event.preventDefault();
  const field = at('passphrase');
  const passphrase = field.value;
  if (hasExpired()) return lock(expiredWords());
  if (passphrase.trim() === '') return say('Enter the passphrase.');
  say(undefined);
  at('open').disabled = true;
  at('state').textContent = 'Opening. This takes a few seconds.';
  try {
    const { children, holidays } = await unseal(passphrase);
    field.value = '';
    const free = new Set(holidays);
    open = { children: children.map((child) => ({ child, text: sought(child), row: rowOf(child, free) })) };
    at('locked').hidden = true;
    at('opened').hidden = false;
    show();
    at('search').focus();
  } catch {
    say('The passphrase is not right, or the file was damaged or changed. Nothing was opened.');
    field.focus();
  }
  at('open').disabled = false;
  at('state').textContent = '';
}

function begin() {
  document.title = title();
  at('title').textContent = title();
  at('about').textContent =
    `${head.scope}. For ${head.recipient}. Made by ${head.madeBy}. As known at ${instantWords(head.madeAt)}; expires ${instantWords(head.expiresAt)}.`;
  at('running').textContent =
    `${title()}. For ${head.recipient}. As known at ${instantWords(head.madeAt)}. Destroy by ${instantWords(head.expiresAt)}.`;
  at('clock').hidden = dayOf(new Date()) >= dayOf(new Date(head.madeAt));
  if (hasExpired()) return lock(expiredWords());
  if (globalThis.crypto?.subtle === undefined)
    return say('This browser cannot open the copy: open the file itself in a current Edge, Chrome or Firefox.');
  at('locked').hidden = false;
  at('unlock').addEventListener('submit', (event) => void unlock(event));
  at('search').addEventListener('input', show);
  at('order').addEventListener('change', show);
  at('print').addEventListener('click', () => print());
  at('lock').addEventListener('click', () => {
    lock(undefined);
    at('passphrase').focus();
  });
  for (const use of ['keydown', 'pointerdown', 'scroll']) document.addEventListener(use, () => (usedAt = Date.now()), { passive: true });
  setInterval(watch, 5000);
}
begin();
