// Quizzes: a button that checks, marks at what was chosen, and the reason for it. Without this the answer is folded.
const shelfOfAnswers = 'lessons-answers:' + location.pathname;
const given = (() => { try { return JSON.parse(kept.get(shelfOfAnswers)) || {}; } catch { return {}; } })();
function startQuiz(quiz) {
  const check = $('.check', quiz), result = $('.result', quiz), answer = $('.answer', quiz);
  const inputs = $$('input', quiz), reasons = $$('.why', quiz);
  if (!check) return;
  const places = reasons.map((reason) => [reason, reason.nextSibling]);
  const restore = () => {
    result.textContent = '';
    for (const [reason, next] of places) answer.insertBefore(reason, next);
  };
  const clear = make('button', { type: 'button', textContent: words.clear, hidden: true });
  check.append(' ', clear);
  const mark = (isChecked) => {
    for (const input of inputs) input.closest('label').dataset.mark = !isChecked || !input.checked ? '' : input.value === 'right' ? '✓' : '✗';
    clear.hidden = !isChecked;
  };
  const keep = (chosen) => {
    given[quiz.id] = chosen;
    kept.set(shelfOfAnswers, JSON.stringify(given));
  };
  check.firstChild.onclick = () => {
    restore();
    answer.open = false;
    const chosen = reasons.filter((_, i) => inputs[i].checked);
    const lacks = inputs.some((input) => !input.checked && input.value == 'right') && chosen.every((reason) => reason.matches('.correct'));
    result.append(...chosen, !chosen.length ? words.chooseFirst : lacks ? words.anotherIsRight : '');
    mark(chosen.length);
    keep(chosen.length ? inputs.map((input) => +input.checked).join('') : undefined);
  };
  clear.onclick = () => {
    restore();
    for (const input of inputs) input.checked = false;
    mark(false);
    keep();
    inputs[0].focus();
  };
  answer.ontoggle = () => { if (answer.open) restore(); };
  quiz.addEventListener('change', () => mark(false));
  // An answer to a question that has other choices by now is none.
  const last = given[quiz.id];
  if (last?.length === inputs.length) {
    inputs.forEach((input, i) => { input.checked = last[i] === '1'; });
    mark(true);
  }
}
$$('.quiz').forEach(startQuiz);
// Browsers that cannot open what is folded by style alone open it before they print.
let folded = [];
addEventListener('beforeprint', () => {
  folded = $$('.callout details:not([open]), details.callout:not([open])');
  for (const details of folded) details.open = true;
});
addEventListener('afterprint', () => { for (const details of folded) details.open = false; });
