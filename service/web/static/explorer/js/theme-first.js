// Before anything is painted: the theme that was chosen here the last time, if any.
(() => {
  try {
    const theme = localStorage.getItem("gazette.theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Without storage, the theme of the system it is.
  }
})();
