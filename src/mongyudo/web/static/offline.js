"use strict";

// The diary's address opens the writing page while the diary is away.
if (navigator.serviceWorker) navigator.serviceWorker.register("/worker.js", { scope: "/" });
