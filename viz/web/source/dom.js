// Elements are made from text nodes only, so nothing of the park is ever read as markup.

/** element("td", { class: "number", onclick: f }, child, …); children: elements, texts, lists, or null for none. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : String(value));
  }
  append(made, children);
  return made;
}

function append(parent, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(parent, child);
    else parent.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** A text of the park or of a user: keeps its own writing direction. */
export const own = (text, attributes = {}) => element("bdi", attributes, text);
