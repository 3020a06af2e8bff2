// The key that leads to the urge screen, and on a wave how many minutes are left.
"use strict";

{
  const link = document.querySelector("[data-key]");
  const isTyping = (element) => element.closest("input, textarea, select, [contenteditable]");
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== link?.dataset.key || event.repeat || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    link.click();
  });

  const told = document.getElementById("minutes");
  const goesOn = document.getElementById("goes-on");

  const tell = () => {
    const left = Math.ceil((Number(told.dataset.over) * 1000 - Date.now()) / 60000);
    if (left > 1) told.textContent = told.dataset.many.replace("{n}", left);
    else told.textContent = left === 1 ? told.dataset.one : told.dataset.none;
    if (left < 1) told.setAttribute("role", "status");
    return left;
  };
  if (told) {
    const beat = setInterval(() => { if (tell() < 1) clearInterval(beat); }, 5000);
  }

  // Nobody touches anything during a wave, so amends locks itself: then the wave goes on without
  // what is private, in place of the page that asks for the passphrase.
  if (goesOn) {
    const lockAndGo = keepAndGo;
    keepAndGo = async (path, more) => {
      if (!more?.idle) { await lockAndGo(path, more); return; }
      const form = typed();
      if (form) await fetch(location.pathname, { method: "POST", body: form, redirect: "manual" }).catch(() => null);
      await post("/lock/", more).catch(() => null);
      HTMLFormElement.prototype.submit.call(goesOn);
    };
  }
}
