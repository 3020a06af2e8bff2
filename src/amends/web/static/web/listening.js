// A listening session: asks every few seconds whether the other has pressed something, tells the
// time that is left, and keeps the answer's button still for a breath.
"use strict";

{
  const session = document.getElementById("session");
  const EVERY = 3000;

  const ask = async () => {
    const answer = await fetch(session.dataset.ask, { redirect: "manual" }).catch(() => null);
    if (!answer?.ok) return;
    const beat = await answer.text();
    const isTyping = document.querySelector("input:focus, details[open]");
    if (beat !== session.dataset.beat && !isTyping && !isSent) location.reload();
  };
  // A form that is on its way must not be lost to the page being loaded anew.
  let isSent = false;
  document.addEventListener("submit", (event) => { isSent = !event.target.matches("[data-until]"); });
  if (session) setInterval(ask, EVERY);
  for (const line of document.querySelectorAll(".no-script")) line.hidden = true;

  // The promised end of a pause is told when it comes, if the page is still open.
  const until = document.querySelector("[data-until]");
  const wait = until ? Number(until.dataset.until) * 1000 - Date.now() : 0;
  if (wait > 0) setTimeout(() => { location.reload(); }, wait + 1000);

  const left = document.getElementById("left");
  const tell = () => {
    const minutes = Math.ceil((Number(left.dataset.over) * 1000 - Date.now()) / 60000);
    if (minutes > 1) left.textContent = left.dataset.many.replace("{n}", minutes);
    else left.textContent = minutes === 1 ? left.dataset.one : left.dataset.none;
  };
  if (left) { tell(); setInterval(tell, 5000); }

  for (const button of document.querySelectorAll("[data-breath]")) {
    button.disabled = true;
    setTimeout(() => { button.disabled = false; }, Number(button.dataset.breath) * 1000);
  }
}
