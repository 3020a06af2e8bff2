// After a quick exit, Back shows the neutral page once more, and never the way back in.
"use strict";

if (performance.getEntriesByType("navigation")[0]?.type === "back_forward") {
  document.documentElement.hidden = true;
  location.replace("/away/");
}
