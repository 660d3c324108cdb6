// Starts the behaviour that an element asks for: data-module="name" runs modules/name.js on it.

/** Start what is asked for in this part of the page. */
export function startModules(holder) {
  for (const element of holder.querySelectorAll("[data-module]")) {
    for (const name of element.dataset.module.split(" ")) {
      import(`./modules/${name}.js`).then(({ default: start }) => start?.(element));
    }
  }
}
