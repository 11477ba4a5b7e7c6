// Sends what is to be kept to the workbench: with the token of this start of it, and the name of who says so.

const NAME = "sayso-reviewer";

export const reviewer = {
  get: () => localStorage.getItem(NAME) ?? "",
  set: (name) => localStorage.setItem(NAME, name),
};

const SAID = "sayso-said";

// What the page that comes next is to say first; a live region speaks of what changes after it is there.
export const tell = (words) => sessionStorage.setItem(SAID, words);
export const told = (say) => {
  const words = sessionStorage.getItem(SAID);
  sessionStorage.removeItem(SAID);
  if (words) setTimeout(() => say(words), 100);
};

// Resolves to the sentence that says what was kept; throws one that says why nothing was.
export const keep = async (path, body) => {
  const token = document.querySelector("meta[name='sayso-token']").content;
  let answer;
  try {
    answer = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", "x-sayso-token": token },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Error("the workbench does not answer: is it still running?");
  }
  const text = await answer.text();
  if (!answer.headers.get("content-type")?.startsWith("application/json")) throw new Error(text);
  const said = JSON.parse(text);
  if (!answer.ok) throw new Error(said.error);
  return said.said;
};
