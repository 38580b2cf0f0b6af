const TYPING = "input:not([type=checkbox]), select, textarea, [contenteditable]";

/** Single keys press what carries data-key; j and k walk the queue. */
export function keys() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") event.target.blur?.();
    if (event.target.closest?.(TYPING) || document.querySelector("dialog[open]")) return;
    if (event.key === "j" || event.key === "k") return walk(event.key === "j" ? 1 : -1);
    if (event.key === "o") return act(document.querySelector("[data-first-outcome]"), event);
    const row = document.activeElement?.closest?.("[data-row]");
    if (event.key === "c" && row) return act(row.querySelector(".claim"), event, true);
    const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    act(target, event, target && !target.matches("input"));
  });
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-open]");
    if (opener) document.getElementById(opener.dataset.open).showModal();
  });
}

function act(target, event, press = false) {
  if (!target) return;
  event.preventDefault();
  if (press) target.click();
  else target.focus();
}

function walk(step) {
  const rows = [...document.querySelectorAll("[data-row] .number")];
  const at = rows.findIndex((link) => link.closest("[data-row]").contains(document.activeElement));
  const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
  next?.focus();
  next?.closest("[data-row]").scrollIntoView({ block: "nearest" });
}
