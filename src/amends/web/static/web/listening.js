// A listening session: what the other has pressed comes in without loading the page anew, so that focus stays.
"use strict";

{
  const now = document.getElementById("now");
  const told = document.getElementById("told");
  const said = () => document.getElementById("session")?.dataset;
  let isSent = false; // a form that is on its way must not be lost to what comes in
  let isAsking = false;
  const timers = [];

  const tell = (line) => {
    told.textContent = "";
    setTimeout(() => { told.textContent = line; }, 100); // the same words twice are two messages
  };
  const like = (held) => [...now.querySelectorAll(held.localName)].find((one) => !one.disabled && !one.closest("[hidden]")
    && one.name === held.name && one.value === held.value && one.textContent === held.textContent);

  function show(fresh) {
    const held = now.contains(document.activeElement) ? document.activeElement : null;
    now.replaceChildren(...fresh.childNodes);
    arm();
    const next = held && (like(held) ?? document.getElementById("read"));
    if (next?.id === "read") read(next); else next?.focus();
    tell([...now.querySelectorAll("[data-told]")].filter((one) => one !== next).map((one) => one.textContent).join(" "));
  }

  async function renew() {
    const again = document.getElementById("again");
    if (now.querySelector("input:focus, details[open]")) { // who is choosing, or has a part unfolded, looks when they want to
      if (again.hidden) tell(said().moved);
      again.hidden = false;
      return;
    }
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

  // Minutes, to the eye alone; what is over is told once. Where the clock of this device is wrong, the time of day stays.
  const tick = (left) => {
    if (Number(left.dataset.over) * 1000 - Date.now() > Number(left.dataset.most) * 60000) return;
    left.toggleAttribute("data-told", minutesLeft(left) < 1);
  };
  const at = (seconds, act) => {
    const wait = Number(seconds) * 1000 - Date.now();
    if (wait > 0) timers.push(setTimeout(act, wait + 1000));
  };

  function arm() {
    timers.splice(0).forEach(clearTimeout);
    for (const line of now.querySelectorAll(".no-script")) Object.assign(line, { hidden: true, onclick: look });
    const until = now.querySelector("[data-until]");
    const left = document.getElementById("left");
    if (until) at(until.dataset.until, renew);
    if (left) {
      tick(left);
      at(left.dataset.over, renew);
      timers.push(setInterval(tick, 5000, left));
    }
    for (const button of now.querySelectorAll("[data-breath]")) {
      button.disabled = true;
      const ready = () => { button.disabled = false; tell(said().ready); };
      timers.push(setTimeout(ready, Number(button.dataset.breath) * 1000));
    }
  }

  document.addEventListener("submit", (event) => { isSent = !event.target.matches("[data-until]"); });
  arm();
  setInterval(ask, 3000);
}
