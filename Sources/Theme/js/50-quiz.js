// Quizzes: a button that checks, and the reason for a choice shown when it was chosen. Without this the answer is folded.
function startQuiz(quiz) {
  const check = $('.check', quiz), result = $('.result', quiz), answer = $('.answer', quiz);
  const inputs = $$('input', quiz), reasons = $$('.why', quiz);
  if (!check) return;
  const places = reasons.map((reason) => [reason, reason.nextSibling]);
  const restore = () => {
    result.textContent = '';
    for (const [reason, next] of places) answer.insertBefore(reason, next);
  };
  check.hidden = false;
  check.firstChild.onclick = () => {
    restore();
    answer.open = false;
    const chosen = reasons.filter((_, i) => inputs[i].checked);
    const lacks = inputs.some((input) => !input.checked && input.value == 'right') && chosen.every((reason) => reason.matches('.correct'));
    result.append(...chosen, !chosen.length ? words.chooseFirst : lacks ? words.anotherIsRight : '');
  };
  answer.ontoggle = () => { if (answer.open) restore(); };
}
$$('.quiz').forEach(startQuiz);
// Browsers that cannot open what is folded by style alone open it before they print.
let folded = [];
addEventListener('beforeprint', () => {
  folded = $$('.callout details:not([open]), details.callout:not([open])');
  for (const details of folded) details.open = true;
});
addEventListener('afterprint', () => { for (const details of folded) details.open = false; });
