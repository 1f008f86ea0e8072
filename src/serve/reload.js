// The preview's own script: reloads the page after a build and shows the findings. Never published.
"use strict";
(() => {
  const shown = Number(document.currentScript.dataset.pages);
  let panel = null;

  function show(findings) {
    if (panel) panel.remove();
    panel = null;
    if (!findings) return;
    panel = document.createElement("pre");
    panel.setAttribute("role", "alert");
    panel.id = "opsreport-findings";
    panel.style.cssText =
      "position:fixed;inset:auto 0 0 0;max-height:50vh;overflow:auto;margin:0;padding:1rem;z-index:9999;" +
      "background:#1b1b1b;color:#f5f5f5;font:13px/1.5 ui-monospace,monospace;white-space:pre-wrap;" +
      "border-top:4px solid #d55e00";
    panel.textContent = findings;
    document.body.append(panel);
  }

  new EventSource("/-/events").onmessage = (event) => {
    const now = JSON.parse(event.data);
    if (now.pages !== shown) location.reload();
    else show(now.findings);
  };
})();
