// The key that leads to the urge screen, and on a wave how many minutes are left.
"use strict";

{
  const link = document.querySelector("[data-key]");
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== link?.dataset.key || event.repeat || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    link.click();
  });

  const told = document.getElementById("minutes");
  const goesOn = document.getElementById("goes-on");

  const beat = told && setInterval(() => {
    if (minutesLeft(told) > 0) return;
    told.setAttribute("role", "status");
    clearInterval(beat);
  }, 5000);

  // Nobody touches anything during a wave, so amends locks itself: then the wave goes on without
  // what is private, in place of the page that asks for the passphrase.
  if (goesOn) {
    const lockAndGo = keepAndGo;
    keepAndGo = async (path, more) => {
      if (!more?.idle) { await lockAndGo(path, more); return; }
      const form = typed();
      if (form) await kept(form);
      await post("/lock/", more).catch(() => null);
      HTMLFormElement.prototype.submit.call(goesOn);
    };
  }
}
