"use strict";

// A dream told aloud: recorded here, written down by the diary on this machine, kept by nobody.
const RATE_HZ = 16000;

function wav(pieces) {
  const count = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const view = new DataView(new ArrayBuffer(44 + 2 * count));
  const word = (at, text) => [...text].forEach((char, i) => view.setUint8(at + i, char.charCodeAt(0)));
  word(0, "RIFF"); view.setUint32(4, 36 + 2 * count, true); word(8, "WAVEfmt ");
  view.setUint32(16, 16, true); view.setUint16(20, 1, true); view.setUint16(22, 1, true);
  view.setUint32(24, RATE_HZ, true); view.setUint32(28, 2 * RATE_HZ, true);
  view.setUint16(32, 2, true); view.setUint16(34, 16, true);
  word(36, "data"); view.setUint32(40, 2 * count, true);
  let at = 44;
  for (const piece of pieces) {
    for (const sample of piece) {
      view.setInt16(at, 32767 * Math.max(-1, Math.min(1, sample)), true);
      at += 2;
    }
  }
  return view.buffer;
}

async function listen() {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
  const context = new AudioContext({ sampleRate: RATE_HZ });
  await context.audioWorklet.addModule("/static/recorder.js");
  const recorder = new AudioWorkletNode(context, "recorder");
  const pieces = [];
  recorder.port.onmessage = (event) => pieces.push(event.data);
  context.createMediaStreamSource(stream).connect(recorder);
  return async () => {
    stream.getTracks().forEach((track) => track.stop());
    await context.close();
    return wav(pieces);
  };
}

function offer(box) {
  const button = box.querySelector("button");
  const told = box.querySelector("[role=status]");
  const field = document.getElementById(box.dataset.voice);
  let stop = null;
  let clock;

  async function begin() {
    try {
      stop = await listen();
    } catch {
      told.textContent = box.dataset.refused;
      return;
    }
    const began = Date.now();
    button.textContent = box.dataset.end;
    button.setAttribute("aria-pressed", "true");
    told.textContent = box.dataset.listening;
    clock = setInterval(() => {
      const seconds = Math.floor((Date.now() - began) / 1000);
      box.querySelector("[data-clock]").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
      if (seconds >= Number(box.dataset.most) - 1) end();
    }, 250);
  }

  async function end() {
    if (!stop) return;
    const finish = stop;
    stop = null;
    clearInterval(clock);
    box.querySelector("[data-clock]").textContent = "";
    button.textContent = box.dataset.begin;
    button.removeAttribute("aria-pressed");
    button.disabled = true;
    told.textContent = box.dataset.writing;
    told.textContent = await writeDown(await finish());
    button.disabled = false;
    button.focus();
  }

  async function writeDown(sound) {
    try {
      const answer = await fetch("/api/v1/voice", { method: "POST", body: sound, headers: { "content-type": "audio/wav" } });
      const { text, detail } = await answer.json();
      if (!answer.ok) return detail;
      if (!text) return box.dataset.nothing;
      field.value = [field.value.trimEnd(), text].filter(Boolean).join(" ");
      field.dispatchEvent(new Event("input", { bubbles: true }));
      return box.dataset.done;
    } catch {
      return box.dataset.away;
    }
  }

  button.addEventListener("click", () => (stop ? end() : begin()));
  box.hidden = false;
}

if (navigator.mediaDevices && window.AudioWorkletNode) document.querySelectorAll("[data-voice]").forEach(offer);
