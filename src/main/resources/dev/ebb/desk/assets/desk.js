import { keys } from "./keys.js";
import { charts } from "./chart.js";
import { live } from "./live.js";

const toast = document.getElementById("toast");

keys();
charts(document);
document.addEventListener("htmx:load", (event) => charts(event.detail.elt));

// What the server says of a step comes in a header and is shown for a while.
let forget;
document.addEventListener("htmx:afterRequest", (event) => {
  const said = event.detail.xhr?.getResponseHeader("Ebb-Said");
  if (said) say(decodeURIComponent(said));
});
// What never arrived is not recorded: the agent must know.
document.addEventListener("htmx:sendError", (event) => {
  if (event.detail.requestConfig.verb === "post") say(toast.dataset.unsent);
});
// A refused step still brings the case as it is now.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status === 409) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) print();
});

if (document.querySelector("[data-live]")) {
  live();
}

function say(text) {
  toast.textContent = text;
  clearTimeout(forget);
  forget = setTimeout(() => (toast.textContent = ""), 6000);
}
