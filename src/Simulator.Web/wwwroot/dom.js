// A few words for building elements; text always goes in as text, never as markup.

/**
 * Makes an element.
 * @param {string} tag
 * @param {Record<string, unknown>} [props] attributes; on… are listeners, `text` is its text
 * @param {...(Node|string|null|undefined)} children
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'text') element.textContent = String(value);
    else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Makes an SVG element. */
export function s(tag, props = {}) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(props)) element.setAttribute(name, String(value));
  return element;
}

/** Sets a text only where it differs, so that an update does not disturb what stays. */
export function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Copies a text and says so; where the browser does not let a page copy, says that. */
export async function copyText(text, say, told, otherwise = '') {
  try {
    await navigator.clipboard.writeText(text);
    say(told);
  } catch {
    say(`The browser does not let this page copy${otherwise}.`);
  }
}

/** Copies an address of this page. */
export const copyAddress = (address, say) => copyText(address, say, 'The link is copied.', '; the link is the address above');

/** A select whose options are {value, label, group?}. */
export function select(props, options, value) {
  const element = h('select', props);
  fill(element, options, value);
  return element;
}

/** Fills a select, and keeps it when nothing changed. */
export function fill(element, options, value) {
  const key = JSON.stringify(options);
  if (element.dataset.key !== key) {
    element.dataset.key = key;
    element.replaceChildren();
    const groups = new Map();
    for (const option of options) {
      let parent = element;
      if (option.group) {
        if (!groups.has(option.group)) {
          groups.set(option.group, h('optgroup', { label: option.group }));
          element.append(groups.get(option.group));
        }
        parent = groups.get(option.group);
      }
      parent.append(h('option', { value: option.value, text: option.label }));
    }
  }
  element.value = value;
}

const formats = new Map();

/** A number with so many decimals, a dash where there is none. */
export function number(value, decimals = 2, sign = false) {
  if (value === null || value === undefined || Number.isNaN(value)) return '–';
  const key = decimals + (sign ? '+' : '');
  if (!formats.has(key)) {
    formats.set(key, new Intl.NumberFormat('en-GB', {
      minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: sign ? 'exceptZero' : 'negative', roundingMode: 'halfExpand',
    }));
  }
  return formats.get(key).format(value).replace('-', '−');
}

/** Members by name: their codes are in another order. */
export const byName = (members) => members.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));

/** Saves a blob as a file. */
export function save(blob, name) {
  const url = URL.createObjectURL(blob);
  const link = h('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}
