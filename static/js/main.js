// Starts the behaviour that an element asks for: data-module="name" runs modules/name.js on it.
for (const element of document.querySelectorAll("[data-module]")) {
  for (const name of element.dataset.module.split(" ")) {
    import(`./modules/${name}.js`).then(({ default: start }) => start?.(element));
  }
}
