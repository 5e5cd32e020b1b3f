// How far the files of a return have been sent, and a way to stop. Without this the form sends itself, and the answer is the same.
const form = document.getElementById('check');
const region = document.getElementById('checking');
const bar = region?.querySelector('progress');
const words = region?.querySelector('[role=status]');
let asking;

function say(text) {
  if (words.textContent !== text) words.textContent = text;
}

function show(isChecking) {
  form.hidden = isChecking;
  region.hidden = !isChecking;
  if (isChecking) region.querySelector('h2').focus();
  else form.querySelector('button').focus();
}

function finish(text) {
  const fresh = new DOMParser().parseFromString(text, 'text/html');
  document.title = fresh.title;
  document.querySelector('main').replaceWith(document.adoptNode(fresh.querySelector('main')));
  const heading = document.querySelector('main [role=alert], main h1');
  heading.tabIndex = -1;
  heading.focus();
}

function fail() {
  show(false);
  document.getElementById('not-sent').hidden = false;
}

function send() {
  asking = new XMLHttpRequest();
  asking.upload.addEventListener('progress', ({ loaded, total }) => {
    const share = Math.floor((loaded / total) * 100);
    bar.value = share;
    say(share < 100 ? `${share - (share % 10)} % is sent and checked` : 'All is sent. The rules about the return as a whole come last.');
  });
  asking.addEventListener('load', () => finish(asking.responseText));
  asking.addEventListener('error', fail);
  asking.open('POST', form.action);
  asking.send(new FormData(form));
}

form?.addEventListener('submit', (event) => {
  // A file to be taken away: the browser says itself how far it is.
  if (new FormData(form).get('as') !== 'page') return;
  event.preventDefault();
  document.getElementById('not-sent').hidden = true;
  bar.removeAttribute('value');
  say('Nothing is sent yet');
  show(true);
  send();
});

document.getElementById('stop')?.addEventListener('click', () => {
  asking?.abort();
  show(false);
});
