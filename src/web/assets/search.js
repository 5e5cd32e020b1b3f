// A box in which people are looked for: "/" leads to it, those found are shown while one types, and arrows and Enter choose. Without this script it is a form.
// It is a combobox as WAI-ARIA describes it: the focus stays in the box, and the option that the arrows have reached is named to it.
const pause = 180;
const least = 2;
const speakAfter = 900;

function element(tag, className, attributes, ...children) {
  const made = Object.assign(document.createElement(tag), { className });
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

// Posted: words that may be a child's name stand in no address. Nothing: another letter was typed, or there is no line, and the form can still be sent.
async function peopleLike(form, name, signal) {
  const body = new URLSearchParams({ _csrf: form.querySelector('[name=_csrf]')?.value ?? '', name });
  try {
    const answer = await fetch('/find/people', { method: 'POST', body, signal, headers: { 'x-fragment': '1' } });
    return answer.ok && !signal.aborted ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}

class Finder {
  offers = [];
  active = -1;

  constructor(form, number) {
    this.form = form;
    this.box = form.querySelector('input[name=name]');
    this.list = element('ul', 'sl-offers', { id: `offers-${number}`, role: 'listbox', 'aria-label': 'People found', hidden: '' });
    this.status = element('div', 'govuk-visually-hidden', { role: 'status' });
    const around = element('div', 'sl-offers-around', {});
    this.box.after(around);
    around.append(this.box, this.list, this.status);
    const asCombobox = {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': this.list.id,
      'aria-haspopup': 'listbox',
    };
    for (const [name, value] of Object.entries(asCombobox)) this.box.setAttribute(name, value);
    this.box.addEventListener('input', () => this.typed());
    this.box.addEventListener('blur', () => this.close());
    this.box.addEventListener('keydown', (event) => this.pressed(event));
  }

  typed() {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.ask(), pause);
  }

  say(words) {
    clearTimeout(this.speaking);
    this.speaking = setTimeout(() => void (this.status.textContent = words), speakAfter);
  }

  reach(place) {
    this.list.children[this.active]?.setAttribute('aria-selected', 'false');
    this.active = place;
    const option = this.list.children[place];
    if (!option) return this.box.removeAttribute('aria-activedescendant');
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    this.box.setAttribute('aria-activedescendant', option.id);
  }

  open(isOpen) {
    this.list.hidden = !isOpen;
    this.box.setAttribute('aria-expanded', String(isOpen));
    this.reach(-1);
  }

  close() {
    clearTimeout(this.typing);
    clearTimeout(this.speaking);
    this.asking?.abort();
    this.open(false);
  }

  optionOf({ title, age, lines }, place) {
    const more = element('span', 'sl-offer__more', {}, lines.join(' · '));
    const name = element('strong', '', {}, title);
    const attributes = { id: `${this.list.id}-${place}`, role: 'option', 'aria-selected': 'false' };
    const option = element('li', 'sl-offer', attributes, name, ` ${age} `, more);
    option.addEventListener('mousedown', (event) => event.preventDefault()); // the focus stays in the box
    option.addEventListener('click', () => this.choose(place));
    return option;
  }

  show({ offered, found }) {
    this.offers = offered;
    const nobody = element(
      'li',
      'sl-offer sl-offer--nobody',
      { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' },
      'Nobody found',
    );
    this.list.replaceChildren(...(offered.length === 0 ? [nobody] : offered.map((offer, place) => this.optionOf(offer, place))));
    this.open(true);
    const more = found > offered.length ? ` Enter shows all ${found}.` : '';
    this.say(
      offered.length === 0
        ? 'Nobody found'
        : `${offered.length} ${offered.length === 1 ? 'person' : 'people'}. Up and down to choose.${more}`,
    );
  }

  async ask() {
    const name = this.box.value.trim();
    this.asking?.abort();
    if (name.length < least) return this.close();
    this.asking = new AbortController();
    const given = await peopleLike(this.form, name, this.asking.signal);
    if (given && document.activeElement === this.box) this.show(given);
  }

  choose(place) {
    const offer = this.offers[place];
    if (offer) location.assign(offer.href);
  }

  pressed(event) {
    const isOpen = !this.list.hidden;
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.move(event.key === 'ArrowDown', isOpen);
    else if (event.key === 'Enter' && isOpen && this.active >= 0) this.choose(this.active);
    else if (event.key === 'Escape' && isOpen) this.close();
    else return;
    event.preventDefault();
  }

  // Beyond the last and before the first is the box itself.
  move(isDown, isOpen) {
    const last = this.offers.length - 1;
    if (!isOpen) void this.ask();
    else if (isDown) this.reach(this.active < last ? this.active + 1 : -1);
    else this.reach(this.active === -1 ? last : this.active - 1);
  }
}

// Who is written down for the first time may be on record already: people like them are shown below the name while it is typed.
class Alike {
  constructor(form, prefix, parts) {
    Object.assign(this, { form, prefix, parts });
    this.list = element('ul', 'sl-cards', {});
    this.region = element('div', 'govuk-inset-text', { role: 'status', hidden: '' });
    parts.at(-1).closest('.govuk-form-group')?.after(this.region);
    form.addEventListener('input', (event) => {
      if (!this.watched().includes(event.target)) return;
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.ask(), 2 * pause);
    });
  }

  watched() {
    return [...this.parts, ...this.form.querySelectorAll(`input[name="${this.prefix}bornOn"]`)];
  }

  async ask() {
    const [first, last, ...born] = this.watched().map(({ value }) => value.trim());
    this.asking?.abort();
    if (last.length < least || first.length < least) return void (this.region.hidden = true);
    this.asking = new AbortController();
    const name = [first, last, born.every((part) => part !== '') ? born.join('/') : ''].join(' ').trim();
    const given = await peopleLike(this.form, name, this.asking.signal);
    if (given) this.show(given.offered.filter(({ href }) => !location.pathname.startsWith(href)).slice(0, 5));
  }

  show(offered) {
    this.region.hidden = offered.length === 0;
    this.list.replaceChildren(...offered.map((offer) => this.cardOf(offer)));
    this.region.replaceChildren('On record already, and like this person. Is it one of them?', this.list);
  }

  cardOf({ href, title, age, lines }) {
    const link = element('a', 'govuk-link', { href, target: '_blank', rel: 'noopener' }, `${title} (opens in a new tab)`);
    return element('li', 'sl-card', {}, link, ` ${age}`, ...lines.map((line) => element('span', 'sl-due sl-line', {}, line)));
  }
}

function watchNames(first) {
  const [form, prefix] = [first.form, first.name.slice(0, -'firstName'.length)];
  const last = form?.querySelector(`input[name="${prefix}lastName"]`);
  return last ? new Alike(form, prefix, [first, last]) : undefined;
}
document.querySelectorAll('main input[name$=".firstName"]').forEach(watchNames);

const finders = [...document.querySelectorAll('form[data-search]')].map((form, number) => new Finder(form, number));

const takesLetters = (target) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

document.addEventListener('keydown', (event) => {
  const [finder] = finders;
  if (!finder || event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || takesLetters(event.target)) return;
  event.preventDefault();
  finder.box.focus();
  finder.box.select();
});
