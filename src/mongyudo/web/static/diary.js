"use strict";

// The draft is kept in the diary while it is written, and in the browser for when the diary is away.
const KEEP_AFTER_MS = 600;
const LOCAL = "mongyudo-draft";

function fieldsOf(form) {
  return Object.fromEntries(new FormData(form));
}

function keepDrafts(form) {
  const told = form.querySelector("[data-saved]");
  let timer;
  restore(form);
  form.addEventListener("input", () => {
    localStorage.setItem(LOCAL, JSON.stringify(fieldsOf(form)));
    clearTimeout(timer);
    timer = setTimeout(() => keep(form, told), KEEP_AFTER_MS);
  });
  form.addEventListener("submit", () => { clearTimeout(timer); localStorage.removeItem(LOCAL); });
  addEventListener("online", () => keep(form, told));
}

function restore(form) {
  const left = JSON.parse(localStorage.getItem(LOCAL) || "{}");
  for (const [name, value] of Object.entries(left)) {
    const field = form.elements[name];
    if (field && "value" in field && name !== "then") field.value = value;
  }
}

async function keep(form, told) {
  const body = JSON.stringify(fieldsOf(form));
  try {
    const answer = await fetch("/api/v1/draft", { method: "PUT", body, headers: { "content-type": "application/json" } });
    if (answer.ok) { told.textContent = told.dataset.savedText; localStorage.removeItem(LOCAL); }
  } catch {
    told.textContent = ""; // the diary is away: the browser has it
  }
}

// A film under way is followed until it has ended; then the page shows it.
function follow(box) {
  const source = new EventSource(`/api/v1/films/${box.dataset.film}/events`);
  source.onmessage = (event) => {
    const { state, share } = JSON.parse(event.data);
    if (!(state in box.dataset)) { source.close(); location.reload(); return; }
    box.querySelector("progress").value = share;
    const told = box.querySelector("[role=status]");
    if (told.textContent !== box.dataset[state]) told.textContent = box.dataset[state];
  };
}

// The whole film or one scene, in the same player.
function choose(player) {
  const video = player.querySelector("video");
  const links = [...player.querySelectorAll("[data-play]")];
  const track = player.querySelector("track");
  links.forEach((link, at) => link.addEventListener("click", (event) => {
    event.preventDefault();
    links.forEach((other) => other.removeAttribute("aria-current"));
    link.setAttribute("aria-current", "true");
    track.track.mode = at ? "disabled" : "showing"; // the captions are those of the whole film
    video.src = link.href;
    video.play();
  }));
}

document.querySelectorAll("[data-draft]").forEach(keepDrafts);
document.querySelectorAll("[data-film]").forEach(follow);
document.querySelectorAll("[data-player]").forEach(choose);
