// The report: every page lies in a compressed block of this file and is put in place when its address is asked for.

const blocks = [...document.querySelectorAll("script[type='application/x-block']")];
const main = document.getElementById("main");
const first = main.innerHTML;
let index = null;

const inflated = async (block) => {
  const bytes = Uint8Array.from(atob(block.textContent.trim()), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return JSON.parse(await new Response(stream).text());
};

const page = async (path) => {
  index ??= await inflated(blocks[0]);
  return Object.hasOwn(index, path) ? (await inflated(blocks[index[path] + 1]))[path] : null;
};

const absent = () => {
  const template = document.getElementById("absent");
  return template.innerHTML;
};

const show = async () => {
  if (!location.hash.startsWith("#/") && location.hash !== "") return;
  const [path, anchor] = location.hash.slice(2).split("#");
  main.innerHTML = path === "" ? first : ((await page(path)) ?? absent());
  document.title = `${main.querySelector("h1")?.textContent ?? ""} – sayso`;
  const target = anchor && document.getElementById(anchor);
  if (target) target.scrollIntoView({ block: "center" });
  else scrollTo(0, 0);
  if (path !== "") main.focus({ preventScroll: true });
};

addEventListener("hashchange", show);
if (location.hash.startsWith("#/")) show();
