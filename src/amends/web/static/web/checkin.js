// The quarter of an hour of a check-in: says when it is over, and nothing before.
"use strict";

{
  const over = document.getElementById("over");
  const goesOn = document.getElementById("goes-on");
  const tell = () => { over.textContent = over.dataset.line; goesOn?.remove(); };
  if (over) setTimeout(tell, Math.max(0, Number(over.dataset.until) * 1000 - Date.now()));
}
