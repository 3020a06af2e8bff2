// The check-in: says when the quarter of an hour is over, and nothing before; what was typed stays when the clock is
// begun or the number is kept, which are forms of their own.
"use strict";

{
  const over = document.getElementById("over");
  const goesOn = document.getElementById("goes-on");
  const tell = () => { over.textContent = over.dataset.line; goesOn?.remove(); };
  if (over) setTimeout(tell, Math.max(0, Number(over.dataset.until) * 1000 - Date.now()));
  for (const line of document.querySelectorAll(".no-script")) line.hidden = true;

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.closest("main") || form === keep.form) return;
    const words = typed();
    if (!words) return;
    event.preventDefault();
    const answer = await fetch(location.pathname, { method: "POST", body: words, redirect: "manual" }).catch(() => null);
    if (answer?.status === 401) sendWhole();
    else form.requestSubmit(event.submitter);
  });
}
