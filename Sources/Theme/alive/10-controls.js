// What a reader may change: the controls, their state in the address, and when the lesson's program runs. The program, and what
// puts its results into the page, are loaded when the first control is wanted. Without this file the page shows what was checked.
(() => {
  const address = document.currentScript.dataset.program;
  const groups = $$('.explore');
  if (!window.WebAssembly || !window.DecompressionStream || !window.Worker) {
    for (const group of groups) group.hidden = true;
    return;
  }

  // A control is a slider with a field for what a slider cannot say, a switch or a choice.
  const kinds = {
    range(input, row) {
      const exact = $('[type=number]', row);
      const show = () => { $('output', row).textContent = exact.value; };
      return {
        inputs: [input, exact],
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
    checkbox(input) {
      // A browser that brings back what stood here before a reload would make it the default. HTML lets a switch not say so.
      input.setAttribute('autocomplete', 'off');
      return {
        inputs: [input],
        get: () => +input.checked,
        words: () => `${input.checked}`,
        set(words) { input.checked = words !== '0' && words !== 'false'; return true; },
        reset() { input.checked = input.defaultChecked; },
      };
    },
    'select-one': (input) => ({
      inputs: [input],
      get: () => input.selectedIndex,
      words: () => input.value,
      set(words) {
        const place = [...input.options].findIndex(({ value }) => value === words);
        if (place >= 0) input.selectedIndex = place;
        return place >= 0;
      },
      reset() { input.selectedIndex = [...input.options].findIndex((option) => option.defaultSelected); },
    }),
  };
  const controls = $$('[data-parameter]').map((input) => {
    const { parameter, name } = input.dataset, control = kinds[input.type](input, input.closest('.explore-row'));
    control.reset();
    return { moved: () => true, settled() {}, ...control, number: +parameter, name, part: input.closest('.explore').dataset.part, standard: control.get() };
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

  let loading, isLoaded = false;
  const load = () => loading ??= new Promise((done, failed) => {
    const loaded = () => { isLoaded = true; done(); };
    document.head.append(make('script', { src: new URL('assets/engine.js', root), onload: loaded, onerror: failed }));
  });
  const restore = (part) => { if (isLoaded) results.restore(part); };
  const warm = () => load().then(() => program.start(address)).catch(() => {});
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
          await load();
          standards.set(one, await program.run(address, one, settings(({ standard }) => standard)));
        }
        if (isChanged(one)) {
          const result = await program.run(address, one, now);
          if (seen.get(one) !== key) continue;
          results.show(one, result, standards.get(one));
          enter(one, 'live');
        } else {
          restore(one);
          enter(one, 'idle');
        }
      } catch {
        restore(one);
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
      input.addEventListener('focus', warm, { once: true });
      input.addEventListener('pointerenter', warm, { once: true });
      input.addEventListener('input', () => { if (control.moved(input)) redraw(control.part); });
      input.addEventListener('change', () => { control.settled(input); changed(); });
    }
    control.inputs[0].addEventListener('keydown', (event) => {
      const way = event.target.type === 'range' && { PageUp: 10, PageDown: -10 }[event.key];
      if (!way) return;
      event.preventDefault();
      event.target.stepUp(way);
      for (const name of ['input', 'change']) event.target.dispatchEvent(new Event(name));
    });
  }
  for (const group of groups) {
    const { part } = group.dataset, copy = $('.explore-copy', group);
    $('.explore-reset', group).addEventListener('click', () => {
      for (const control of controls) if (control.part === part) control.reset();
      seen.delete(part);
      restore(part);
      remember();
      enter(part, 'idle');
      $('input, select', group).focus();
    });
    copy.addEventListener('click', async () => {
      try { await navigator.clipboard.writeText(location.href); say(copy.dataset.said); } catch { say(location.href); }
    });
  }
  // The page keeps room for the tallest of the author's samples.
  for (const cell of $$('[data-room]')) {
    const boxes = $$(':scope > .outcome > :is(pre.output, figure.chart, div.table)', cell);
    cell.dataset.room.split(' ').forEach((lines, i) => boxes[i]?.style.setProperty('--room', lines));
  }
  // In a preview: what the author has changed shows the reader's values too.
  addEventListener('lessons-changed', () => {
    seen.clear();
    for (const part of new Set(controls.map((control) => control.part))) if (isChanged(part)) redraw(part);
  });
  const asked = new URLSearchParams(location.search);
  const named = controls.filter((control) => asked.has(control.name) && control.set(asked.get(control.name)));
  for (const part of new Set(named.map((control) => control.part))) redraw(part);
})();
