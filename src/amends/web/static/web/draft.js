// The page of a draft: marks follow the words. An answer about older words is dropped, and no answer takes the caret.
"use strict";

const writing = document.getElementById("writing");
const text = document.getElementById("text");
const under = document.getElementById("under");
const marks = document.getElementById("marks");
const said = document.getElementById("said");
const danger = document.getElementById("danger");
let isDue = false;
let openKey = "";

// htmx writes the address of the page down, though its history is off; nothing of a draft stays in the browser.
try { sessionStorage.removeItem("htmx-current-path-for-history"); } catch { /* no storage, nothing kept */ }

const openNote = () => marks.querySelector(".note[open]");
const isSheet = (note) => getComputedStyle(note).position === "fixed";
const fields = (form) => JSON.stringify([...form.entries()].filter(([name]) => name !== "action" && name !== "revision"));

// On a phone a note is a sheet; what is inside of it leaves it open.
function closeSheet(inside = null) {
  const note = openNote();
  if (note && isSheet(note) && !note.contains(inside)) note.open = false;
}

function reveal(node) {
  for (let up = node; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
}

// The underlines lie under the words, and only while they are about these words.
text.addEventListener("input", () => { under.classList.add("stale"); htmx.trigger(writing, "htmx:abort"); });
text.addEventListener("scroll", () => { under.scrollTop = text.scrollTop; });

// A browser may bring words back that the server has not seen.
addEventListener("pageshow", () => {
  if (under.textContent === text.value) return;
  under.classList.add("stale");
  htmx.trigger(writing, "look");
});

document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.target !== marks) return;
  if (event.detail.xhr.status !== 200) return;
  const isLate = fields(event.detail.requestConfig.formData) !== fields(new FormData(writing));
  isDue = marks.contains(document.activeElement);
  if (isLate || isDue) event.detail.shouldSwap = false;
  openKey = openNote()?.dataset.key ?? "";
});

// The same sentence is not said twice.
document.addEventListener("htmx:oobBeforeSwap", (event) => {
  if (event.target !== said && event.target !== danger) return;
  if (event.target.textContent.trim() === event.detail.fragment.textContent.trim()) event.detail.shouldSwap = false;
});

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.target !== marks) return;
  under.classList.remove("stale");
  under.scrollTop = text.scrollTop;
  reveal(openKey && marks.querySelector(`[data-key="${openKey}"]`));
});

const silent = () => { said.textContent = said.dataset.silent; };
for (const name of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) document.addEventListener(name, silent);

// Whoever reads a note reads it in peace: what came meanwhile is asked for when they leave the margin.
marks.addEventListener("focusout", (event) => {
  if (event.relatedTarget) closeSheet(event.relatedTarget);
  if (!isDue || marks.contains(event.relatedTarget)) return;
  isDue = false;
  htmx.trigger(writing, "look");
});

document.addEventListener("keydown", (event) => {
  const note = event.key === "Escape" && openNote();
  if (!note) return;
  note.open = false;
  note.querySelector("summary").focus({ preventScroll: true });
});

document.addEventListener("pointerdown", (event) => closeSheet(event.target));

// From a note to its words, and from the words to their note.
marks.addEventListener("click", (event) => {
  const number = event.target.dataset?.show;
  if (!number) return;
  closeSheet();
  const [first, ...rest] = under.querySelectorAll(`[data-notes~="${number}"]`);
  text.focus({ preventScroll: true });
  if (!first || under.textContent !== text.value) return;
  const range = document.createRange();
  range.setStart(under, 0);
  range.setEndBefore(first);
  const start = range.toString().length;
  range.setEndAfter(rest.at(-1) ?? first);
  text.setSelectionRange(start, range.toString().length);
  first.scrollIntoView({ block: "center" });
});

text.addEventListener("click", () => {
  if (under.classList.contains("stale")) return;
  let end = 0;
  const run = [...under.childNodes].find((node) => (end += node.textContent.length) > text.selectionStart);
  const place = run?.dataset?.notes && document.getElementById(`w${run.dataset.notes.split(" ")[0]}`);
  if (place && matchMedia("(min-width: 700px)").matches) reveal(place);
});

// What is ticked beside the words belongs to them.
for (const id of ["time", "shape"]) document.getElementById(id)?.addEventListener("input", () => { isTouched = true; });

// A tab that is out of sight may be ended without a word: what stands is kept before.
let held = fields(new FormData(writing));
document.addEventListener("visibilitychange", async () => {
  const form = new FormData(writing);
  const now = fields(form);
  if (!document.hidden || isSent || now === held) return;
  form.set("action", "hold");
  const answer = await fetch(location.pathname, { method: "POST", body: form, keepalive: true, redirect: "manual" }).catch(() => null);
  if (answer?.status !== 204) return;
  held = now;
  writing.elements.revision.value = answer.headers.get("Revision");
});
