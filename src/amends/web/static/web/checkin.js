// The check-in: says when a quarter of an hour is over, and keeps what was typed when a form beside it is sent.
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
    const answer = await kept(words);
    if (answer?.status === 401) sendWhole();
    else form.requestSubmit(event.submitter);
  });
}
