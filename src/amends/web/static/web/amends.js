// What no form can do: leave at once, stay open while someone types, keep what stands, lock when idle.
"use strict";

const exit = document.querySelector("[data-quick-exit]");
const keep = document.querySelector("[data-keep]");
const windows = new BroadcastChannel("notes");
let isTouched = false;
let isSent = false;

function post(path, more = {}) {
  const body = new FormData(exit);
  for (const [name, value] of Object.entries(more)) body.set(name, value);
  return fetch(path, { method: "POST", body, keepalive: true, redirect: "manual" });
}

const read = (one) => { one.tabIndex = -1; one.focus(); };
const kept = (form) => fetch(location.pathname, { method: "POST", body: form, redirect: "manual" }).catch(() => null);

function minutesLeft(line) {
  const left = Math.ceil((Number(line.dataset.over) * 1000 - Date.now()) / 60000);
  const told = left > 1 ? line.dataset.many.replace("{n}", left) : left === 1 ? line.dataset.one : line.dataset.none;
  if (line.textContent !== told) line.textContent = told;
  return left;
}

function goAway() {
  document.documentElement.hidden = true;
  document.title = exit.dataset.quickExit;
  document.querySelector("[rel=icon]").href = "/static/amends/blank.svg";
  isSent = true;
  location.replace("/away/");
}

function leave() {
  document.documentElement.hidden = true;
  post(exit.action);
  windows.postMessage("left");
  goAway();
}

exit?.addEventListener("submit", (event) => { event.preventDefault(); leave(); });

let presses = [];
document.addEventListener("keydown", (event) => {
  if (event.key !== "Shift") { presses = []; return; }
  if (event.repeat || !exit) return;
  presses = [...presses.filter((at) => event.timeStamp - at < 5000), event.timeStamp];
  if (presses.length >= 3) leave();
});

// What was typed is kept as if the button beside it had been pressed, when one goes elsewhere or falls asleep.
keep?.form.addEventListener("input", () => { isTouched = true; });
keep?.form.addEventListener("submit", () => { isSent = true; });

function typed() {
  if (!isTouched || isSent) return null;
  isSent = true;
  return new FormData(keep.form, keep);
}

addEventListener("pagehide", () => {
  const form = typed();
  if (form) navigator.sendBeacon(location.pathname, form);
});

// Sent as the page's own form would be: locked meanwhile, it goes along sealed and comes back after unlocking.
function sendWhole() {
  isSent = true;
  keep.form.append(Object.assign(document.createElement("input"), { type: "hidden", name: keep.name, value: keep.value }));
  HTMLFormElement.prototype.submit.call(keep.form);
}

let isGoing = false; // a second lock, come before the first has kept the words, would shut the door on them
async function keepAndGo(path, more) {
  if (isGoing) return;
  isGoing = true;
  const form = typed();
  const answer = form && await kept(form);
  if (answer?.status === 401) { sendWhole(); return; }
  await post("/lock/", more).catch(() => null);
  location.replace(path);
}

document.querySelector("[action='/lock/']")?.addEventListener("submit", (event) => { event.preventDefault(); keepAndGo("/unlock/"); });

const first = document.querySelector("[role=alert]") ?? (location.hash === "#read" && document.getElementById("read"));
if (first) read(first);

const minutes = Number(document.body.dataset.idleMinutes);
if (minutes) {
  const minute = 60000;
  // While the machine sleeps, the clock goes on, and performance.now() stops on most systems.
  const drift = () => Date.now() - performance.now();
  let lastTouch = Date.now();
  let lastTold = lastTouch;
  let last = { tick: lastTouch, drift: drift(), isSeen: !document.hidden };
  const touch = () => {
    lastTouch = Date.now();
    windows.postMessage("touched");
    if (lastTouch - lastTold < minutes * minute / 5) return;
    lastTold = lastTouch;
    post("/awake/");
  };
  for (const name of ["keydown", "pointerdown", "input"]) document.addEventListener(name, touch);
  windows.addEventListener("message", ({ data }) => { if (data === "touched") lastTouch = Date.now(); });
  const rest = () => {
    const now = { tick: Date.now(), drift: drift(), isSeen: !document.hidden };
    const hasSlept = now.drift - last.drift > minute / 2 || (last.isSeen && now.tick - last.tick > minute);
    last = now;
    if (!hasSlept && now.tick - lastTouch < (minutes - 0.25) * minute) return;
    document.documentElement.hidden = true;
    keepAndGo("/unlock/", hasSlept ? {} : { idle: "yes" });
  };
  setInterval(rest, 5000);
  document.addEventListener("visibilitychange", rest);
}
