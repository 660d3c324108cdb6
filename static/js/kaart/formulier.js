// Between the form with the filters and the query in the address.

/** Return what the form asks for, without empty fields. */
export function toQuery(form) {
  return new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
}

/** Fill the form with what the address asks for; a field in use is left alone unless `all`. */
export function fillForm(form, query, { all = false } = {}) {
  for (const field of form.elements) {
    if (!field.name) continue;
    if (field.type === "checkbox") field.checked = query.getAll(field.name).includes(field.value);
    else if (all || field !== document.activeElement) field.value = query.get(field.name) ?? "";
  }
  form.elements.bbox.disabled = !form.elements.bbox.value;
}
