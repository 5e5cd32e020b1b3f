// While an import runs, the page is fetched again as its run reports changes.
const region = document.getElementById('run');
const longest = 60_000;
let waiting = false;
let isOver = region?.dataset.running !== 'yes';
let pause = 500;
let changes;

async function fetchPage() {
  try {
    const answer = await fetch(location.href, { headers: { 'x-fragment': '1' } });
    // The session is over: the page leads to the sign-in page, and back here.
    if (answer.status === 401) return void location.reload();
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('run') : null;
  } catch {
    return null;
  }
}

async function refresh() {
  waiting = false;
  const fresh = await fetchPage();
  if (fresh === undefined) return;
  if (fresh === null) {
    // What could not be had now may have been the end: it is asked for again, ever more seldom.
    pause = Math.min(longest, pause * 2);
    return soon();
  }
  pause = 500;
  region.replaceChildren(...fresh.childNodes);
  if (fresh.dataset.running === 'yes') return;
  isOver = true;
  changes.close();
}

function soon() {
  if (waiting || isOver) return;
  waiting = true;
  setTimeout(refresh, pause);
}

function attend() {
  if (isOver) return;
  changes = new EventSource('/events');
  // What changed before the stream was open is not told again: a short import may be over by then.
  changes.addEventListener('open', soon);
  changes.addEventListener('message', soon);
  changes.addEventListener('error', () => {
    // Refused, and by itself it does not try again. Asking for the page tells whether the session is over.
    if (changes.readyState !== EventSource.CLOSED) return;
    pause = Math.min(longest, pause * 2);
    soon();
    setTimeout(attend, pause);
  });
}
attend();
