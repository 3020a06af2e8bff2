// What is locked in one window shows in no other: windows tell one another, and ask when one comes back to them.
"use strict";

if ("idleMinutes" in document.body.dataset) {
  const hide = () => {
    document.documentElement.hidden = true;
    if (isTouched && !isSent) sendWhole();
    else location.replace("/unlock/");
  };

  const ask = async () => {
    const answer = await post("/awake/").catch(() => null);
    if (answer && answer.status !== 204) hide();
  };

  windows.addEventListener("message", ({ data }) => {
    if (data === "left") goAway();
    if (data === "locked") ask();
  });
  addEventListener("focus", ask);
  addEventListener("pageshow", (event) => { if (event.persisted) { document.documentElement.hidden = true; location.reload(); } });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) ask(); });
} else {
  windows.postMessage("locked");
}
