// While an import runs, the page is fetched again as its run reports changes.
const region = document.getElementById('run');
let waiting = false;

async function refresh() {
  waiting = false;
  const answer = await fetch(location.href, { headers: { 'x-fragment': '1' } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('run');
  if (fresh && region) region.replaceChildren(...fresh.childNodes);
}

function soon() {
  if (waiting) return;
  waiting = true;
  setTimeout(refresh, 500);
}

if (region?.dataset.running === 'yes') {
  const changes = new EventSource('/events');
  // What changed before the stream was open is not told again: a short import may be over by then.
  changes.addEventListener('open', soon);
  changes.addEventListener('message', soon);
}
