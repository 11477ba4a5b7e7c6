// Forms by which an analyst says something of a source, a matter or an actor.

import { keep, reviewer, tell, told } from "./keeping.js";

const said = document.getElementById("said");

const valueOf = (field) => {
  if (field.value === "") return null;
  return "number" in field.dataset ? Number(field.value) : field.value.trim();
};

for (const form of document.querySelectorAll("form[data-keep]")) {
  form.elements.reviewer.value = reviewer.get();
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const body = JSON.parse(form.dataset.fixed ?? "{}");
    for (const field of form.querySelectorAll("[name]")) {
      if ("whole" in field.dataset) Object.assign(body, JSON.parse(field.value));
      else body[field.name] = valueOf(field);
    }
    reviewer.set(body.reviewer ?? "");
    try {
      tell(await keep(form.dataset.keep, body));
      location.reload();
    } catch (error) {
      said.textContent = error.message;
    }
  });
}

told((words) => { said.textContent = words; });
