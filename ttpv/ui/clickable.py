"""Markup in which one clicks: tables sort by their headers, rows and links open a department.

A Streamlit component without a frame. Without it a link would load the page anew (a second and a
new session), and st.dataframe would paint on a canvas that no reader or phone can use well.
"""

from typing import Any

import streamlit as st

_SCRIPT = """
const collator = new Intl.Collator('vi', {numeric: true});
function compare(a, b, column, sign) {
  const [x, y] = [a, b].map((row) => row.cells[column].dataset.key ?? row.cells[column].innerText);
  if (x === '' || y === '') return (x === '') - (y === '');   // no figure stays last
  const numbers = [Number(x), Number(y)];
  const order = numbers.some(Number.isNaN) ? collator.compare(x, y) : numbers[0] - numbers[1];
  return sign * order;
}
function sortBy(head) {
  const table = head.closest('table');
  const rising = head.getAttribute('aria-sort') === 'descending'
    || (!head.hasAttribute('aria-sort') && head.dataset.sort === 'text');
  table.querySelectorAll('th[aria-sort]').forEach((other) => other.removeAttribute('aria-sort'));
  head.setAttribute('aria-sort', rising ? 'ascending' : 'descending');
  const body = table.tBodies[0];
  [...body.rows].sort((a, b) => compare(a, b, head.cellIndex, rising ? 1 : -1))
    .forEach((row) => body.append(row));
}
export default function ({data, parentElement, setTriggerValue}) {
  let root = parentElement.querySelector(':scope > .ttpv');
  if (!root) {
    root = document.createElement('div');
    root.className = 'ttpv';
    parentElement.append(root);
  }
  if (root.dataset.drawn !== data) {
    root.innerHTML = data;
    root.dataset.drawn = data;
  }
  root.onclick = (event) => {
    const head = event.target.closest('th[data-sort]');
    if (head) return sortBy(head);
    const target = event.target.closest('[data-open]');
    if (!target || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    setTriggerValue('opened', target.dataset.open);
  };
}
"""

_component = st.components.v2.component("ttpv_clickable", js=_SCRIPT, isolate_styles=False)


def render_clickable(markup: str, key: str) -> str | None:
    """Draws our own markup (its data passed through `html.text`).

    Returns the `data-open` of what was clicked in this run, else None.
    """
    result: Any = _component(data=markup, key=key, on_opened_change=lambda: None)
    return result.opened if isinstance(result.opened, str) else None
