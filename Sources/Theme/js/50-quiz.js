// Quizzes: a button that checks, and the reason for a choice shown when it was chosen. Without this the answer is folded.
for (const quiz of document.querySelectorAll(".quiz")) {
  const all = selector => [...quiz.querySelectorAll(selector)];
  const [check] = all(".check"), [result] = all(".result"), [answer] = all(".answer"), inputs = all("input"), reasons = all(".why");
  if (!check) continue;
  const places = reasons.map(reason => [reason, reason.nextSibling]);
  const restore = () => {
    result.textContent = "";
    for (const [reason, next] of places) answer.insertBefore(reason, next);
  };
  check.hidden = false;
  check.firstChild.onclick = () => {
    restore();
    answer.open = false;
    const chosen = reasons.filter((_, i) => inputs[i].checked);
    const isShort = chosen.every(reason => reason.matches(".correct")) && inputs.some(input => !input.checked && input.value == "right");
    result.append(...chosen, chosen.length ? isShort ? "Another choice is right too." : "" : "Choose an answer first.");
  };
  answer.ontoggle = () => { if (answer.open) restore(); };
}
// Browsers that cannot open what is folded by style alone open it before they print.
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("details.callout:not([open]), .callout details:not([open])")];
  for (const details of folded) details.open = true;
});
addEventListener("afterprint", () => { for (const details of folded) details.open = false; });
