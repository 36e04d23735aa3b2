"use strict";

// A new dream's draft is kept in the diary while it is written, and in the browser for when the diary
// is away. Of an entry that is changed the browser alone keeps what is not yet saved.
const KEEP_AFTER_MS = 600;
const TRY_AGAIN_MS = 2000;
const LOCAL = "mongyudo-draft" + (document.documentElement.dataset.dreamer || ""); // several may share a browser
const SENT = "mongyudo-sent";
const ARRIVED = "mongyudo-arrived";

// A page that is being left may be shown again from before what it is still saving.
let leaving = false;
addEventListener("beforeunload", () => { leaving = true; });
addEventListener("pageshow", () => { leaving = false; });

function fieldsOf(form) {
  return Object.fromEntries(new FormData(form));
}

function keepDrafts(form) {
  const key = LOCAL + form.dataset.draft;
  const told = form.querySelector("[data-saved]");
  let timer, again;
  // The browser says that it is online once, and at times before the diary can be reached.
  async function save() {
    if (form.dataset.sending) return true;
    clearTimeout(again);
    const isThere = await keep(form, key, told);
    if (!isThere) again = setTimeout(save, TRY_AGAIN_MS);
    return isThere;
  }
  restore(form, key);
  if (location.pathname === "/") told.textContent = told.dataset.awayText; // it stands in for the drawer
  if (localStorage.getItem(key)) save();
  form.addEventListener("input", () => {
    localStorage.setItem(key, JSON.stringify(fieldsOf(form)));
    clearTimeout(timer);
    timer = setTimeout(save, KEEP_AFTER_MS);
  });
  form.addEventListener("submit", (event) => { clearTimeout(timer); send(event, form, key, save); });
  addEventListener("online", save);
}

function restore(form, key) {
  const left = JSON.parse(localStorage.getItem(key) || "{}");
  for (const [name, value] of Object.entries(left)) {
    const field = form.elements[name];
    if (field && "value" in field && name !== "then") field.value = value;
  }
}

// Whether the diary is there; what is new is then safe in it.
async function keep(form, key, told) {
  const written = JSON.stringify(fieldsOf(form));
  const asked = form.dataset.draft ? {} : { method: "PUT", body: written, headers: { "content-type": "application/json" } };
  try {
    const answer = await fetch("/api/v1/draft", asked);
    if (!answer.ok) return true;
  } catch {
    told.textContent = told.dataset.awayText;
    return false;
  }
  told.textContent = told.dataset.savedText;
  const isWhole = JSON.stringify(fieldsOf(form)) === written;
  if (!form.dataset.draft && isWhole && !leaving) localStorage.removeItem(key);
  return true;
}

// What is sent while the diary is away would be lost with the page: it is sent only once it is there.
async function send(event, form, key, save) {
  if (form.dataset.sending) return;
  event.preventDefault();
  const chosen = event.submitter;
  localStorage.setItem(key, JSON.stringify(fieldsOf(form)));
  if (!(await save())) return;
  form.dataset.sending = "true";
  sessionStorage.setItem(SENT, key);
  form.requestSubmit(chosen);
}

// The entry stands: the browser's own copy of its draft is over.
function forgetSent() {
  const key = sessionStorage.getItem(SENT);
  sessionStorage.removeItem(SENT);
  if (key && /^\/entries\/[0-9a-f]+$/.test(location.pathname)) localStorage.removeItem(key);
}

// The page is shown anew where a film stands now; who was at its place is there again.
function arrive(box) {
  const at = document.activeElement, film = box.closest(".film");
  if (at === document.body || film.contains(at)) sessionStorage.setItem(ARRIVED, film.id);
  location.reload();
}

function goWhereItArrived() {
  const film = document.getElementById(sessionStorage.getItem(ARRIVED) || "");
  sessionStorage.removeItem(ARRIVED);
  if (film) film.focus();
}

// A film under way is followed until it has ended; then the page shows it.
function follow(box) {
  const source = new EventSource(`/api/v1/films/${box.dataset.film}/events`);
  const told = box.querySelector("[role=status]");
  source.onerror = () => {
    if (!leaving) told.textContent = box.dataset.away;
    if (source.readyState === EventSource.CLOSED) setTimeout(follow, TRY_AGAIN_MS, box); // a server between says no
  };
  source.onmessage = (event) => {
    const { state, share } = JSON.parse(event.data);
    if (!(state in box.dataset)) { source.close(); arrive(box); return; }
    box.querySelector("progress").value = share;
    if (told.textContent !== box.dataset[state]) told.textContent = box.dataset[state];
    box.querySelectorAll("[data-stage]").forEach((step) => {
      if (step.dataset.stage === state) step.setAttribute("aria-current", "step");
      else step.removeAttribute("aria-current");
    });
  };
}

// A dream that is kept without a film, or was changed, is read in a moment; then the page shows it.
async function awaitReading(told) {
  await new Promise((resolve) => { setTimeout(resolve, TRY_AGAIN_MS); });
  try {
    const answer = await fetch(`/api/v1/entries/${told.dataset.unread}`);
    if ((await answer.json()).reading) { location.reload(); return; }
  } catch { /* the diary is away: asked again */ }
  awaitReading(told);
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

// A film in object storage comes from an address that is good for a while. Whoever comes back to the
// page later gets a new one, once for each place at which the film stopped.
function goOn(player) {
  const video = player.querySelector("video");
  let stoppedAt = -1, plays = false; // a film that fails is paused before it says so
  video.addEventListener("play", () => { plays = true; });
  video.addEventListener("pause", () => { plays = false; });
  video.addEventListener("error", () => {
    const at = video.currentTime, played = plays;
    if (at === stoppedAt) return;
    stoppedAt = at;
    video.addEventListener("loadedmetadata", () => {
      video.currentTime = at;
      if (played) video.play();
    }, { once: true });
    video.load();
  });
}

// A link is copied by a button; where the browser refuses, it stands selected to be copied by hand.
function copyBy(button) {
  const field = document.getElementById(button.dataset.copy);
  const told = document.querySelector(`[data-copied="${button.dataset.copy}"]`);
  button.hidden = false;
  if (document.activeElement === field) field.closest(".film").scrollIntoView({ block: "nearest", inline: "start" });
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      if (!document.execCommand("copy")) return;
    }
    told.textContent = button.dataset.done;
  });
}

forgetSent();
goWhereItArrived();
document.querySelectorAll("[data-draft]").forEach(keepDrafts);
document.querySelectorAll("[data-film]").forEach(follow);
document.querySelectorAll("[data-unread]").forEach(awaitReading);
document.querySelectorAll("[data-player]").forEach(choose);
document.querySelectorAll("[data-player]").forEach(goOn);
document.querySelectorAll("[data-copy]").forEach(copyBy);
