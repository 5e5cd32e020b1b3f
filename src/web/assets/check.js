// How far the files of a return have been sent and checked, and a way to stop. Without this the form sends itself, and the answer is the same.
const form = document.getElementById('check');
const region = document.getElementById('checking');
const bar = region?.querySelector('progress');
const words = region?.querySelector('[role=status]');
let asking;

function say(text) {
  if (words.textContent !== text) words.textContent = text;
}

function tell(id, isShown) {
  document.getElementById(id).hidden = !isShown;
}

function show(isChecking) {
  form.hidden = isChecking;
  region.hidden = !isChecking;
  if (isChecking) region.querySelector('h2').focus();
  else form.querySelector('button').focus();
}

function fail() {
  show(false);
  tell('not-sent', true);
}

function finish(text) {
  const fresh = new DOMParser().parseFromString(text, 'text/html');
  const main = fresh.querySelector('main');
  if (main === null) return fail();
  document.title = fresh.title;
  document.querySelector('main').replaceWith(document.adoptNode(main));
  const heading = document.querySelector('main [role=alert]:not([hidden]), main h1');
  heading.tabIndex = -1;
  heading.focus();
}

// A file to be taken away is given to the browser as it would be without this.
function take(file, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  show(false);
  document.getElementById('taken').textContent = `What was found has been saved as ${name}.`;
}

// In tens, so that whoever has it read aloud is not told a hundred times.
function move(share, what, atTheEnd) {
  bar.value = share;
  say(share < 100 ? `${share - (share % 10)} % is ${what}` : atTheEnd);
}

function isPage() {
  return (asking.getResponseHeader('content-type') ?? '').startsWith('text/html');
}

function answered() {
  if (asking.responseType !== 'blob') finish(asking.responseText);
  else if (isPage()) asking.response.text().then(finish, fail);
  else take(asking.response, `findings.${asking.sheet}`);
}

// The page says in comments how much is checked, before it comes itself; of a file it is known how much has come.
function coming({ loaded }) {
  if (asking.responseType === 'blob') return say(`All is sent, and is being checked: ${Math.floor(loaded / 1e6)} MB of findings so far`);
  const checked = [...asking.responseText.slice(0, 20_000).matchAll(/<!-- checked: (\d+) in 100 -->/g)].at(-1)?.[1];
  if (checked !== undefined) move(Number(checked), 'checked', 'All is checked');
}

function send(data) {
  asking = new XMLHttpRequest();
  asking.upload.addEventListener('progress', ({ loaded, total }) =>
    move(Math.floor((loaded / total) * 100), 'sent', 'All is sent, and is being checked'),
  );
  asking.addEventListener('progress', coming);
  asking.addEventListener('load', answered);
  asking.addEventListener('error', fail);
  asking.open('POST', form.action);
  asking.sheet = data.get('as');
  if (asking.sheet !== 'page') asking.responseType = 'blob';
  asking.send(data);
}

function isTooMuch(data) {
  const sizes = [...data.values()].map((value) => value.size ?? 0);
  const { most, mostOfOne } = form.dataset;
  return sizes.some((size) => size > Number(mostOfOne)) || sizes.reduce((sum, size) => sum + size, 0) > Number(most);
}

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  const data = new FormData(form);
  const isTooLarge = isTooMuch(data);
  tell('not-sent', false);
  tell('too-large', isTooLarge);
  document.getElementById('taken').textContent = '';
  if (isTooLarge) return;
  bar.removeAttribute('value');
  say('Nothing is sent yet');
  show(true);
  send(data);
});

document.getElementById('stop')?.addEventListener('click', () => {
  asking?.abort();
  show(false);
});
