// The page of a claim to judge: keys, the form, and places in the text. What is kept is decided by the server.
// Places are counted in UTF-16 units, as everything is here; `workbench/offsets.py` makes code points of them.

import { keep, reviewer, tell, told } from "./keeping.js";

const page = document.getElementById("review");
const running = document.getElementById("running");
const form = document.getElementById("fields");
const said = document.getElementById("said");
const nameField = document.getElementById("reviewer");
const noteField = document.getElementById("note");
const keysWork = document.getElementById("keys");

const GIVEN = "sayso-given"; // claims judged in this tab, the last one last: what undo takes back

const say = (words) => { said.textContent = words; };

// ---- places in the text -------------------------------------------------------------------------------------------

let selected = null; // the last selection in the text; a button takes the focus, and with it in some browsers the selection

document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  if (!running.contains(range.startContainer) || !running.contains(range.endContainer)) return;
  const before = document.createRange();
  before.selectNodeContents(running);
  before.setEnd(range.startContainer, range.startOffset);
  const words = range.toString();
  const kept = words.trim();
  const start = Number(running.dataset.firstUnit) + before.toString().length + words.indexOf(kept);
  selected = kept && { utf16: [start, start + kept.length], quote: kept };
});

const fill = (slot) => {
  if (!selected) return say("select words in the text first");
  const input = slot.querySelector(".words");
  input.value = input.dataset.words = selected.quote;
  delete slot.dataset.place;
  slot.dataset.utf16 = selected.utf16.join(" ");
  say(`${slot.querySelector("label").textContent.trim()}: ${selected.quote}`);
};

// A place as it was read, as it was selected, or words alone, which the server looks for in the text.
const placeOf = (slot) => {
  const input = slot.querySelector(".words");
  const numbers = (text) => text.split(" ").map(Number);
  if (input.value.trim() === "") return null;
  if (input.value !== input.dataset.words) return { quote: input.value.trim() };
  if (slot.dataset.utf16) return { utf16: numbers(slot.dataset.utf16), quote: input.value };
  const [start, end] = numbers(slot.dataset.place);
  return { start, end, quote: input.value };
};

// ---- the form -----------------------------------------------------------------------------------------------------

const valueOf = (input) => {
  if (input.type === "checkbox") return input.checked;
  const text = input.value.trim();
  if (text === "") return null;
  if (!("number" in input.dataset)) return text;
  const number = Number(text.replaceAll(/[,\s_]/g, ""));
  if (Number.isFinite(number)) return number;
  input.focus();
  throw new Error(`${text} is no number`);
};

const rowOf = (row) => {
  const found = {};
  for (const input of row.querySelectorAll("[name]")) found[input.name] = valueOf(input);
  for (const slot of row.querySelectorAll("[data-span]")) found[slot.dataset.span] = placeOf(slot);
  if ("role" in found) {
    if (found.role !== "good") delete found.good;
    if (found.role !== "effect") delete found.effect;
  }
  return found;
};

const fieldsOf = () => {
  const found = {};
  for (const each of form.querySelectorAll("[data-field]")) Object.assign(found, rowOf(each));
  for (const each of form.querySelectorAll("[data-object]")) {
    const value = rowOf(each);
    found[each.dataset.object] = value[each.dataset.key] === null ? null : value;
  }
  for (const each of form.querySelectorAll("[data-list]")) {
    found[each.dataset.list] = [...each.querySelectorAll(":scope > .row")].map(rowOf);
  }
  return found;
};

const corrections = () => {
  const now = fieldsOf();
  return Object.fromEntries(Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== read[name]));
};

const offerRoles = () => {
  const kind = form.elements.kind.selectedOptions[0];
  for (const select of form.querySelectorAll("[data-list='roles'] select[name='role']")) {
    const chosen = select.value;
    const names = kind.dataset.roles.split(" ");
    if (chosen && !names.includes(chosen)) names.push(chosen);
    select.replaceChildren(...names.map((name) => new Option(name, name, false, name === chosen)));
    offerCategory(select);
  }
};

