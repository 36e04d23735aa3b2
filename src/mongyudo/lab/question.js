const $ = (query, root = document) => root.querySelector(query);
const $$ = (query, root = document) => [...root.querySelectorAll(query)];

// A video that plays several files, one after the other; `over` once the last has ended.
const play = (video, files) => new Promise((over) => {
  let at = 0;
  const next = () => {
    if (at === files.length) { video.onended = null; over(); return; }
    const file = files[at++];
    if (video.getAttribute("src") !== file) video.src = file;
    video.currentTime = 0;
    video.play().catch(() => over());
  };
  video.onended = next;
  next();
});
const stop = (video) => { video.onended = null; video.pause(); };

// All begin together, whoever is over waits for the others, and then all begin again.
const inStep = async (videos, going) => {
  while (going()) await Promise.all(videos.map(([video, files]) => play(video, files)));
};

let playing = null;
for (const article of $$(".dream")) {
  const button = $(".play", article);
  button.addEventListener("click", () => {
    const mine = playing !== article;
    for (const video of $$(".dream video")) stop(video);
    for (const other of $$(".play")) other.textContent = "▶";
    playing = mine ? article : null;
    if (!mine) return;
    button.textContent = "❚❚";
    const videos = $$("figure:not([hidden]) video", article)
      .map((video) => [video, JSON.parse(video.dataset.files)]);
    inStep(videos, () => playing === article);
  });
}

const filter = () => {
  const emotion = $("#emotion").value;
  const arms = new Set($$(".arm input:checked").map((input) => input.value));
  for (const article of $$(".dream")) article.hidden = emotion && article.dataset.emotion !== emotion;
  for (const figure of $$(".dream figure")) figure.hidden = !arms.has(figure.dataset.arm);
};
for (const input of $$("#emotion, .arm input")) input.addEventListener("change", filter);

const store = `mongyudo-lab-${runId}`;
let kept = { voter: "", votes: [] };
try { kept = JSON.parse(localStorage.getItem(store)) || kept; } catch { /* a browser without storage: votes live as long as the page */ }
const keep = () => { try { localStorage.setItem(store, JSON.stringify(kept)); } catch { /* as above */ } };

const key = (dream, arms) => JSON.stringify([dream, ...[...arms].sort()]);
const voted = () => new Set(kept.votes.map((vote) => key(vote.dream, [vote.left, vote.right])));
const open = () => ballots.filter((each) => !voted().has(key(each.dream, each.clips.map((clip) => clip.arm))));

let shown = null;
const show = () => {
  const left = open();
  $("#count").textContent = `${ballots.length - left.length} / ${ballots.length}`;
  const videos = $$(".pair video");
  for (const video of videos) stop(video);
  $(".choices").hidden = $(".pair").hidden = !left.length;
  if (!left.length) { shown = null; $("#told").textContent = "다 골랐습니다. 내려받아 건네주세요. All done: download and hand it in."; return; }
  const ballot = left[Math.floor(Math.random() * left.length)];
  const clips = Math.random() < 0.5 ? ballot.clips : [...ballot.clips].reverse();
  shown = { dream: ballot.dream, left: clips[0].arm, right: clips[1].arm };
  $("#told").textContent = ballot.text;
  const mine = shown;
  inStep(videos.map((video, at) => [video, clips[at].files]), () => shown === mine && $("#booth").open);
};
const choose = (choice) => {
  if (!shown) return;
  kept.votes.push({ ...shown, choice });
  keep();
  show();
};
$("#vote")?.addEventListener("click", () => { $("#voter").value = kept.voter; $("#booth").showModal(); show(); });
$("#booth").addEventListener("close", () => { shown = null; for (const video of $$(".pair video")) stop(video); });
for (const button of $$("[data-choice]")) button.addEventListener("click", () => choose(button.dataset.choice));
$("#booth").addEventListener("keydown", (event) => {
  if (event.target === $("#voter")) return;
  const choice = { ArrowLeft: "left", ArrowRight: "right", ArrowDown: "same" }[event.key];
  if (choice) { event.preventDefault(); choose(choice); }
});
$("#voter").addEventListener("input", (event) => { kept.voter = event.target.value.trim(); keep(); });
$("#save").addEventListener("click", () => {
  if (!kept.voter) { $("#voter").focus(); return; }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify({ run: runId, ...kept }, null, 2)], { type: "application/json" }));
  link.download = `votes-${kept.voter}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
});
