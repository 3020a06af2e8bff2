// Bringing in a chat: how far it is, while it is handed over and while it is read. Without this the form goes as it is.
"use strict";
{
  const WITHOUT_WORDS = /^(image|video|audio|font)\//;

  // Pictures of a folder stay where they are; the names of its files keep their folders.
  function filled(form, button) {
    const sent = new FormData();
    let size = 0;
    for (const [name, value] of new FormData(form, button)) {
      if (!(value instanceof File)) sent.append(name, value);
      else if (value.name && (name !== "folder" || !WITHOUT_WORDS.test(value.type))) {
        sent.append(name, value, value.webkitRelativePath || value.name);
        size += value.size;
      }
    }
    sent.set("told", "yes");
    return { sent, size };
  }

  function show(html) {
    const main = new DOMParser().parseFromString(html, "text/html").querySelector("main");
    document.querySelector("main").replaceWith(main);
    read(main.querySelector("[role=alert]:not([hidden])") ?? main);
  }

  function bringIn(form, sent) {
    const part = (name) => form.querySelector(`[data-${name}]`);
    const bar = form.querySelector("progress");
    const told = form.querySelector("[role=status]");
    const request = new XMLHttpRequest();
    let seen = 0;

    const state = (isReading, problem = "") => {
      part("choose").hidden = isReading;
      part("reading").hidden = !isReading;
      for (const name of ["too-large", "broken"]) part(name).hidden = name !== problem;
      if (problem) read(part(problem)); // the button that had the focus is gone
    };
    let last = {};
    const hear = () => {
      if (request.status !== 200) return;
      const end = request.responseText.lastIndexOf("\n") + 1;
      for (const line of request.responseText.slice(seen, end).split("\n").filter(Boolean)) {
        last = JSON.parse(line);
        if ("share" in last) bar.value = last.share;
      }
      seen = end;
    };

    request.upload.addEventListener("progress", (event) => { if (event.lengthComputable) bar.value = event.loaded / event.total; });
    request.upload.addEventListener("load", () => { told.textContent = told.dataset.isRead; bar.removeAttribute("value"); });
    request.addEventListener("progress", hear);
    request.addEventListener("load", () => {
      if (request.status === 401) { location.reload(); return; }
      hear();
      if (last.go) location.assign(last.go);
      else if (last.page) show(last.page);
      else state(false, request.status === 413 ? "too-large" : "broken");
    });
    request.addEventListener("error", () => state(false, "broken"));
    request.addEventListener("abort", () => { state(false); form.querySelector("#exports").focus(); });
    part("reading").querySelector("button").onclick = () => request.abort();

    state(true);
    told.textContent = told.dataset.sending;
    bar.value = 0;
    part("reading").querySelector("button").focus();
    request.open("POST", form.getAttribute("action")); // a button has the name "action"
    request.send(sent);
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-bring-in]")) return;
    const { sent, size } = filled(form, event.submitter);
    if (!size) return;
    event.preventDefault();
    const isTooLarge = size > Number(form.dataset.most);
    const tooLarge = form.querySelector("[data-too-large]");
    tooLarge.hidden = !isTooLarge;
    if (isTooLarge) read(tooLarge);
    else bringIn(form, sent);
  });
}
