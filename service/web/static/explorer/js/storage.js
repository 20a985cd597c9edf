// What the page remembers on this device: language and theme, nothing of any article.
const PREFIX = "gazette.";

export function kept(name) {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

export function keep(name, value) {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // A browser that stores nothing forgets the choice; that is its user's will.
  }
}
