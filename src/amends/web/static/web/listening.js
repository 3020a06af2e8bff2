// A listening session: asks every few seconds whether the other has pressed something, and shows it without loading
// the page anew, so that focus stays; tells the time that is left, and keeps the answer's button still for a breath.
"use strict";

{
  const EVERY = 3000;
  const now = document.getElementById("now");
  const told = document.getElementById("told");
  let isSent = false; // a form that is on its way must not be lost to what comes in
  let isAsking = false;
  let timers = [];

  document.addEventListener("submit", (event) => { isSent = !event.target.matches("[data-until]"); });

  function tell(line) {
    told.textContent = "";
    setTimeout(() => { told.textContent = line; }, 100); // the same words twice are two messages
  }

  // Who is choosing something, or has a part unfolded, looks when they want to.
  function offer() {
    const again = document.getElementById("again");
    if (!again.hidden) return;
    again.hidden = false;
    tell(document.getElementById("session").dataset.moved);
  }

  function like(held) {
    const isLike = (one) => one.name === held.name && one.value === held.value && one.textContent === held.textContent;
    return [...now.querySelectorAll(held.localName)].find((one) => isLike(one) && !one.disabled && !one.closest("[hidden]"));
  }

  function show(fresh) {
    const held = now.contains(document.activeElement) ? document.activeElement : null;
    now.replaceChildren(...fresh.childNodes);
    arm();
    const first = document.getElementById("read");
    const next = held && (like(held) ?? first);
    if (next === first && first) first.tabIndex = -1;
    next?.focus();
    const parts = [...now.querySelectorAll("[data-told]")].filter((one) => one !== next);
    tell(parts.map((one) => one.textContent).join(" "));
  }

  async function renew() {
    if (now.querySelector("input:focus, details[open]")) { offer(); return; }
    const answer = await fetch(location.pathname, { redirect: "manual" }).catch(() => null);
    if (!answer || isSent) return;
    const page = new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html");
    const fresh = page.getElementById("now");
    if (fresh) show(fresh);
    else location.replace(location.pathname);
  }

  function look(event) {
    event.preventDefault();
    for (const fold of now.querySelectorAll("details[open]")) fold.open = false;
    renew();
  }

  async function ask() {
    const session = document.getElementById("session");
    if (!session || isAsking || isSent) return;
    isAsking = true;
    const answer = await fetch(session.dataset.ask, { redirect: "manual" }).catch(() => null);
    if (answer?.ok && (await answer.text()) !== session.dataset.beat && !isSent) await renew();
    isAsking = false;
  }

  // Minutes, told to the eye alone; what is over is told once, and brings the buttons that come with it.
  // Where the clock of this device is wrong, the time of day stays.
  function tick(left) {
    const minutes = Math.ceil((Number(left.dataset.over) * 1000 - Date.now()) / 60000);
    if (minutes > Number(left.dataset.most)) return;
    const line = minutes > 1 ? left.dataset.many.replace("{n}", minutes) : minutes === 1 ? left.dataset.one : left.dataset.none;
    if (left.textContent !== line) left.textContent = line;
    left.toggleAttribute("data-told", minutes < 1);
  }

  function at(seconds, act) {
    const wait = Number(seconds) * 1000 - Date.now();
    if (wait > 0) timers.push(setTimeout(act, wait + 1000));
  }

  function arm() {
    for (const one of timers) clearTimeout(one);
    timers = [];
    for (const line of now.querySelectorAll(".no-script")) {
      line.hidden = true;
      line.addEventListener("click", look);
    }
    const until = now.querySelector("[data-until]");
    if (until) at(until.dataset.until, renew);
    const left = document.getElementById("left");
    if (left) {
      tick(left);
      at(left.dataset.over, renew);
      timers.push(setInterval(tick, 5000, left));
    }
    for (const button of now.querySelectorAll("[data-breath]")) {
      button.disabled = true;
      const ready = () => { button.disabled = false; tell(document.getElementById("session").dataset.ready); };
      timers.push(setTimeout(ready, Number(button.dataset.breath) * 1000));
    }
  }

  arm();
  setInterval(ask, EVERY);
}
