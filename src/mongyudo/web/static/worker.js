"use strict";

// The writing page, and in its place the drawer, can be opened while the diary is away: a blank one is kept, never what was written.
const CACHE = "mongyudo-write";
const BLANK = "/write?blank=true";
const SHELL = [BLANK, "/static/diary.css", "/static/diary.js", "/static/offline.js"];
const LOOKS = ["/static/hanji.webp", "/static/mountains.webp", "/static/seal.svg", "/fonts/gowun-batang.woff"];

async function keep(paths) {
  const cache = await caches.open(CACHE);
  for (const path of paths) {
    const answer = await fetch(path);
    if (answer.ok && !answer.redirected) await cache.put(path, answer); // the login page is no page to write on
  }
}

async function kept(path) {
  return (await caches.match(path)) || Response.error();
}

// What the diary answers is shown, and the kept page renewed after it.
async function answered(event) {
  try {
    const answer = await fetch(event.request);
    event.waitUntil(keep(SHELL).catch(() => undefined));
    return answer;
  } catch {
    return kept(BLANK);
  }
}

addEventListener("install", (event) => event.waitUntil(keep([...SHELL, ...LOOKS]).then(() => skipWaiting())));
addEventListener("fetch", (event) => {
  const { pathname } = new URL(event.request.url);
  const isOurs = pathname === "/" || pathname === "/write";
  if (isOurs && event.request.mode === "navigate" && event.request.method === "GET") event.respondWith(answered(event));
  else if (/^\/(static|fonts)\//.test(pathname)) event.respondWith(fetch(event.request).catch(() => kept(pathname)));
});
