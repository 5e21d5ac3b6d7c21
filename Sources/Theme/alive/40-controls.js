// What a reader may change: the controls, their state in the address, and when the lesson's program runs. `touch.js` loads all of it
// when the first control is wanted, and tells again what has happened until then. Without it the page shows what was checked.
(() => {
  const address = document.currentScript.dataset.program;
  const groups = $$('.explore');

  // A control is a slider with a field for what a slider cannot say, a switch or a choice.
  const kinds = {
    range(input, row) {
      const exact = $('[type=number]', row);
      const show = () => { $('output', row).textContent = exact.value; };
      return {
        inputs: [input, exact],
        standard: Number(exact.defaultValue),
        get: () => Number(exact.value),
        words: () => exact.value,
        // Says whether the words mean a number. A slider shows the step next to what the field says exactly.
        set(words) {
          if (words.trim() === '' || !Number.isFinite(Number(words))) return false;
          const number = Math.min(Math.max(Number(words), +exact.min), +exact.max);
          const allowed = exact.step === '1' ? Math.round(number) : number;
          exact.value = allowed === Number(words) ? words : `${allowed}`;
          input.value = exact.value;
          show();
          return true;
        },
        moved(by) {
          if (by === input) exact.value = input.value;
          else if (exact.validity.valid && exact.value !== '') input.value = exact.value;
          else return false;
          show();
          return true;
        },
        settled(by) { if (by === exact && !this.set(exact.value)) this.set(input.value); },
        reset() { this.set(exact.defaultValue); },
      };
    },
    checkbox: (input) => ({
      inputs: [input],
      standard: +input.defaultChecked,
      get: () => +input.checked,
      words: () => `${input.checked}`,
      set(words) { input.checked = words !== '0' && words !== 'false'; return true; },
      reset() { input.checked = input.defaultChecked; },
    }),
    'select-one': (input) => ({
      inputs: [input],
      standard: [...input.options].findIndex((option) => option.defaultSelected),
      get: () => input.selectedIndex,
      words: () => input.value,
      set(words) {
        const place = [...input.options].findIndex(({ value }) => value === words);
        if (place >= 0) input.selectedIndex = place;
        return place >= 0;
      },
      reset() { input.selectedIndex = this.standard; },
    }),
  };
  const controls = $$('[data-parameter]').map((input) => {
    const { parameter, name } = input.dataset, control = kinds[input.type](input, input.closest('.explore-row'));
    return { moved: () => true, settled() {}, ...control, number: +parameter, name, part: input.closest('.explore').dataset.part };
  });
  const isChanged = (part) => controls.some((control) => control.part === part && control.get() !== control.standard);
  const settings = (of) => {
    const all = Array(Math.max(...controls.map(({ number }) => number)) + 1).fill(NaN);
    for (const control of controls) all[control.number] = of(control);
    return all;
  };
  const ownGroups = (part) => groups.filter((group) => group.dataset.part === part);
  const enter = (part, state) => {
    for (const group of ownGroups(part)) {
      group.dataset.state = state;
      for (const button of $$('button', group)) button.hidden = !isChanged(part);
    }
  };

  // One run at a time; what is asked meanwhile is asked for its last state, and nothing is run again for what it shows already.
  const standards = new Map(), wanted = new Set(), seen = new Map(), told = [];
  let isBusy = false;
  const redraw = async (part) => {
    wanted.add(part);
    if (isBusy) return;
    isBusy = true;
    for (const one of wanted) {
      wanted.delete(one);
      const now = settings((control) => control.get()), key = now.join();
      if (seen.get(one) === key) continue;
      seen.set(one, key);
      try {
        if (!standards.has(one)) {
          enter(one, 'loading');
          standards.set(one, await program.run(address, one, settings(({ standard }) => standard)));
        }
        if (isChanged(one)) {
          const result = await program.run(address, one, now);
          if (seen.get(one) !== key) continue;
          results.show(one, result, standards.get(one));
          enter(one, 'live');
        } else {
          results.restore(one);
          enter(one, 'idle');
        }
      } catch {
        results.restore(one);
        enter(one, 'failed');
      }
    }
    isBusy = false;
    for (const tell of told.splice(0)) tell();
  };
  const summary = (part) => () => {
    const [group] = ownGroups(part);
    say(group.dataset.state === 'failed' ? $('.of-failed', group).textContent : results.summary(part));
  };
  const remember = () => {
    const asked = new URLSearchParams(location.search);
    for (const { name, get, standard, words } of controls) {
      if (get() === standard) asked.delete(name);
      else asked.set(name, words());
    }
    const query = asked.toString();
    try { history.replaceState(history.state, '', location.pathname + (query && '?' + query) + location.hash); } catch {}
  };

  for (const control of controls) {
    const changed = () => { remember(); told.push(summary(control.part)); redraw(control.part); };
    for (const input of control.inputs) {
      input.addEventListener('input', () => { if (control.moved(input)) redraw(control.part); });
      input.addEventListener('change', () => { control.settled(input); changed(); });
    }
  }
  for (const group of groups) {
    const { part } = group.dataset, copy = $('.explore-copy', group);
    $('.explore-reset', group).addEventListener('click', () => {
      for (const control of controls) if (control.part === part) control.reset();
      seen.delete(part);
      results.restore(part);
      remember();
      enter(part, 'idle');
      $('input, select', group).focus();
    });
    copy.addEventListener('click', async () => {
      try { await navigator.clipboard.writeText(location.href); say(copy.dataset.said); } catch { say(location.href); }
    });
  }
  // In a preview: what the author has changed shows the reader's values too.
  addEventListener('lessons-changed', () => {
    seen.clear();
    for (const part of new Set(controls.map((control) => control.part))) if (isChanged(part)) redraw(part);
  });
  const asked = new URLSearchParams(location.search);
  const named = controls.filter((control) => asked.has(control.name) && control.set(asked.get(control.name)));
  for (const part of new Set(named.map((control) => control.part))) redraw(part);
  program.start(address).catch(() => {});
})();
