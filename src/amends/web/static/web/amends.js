// What no form can do: leave at once, stay open while someone types, keep what stands, lock when idle.
"use strict";

const exit = document.querySelector("[data-quick-exit]");
const keep = document.querySelector("[data-keep]");
let isTouched = false;
let isSent = false;

function post(path) {
  return fetch(path, { method: "POST", body: new FormData(exit), keepalive: true, redirect: "manual" });
}

function leave() {
  document.documentElement.hidden = true;
  isSent = true;
  post(exit.action);
  location.replace("/away/");
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

async function keepAndGo(path) {
  const form = typed();
  if (form) await fetch(location.pathname, { method: "POST", body: form, redirect: "manual" });
  await post("/lock/");
  location.replace(path);
}

document.querySelector("[action='/lock/']")?.addEventListener("submit", (event) => {
  event.preventDefault();
  keepAndGo("/unlock/");
});

const first = document.querySelector("[role=alert]") ?? (location.hash === "#read" && document.getElementById("read"));
if (first) { first.tabIndex = -1; first.focus(); }

const minutes = Number(document.body.dataset.idleMinutes);
if (minutes) {
  const minute = 60000;
  let lastTouch = Date.now();
  let lastTold = Date.now();
  const touch = () => {
    lastTouch = Date.now();
    if (lastTouch - lastTold < minute) return;
    lastTold = lastTouch;
    post("/awake/");
  };
  for (const name of ["keydown", "pointerdown", "input"]) document.addEventListener(name, touch);
  const rest = () => {
    if (Date.now() - lastTouch < (minutes - 0.25) * minute) return;
    document.documentElement.hidden = true;
    keepAndGo("/unlock/");
  };
  setInterval(rest, 5000);
  document.addEventListener("visibilitychange", rest);
}
