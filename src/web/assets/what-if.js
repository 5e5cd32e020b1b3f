// While a simulation goes on, its progress is asked for; at its end the page is shown anew.
const region = document.getElementById('simulation');
let pause = 1000;

async function look() {
  let fresh = null;
  try {
    const answer = await fetch(location.href, { headers: { 'x-fragment': '1' } });
    if (answer.status === 401) return void location.reload();
    if (answer.ok) fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('simulation');
  } catch {
    // Asked again below, ever more seldom.
  }
  if (fresh === null) pause = Math.min(60_000, pause * 2);
  else if (fresh.dataset.running !== 'yes') return void location.reload();
  else {
    const [bar, now] = [region.querySelector('progress'), fresh.querySelector('progress')];
    if (now.hasAttribute('value')) bar.setAttribute('value', now.getAttribute('value'));
    region.querySelector('label').textContent = fresh.querySelector('label').textContent;
    pause = 1000;
  }
  setTimeout(look, pause);
}
if (region?.dataset.running === 'yes') setTimeout(look, pause);
