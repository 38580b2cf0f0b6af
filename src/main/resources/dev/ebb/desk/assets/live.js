const LOST_AFTER = 5000;
const fresh = new Set();
let lost;

/** Follows what happens at the desk; nothing on the screen moves by itself. */
export function live() {
  const source = new EventSource("/events");
  const state = document.querySelector("[data-live]");
  const banner = document.querySelector("[data-lost]");

  source.addEventListener("open", () => {
    clearTimeout(lost);
    banner.hidden = true;
    state.dataset.state = "on";
    state.textContent = state.dataset.on;
  });
  source.addEventListener("error", () => {
    state.dataset.state = "off";
    state.textContent = state.dataset.off;
    clearTimeout(lost);
    lost = setTimeout(() => (banner.hidden = false), LOST_AFTER);
  });
  source.addEventListener("case", (event) => changed(JSON.parse(event.data)));
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target?.id === "rows") {
      fresh.clear();
      count();
    }
  });
  window.addEventListener("pagehide", () => source.close());
}

function changed({ alertId, isNew }) {
  const id = CSS.escape(alertId);
  const row = document.querySelector(`[data-row="${id}"]`);
  if (row) {
    htmx.ajax("GET", `/queue/row/${encodeURIComponent(alertId)}`, { target: row, swap: "outerHTML" });
  } else if (isNew) {
    fresh.add(alertId);
    count();
  }
  const open = document.querySelector(`[data-case="${id}"]`);
  if (open && !isBusy(open)) {
    htmx.ajax("GET", `/case/${encodeURIComponent(alertId)}`, { target: open, swap: "outerHTML" });
  }
  if (isNew && document.querySelector("[data-next-empty]")) {
    location.reload();
  }
}

/** Whether the agent is in the middle of something in this case. */
function isBusy(open) {
  return Boolean(open.querySelector(".taps details[open], .note-line input:not(:placeholder-shown)"));
}

function count() {
  const pill = document.querySelector("[data-pill]");
  if (pill) {
    pill.hidden = fresh.size === 0;
    pill.textContent = fresh.size === 1 ? pill.dataset.one : pill.dataset.many.replace("#", fresh.size);
  }
}
