// What no form can do: leave at once, stay open while someone types, keep what stands before locking, open a mark.
"use strict";

const exit = document.querySelector("[data-quick-exit]");

function leave() {
  document.documentElement.hidden = true;
  const body = new FormData(exit);
  fetch(exit.action, { method: "POST", body, keepalive: true, redirect: "manual" });
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

function openMark() {
  const mark = location.hash.startsWith("#c") && document.getElementById(location.hash.slice(1));
  if (mark) { mark.open = true; mark.querySelector("summary").focus(); }
}
addEventListener("hashchange", openMark);

const minutes = Number(document.body.dataset.idleMinutes);
if (minutes) {
  const minute = 60000;
  let lastTouch = Date.now();
  let lastTold = Date.now();
  const touch = () => {
    lastTouch = Date.now();
    if (lastTouch - lastTold < minute) return;
    lastTold = lastTouch;
    fetch("/awake/", { method: "POST", headers: { "X-CSRFToken": exit.elements.csrfmiddlewaretoken.value } });
  };
  for (const name of ["keydown", "pointerdown", "input"]) document.addEventListener(name, touch);
  const rest = () => {
    const idle = Date.now() - lastTouch;
    const keep = document.querySelector("[data-keep]");
    if (idle > (minutes - 0.25) * minute && keep) { keep.click(); return; }
    if (idle > minutes * minute) location.replace("/unlock/");
  };
  setInterval(rest, 5000);
  document.addEventListener("visibilitychange", rest);
}
