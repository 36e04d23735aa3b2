"use strict";

// The writing page opens also while the diary is away.
if (navigator.serviceWorker) navigator.serviceWorker.register("/worker.js", { scope: "/write" });
