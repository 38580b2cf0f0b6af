let isPutOff = false;
let isFetching = false;

/** Follows the open case: it is fetched anew once the agent is not in the middle of something. */
export function followCase() {
  document.addEventListener("htmx:beforeSwap", (event) => {
    const open = event.detail.target;
    if (event.detail.requestConfig.verb === "get" && open.matches("[data-case]") && isBusy(open)) {
      event.detail.shouldSwap = false;
      isPutOff = true;
    }
  });
  for (const end of ["htmx:afterRequest", "focusout", "toggle", "input"]) {
    document.addEventListener(end, () => setTimeout(catchUp), true);
  }
}

/** Something has happened to this case. */
export function caseChanged(alertId) {
  if (open()?.dataset.case === alertId) {
    isPutOff = true;
    catchUp();
  }
}

function open() {
  return document.querySelector("[data-case]");
}

async function catchUp() {
  const target = open();
  if (!isPutOff || isFetching || !target || isBusy(target)) return;
  isPutOff = false;
  isFetching = true;
  const path = `/case/${encodeURIComponent(target.dataset.case)}`;
  await htmx.ajax("GET", path, { target, swap: "outerHTML" }).catch(() => {});
  isFetching = false;
  catchUp();
}

/** Swapping what an agent's own step came from would swallow its answer. */
function isBusy(target) {
  const doing = target.querySelector(".htmx-request, .act :focus, .act details[open]");
  return Boolean(doing || target.querySelector("#note")?.value);
}
