document.body.classList.add('js-enabled');
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported');

/* Questions of several lines: a line is added, or taken away, without asking the server. */
const boxesIn = (row) => [...row.querySelectorAll('input, select, textarea')];

function emptied(row) {
  for (const box of boxesIn(row)) {
    if (box.type === 'checkbox' || box.type === 'radio') box.checked = false;
    else box.value = '';
    box.classList.remove('govuk-input--error', 'govuk-select--error', 'govuk-textarea--error');
  }
  for (const said of row.querySelectorAll('.govuk-error-message')) said.remove();
  for (const group of row.querySelectorAll('.govuk-form-group--error')) group.classList.remove('govuk-form-group--error');
  return row;
}

function counted(rows) {
  [...rows.children].forEach((row, n) => {
    const called = `${rows.dataset.line} ${n + 1}`;
    row.setAttribute('aria-label', called);
    row.querySelector('[data-row-remove] span').textContent = ` ${called}`;
  });
}

function addRow(rows) {
  const last = rows.lastElementChild;
  const before = last.dataset.row;
  const [, number] = /\.(\d+)\.$/.exec(before);
  const after = `${rows.dataset.rows}.${Number(number) + 1}.`;
  const row = emptied(last.cloneNode(true));
  row.dataset.row = after;
  for (const part of row.querySelectorAll('*'))
    for (const name of ['id', 'name', 'for', 'aria-describedby'])
      if (part.hasAttribute(name)) part.setAttribute(name, part.getAttribute(name).replaceAll(before, after));
  rows.append(row);
  counted(rows);
  boxesIn(row)[0].focus();
}

function removeRow(row) {
  const rows = row.parentElement;
  const near = row.nextElementSibling ?? row.previousElementSibling;
  if (near === null) emptied(row);
  else row.remove();
  counted(rows);
  boxesIn(near ?? row)[0].focus();
}

document.addEventListener('click', (event) => {
  const adding = event.target.closest('[data-rows-add]');
  const removing = event.target.closest('[data-row-remove]');
  if (adding !== null) {
    event.preventDefault();
    addRow(adding.form.querySelector(`[data-rows="${adding.dataset.rowsAdd}"]`));
  } else if (removing !== null) removeRow(removing.closest('[data-row]'));
});

/* A question that depends on another is shown once it applies; without this script it says so itself. */
function saysOf(name) {
  const boxes = [...document.getElementsByName(name)];
  if (boxes[0]?.closest('[data-when][hidden]')) return [];
  const choices = boxes.filter(({ type }) => type === 'radio' || type === 'checkbox');
  const said = (choices.length > 0 ? choices.filter(({ checked }) => checked) : boxes).map(({ value }) => value);
  return said.length > 0 ? said : [''];
}

function showWhatApplies() {
  for (const part of document.querySelectorAll('[data-when]'))
    part.hidden = !saysOf(part.dataset.when).some((said) => JSON.parse(part.dataset.says).includes(said));
}

document.addEventListener('change', showWhatApplies);

/** The line of a fold says what is chosen in it, not what was offered. */
document.addEventListener('change', ({ target }) => {
  const answer = target.closest?.('details.sl-folded')?.querySelector('[data-answer]');
  if (answer?.dataset.answer !== target.name) return;
  answer.textContent = target.labels[0].textContent.trim();
  answer.nextElementSibling?.remove();
});
document.addEventListener('DOMContentLoaded', () => {
  showWhatApplies();
  if (matchMedia('(max-width: 640px)').matches)
    for (const last of document.querySelectorAll('details.sl-last, details.sl-since-then')) {
      last.open = false;
      last.firstElementChild.removeAttribute('tabindex');
    }
});

/* Single keys, where nothing is being typed: R goes to what can be recorded. They can be turned off at the foot of each page. */
const keysAreOff = () => localStorage.getItem('keys') === 'off';

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || keysAreOff()) return;
  if (event.target.closest('input:not([type=radio], [type=checkbox]), select, textarea, [contenteditable]')) return;
  const wanted = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (wanted === null) return;
  event.preventDefault();
  if (wanted.matches('a')) wanted.click();
  else wanted.focus();
});

document.addEventListener('DOMContentLoaded', () => {
  const turn = document.querySelector('[data-keys]');
  if (turn === null) return;
  const say = () => (turn.textContent = keysAreOff() ? 'Turn single keys on' : 'Turn single keys off');
  turn.hidden = false;
  say();
  turn.addEventListener('click', () => {
    if (keysAreOff()) localStorage.removeItem('keys');
    else localStorage.setItem('keys', 'off');
    say();
  });
});
