// What is locked in one window shows in no other: the windows of a browser tell one another, and a window that
// is come back to asks first whether it is still unlocked.
"use strict";

{
  const windows = new BroadcastChannel("amends");
  const isUnlocked = "idleMinutes" in document.body.dataset;

  // What was typed goes along as the page's own form would send it; it comes back after unlocking.
  const hide = () => {
    document.documentElement.hidden = true;
    if (!isTouched || isSent) { location.replace("/unlock/"); return; }
    isSent = true;
    keep.form.append(Object.assign(document.createElement("input"), { type: "hidden", name: keep.name, value: keep.value }));
    HTMLFormElement.prototype.submit.call(keep.form);
  };

  const ask = async () => {
    const answer = await post("/awake/").catch(() => null);
    if (answer && answer.status !== 204) hide();
  };

  if (isUnlocked) {
    windows.addEventListener("message", ask);
    addEventListener("focus", ask);
    addEventListener("pageshow", (event) => { if (event.persisted) ask(); });
    document.addEventListener("visibilitychange", () => { if (!document.hidden) ask(); });
  } else {
    windows.postMessage("locked");
  }
}
