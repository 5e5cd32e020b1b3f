// Takes files within the form: each is sent as it is chosen, to the draft of the form, and shown below the question.
const place = document.querySelector('[data-attach]');
const form = place?.closest('form');
const box = place?.querySelector('input[type=file]');
const told = place?.querySelector('[data-attaching]');

function listed(words) {
  const line = document.createElement('li');
  line.textContent = words;
  return line;
}

async function send(file) {
  const body = new FormData();
  body.set('_csrf', form.elements._csrf.value);
  body.set('entry', form.elements.entry.value);
  body.set('files', file);
  const answer = await fetch(`${form.getAttribute('action')}/files`, { method: 'POST', headers: { accept: 'application/json' }, body });
  return answer.ok ? answer.json() : { problems: [`${file.name} was not attached. Try again`] };
}

async function attach() {
  const problems = [];
  for (const file of box.files) {
    told.textContent = `Attaching ${file.name} …`;
    const answer = await send(file).catch(() => ({ problems: [`${file.name} was not attached: the line is down. Try again`] }));
    if (answer.files) place.querySelector('[data-attached]').replaceChildren(...answer.files.map(listed));
    problems.push(...answer.problems);
  }
  box.value = '';
  told.textContent = problems.length > 0 ? problems.join(' ') : 'Attached.';
  // The draft that they belong to is kept, even if nothing else is written yet.
  form.dispatchEvent(new CustomEvent('attached'));
}

if (box) {
  place.querySelector('[data-choose]').hidden = false;
  box.addEventListener('change', (event) => {
    event.stopPropagation();
    void attach();
  });
}