// Goods and effects have a category, and no other role has.
const offerCategory = (select) => {
  for (const label of select.closest(".row").querySelectorAll("[data-only]")) {
    label.hidden = label.dataset.only !== select.value;
  }
};

form.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.classList.contains("use")) fill(button.closest(".slot"));
  if (button.classList.contains("remove")) {
    const list = button.closest("[data-list]");
    button.closest(".row").remove();
    list.querySelector(":scope > .add").focus();
    say("removed; Correct keeps it so");
  }
  if (button.classList.contains("add")) {
    button.before(button.parentElement.querySelector(":scope > template").content.cloneNode(true));
    offerRoles();
    button.previousElementSibling.querySelector("select, input").focus();
  }
});
form.addEventListener("change", (event) => {
  if (event.target.name === "kind") offerRoles();
  if (event.target.name === "role") offerCategory(event.target);
});
form.addEventListener("submit", (event) => event.preventDefault());

// ---- judging ------------------------------------------------------------------------------------------------------

const given = () => JSON.parse(sessionStorage.getItem(GIVEN) ?? "[]");
const go = (claim, words) => {
  if (words) tell(words);
  location.assign(claim ? `/review?claim=${encodeURIComponent(claim)}` : "/review");
};

let isSending = false;

const judge = async (verdict, more, claim = page.dataset.claim) => {
  const name = nameField.value.trim();
  if (name === "") {
    nameField.focus();
    return say("write your name first: it is kept with every judgement");
  }
  if (isSending) return;
  isSending = true;
  reviewer.set(name);
  try {
    const note = noteField.value.trim() || null;
    const words = await keep("/judgements", { claim_id: claim, verdict, reviewer: name, note, ...more });
    if (verdict === "undo") {
      sessionStorage.setItem(GIVEN, JSON.stringify(given().slice(0, -1)));
      go(claim, words);
    } else {
      sessionStorage.setItem(GIVEN, JSON.stringify([...given(), claim]));
      go(page.dataset.next, words);
    }
  } catch (error) {
    say(error.message);
  } finally {
    isSending = false;
  }
};

const correct = () => {
  let changed;
  try {
    changed = corrections();
  } catch (error) {
    return say(error.message);
  }
  if (Object.keys(changed).length) return judge("correct", { corrections: { ...already, ...changed } });
  form.querySelector("select, input").focus();
  say("change what is wrong in the form, then press Correct");
};

const undo = () => judge("undo", {}, given().at(-1) ?? page.dataset.claim);

const help = () => {
  const panel = document.getElementById("help");
  panel.hidden = !panel.hidden;
  document.querySelector("[data-do='help']").setAttribute("aria-expanded", String(!panel.hidden));
  if (!panel.hidden) say(panel.querySelector("p").textContent);
};

const follow = (id, words) => {
  const link = document.getElementById(id);
  if (link.hasAttribute("href")) link.click();
  else say(words);
};

const deeds = {
  accept: () => judge("accept", {}),
  correct,
  reject: () => judge("reject", {}),
  skip: () => (page.dataset.next ? go(page.dataset.next, "skipped") : say("there is no other claim left")),
  undo,
  next: () => follow("next", "this is the last claim"),
  previous: () => follow("previous", "this is the first claim"),
  help,
};
const keys = { a: "accept", c: "correct", r: "reject", s: "skip", u: "undo", j: "next", k: "previous", "?": "help" };

page.addEventListener("click", (event) => deeds[event.target.closest("[data-do]")?.dataset.do]?.());

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat || !keysWork.checked) return;
  if (event.target.closest("input, select, textarea, [contenteditable]")) return;
  const deed = deeds[keys[event.key]];
  if (!deed) return;
  event.preventDefault();
  deed();
});

// ---- when the page comes ------------------------------------------------------------------------------------------

const read = Object.fromEntries(Object.entries(fieldsOf()).map(([name, value]) => [name, JSON.stringify(value)]));
const already = JSON.parse(page.dataset.already || "{}"); // fields corrected before, which another correction keeps
nameField.value = reviewer.get();
nameField.addEventListener("change", () => reviewer.set(nameField.value.trim()));
told((words) => { if (!said.textContent) say(words); });
