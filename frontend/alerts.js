// The alerts' screen: its keys act on the alert in focus, and closing an alert goes back to its row.

let opened = null;

function rowButton(action) {
  const row = document.activeElement?.closest?.('.alerts vigil-rows .row');
  return row?.querySelector(`button[data-action="${action}"]`);
}

function panelButton(action) {
  const button = document.querySelector(`.alert-detail [data-alert-action="${action}"]`);
  return button?.checkVisibility() ? button : null;
}

function focusRow() {
  const row = opened?.list.querySelector(`.row[data-id="${CSS.escape(opened.id)}"] .row-title`);
  (row ?? document.querySelector('.alerts vigil-rows .row-title') ?? document.getElementById('content'))?.focus();
}

// The panel closes when the server has answered: whoever is quick finds the focus moved into it after closing it.
function focusRowOnceClosed() {
  const detail = document.querySelector('.alert-detail');
  if (!detail) {
    return;
  }
  const watch = new MutationObserver(() => {
    if (detail.hidden) {
      watch.disconnect();
      if (document.activeElement === document.body || detail.contains(document.activeElement)) {
        focusRow();
      }
    }
  });
  watch.observe(detail, { attributes: true, attributeFilter: ['hidden'] });
}

document.addEventListener('row-open', (event) => {
  if (event.target.closest('.alerts')) {
    opened = { list: event.target, id: event.detail.id };
  }
}, true);

document.addEventListener('click', (event) => {
  const key = event.target.closest?.('[data-alert-key]');
  if (key) {
    const inRow = document.activeElement?.closest?.('.alerts vigil-rows .row');
    const button = inRow ? rowButton(key.dataset.alertKey) : panelButton(key.dataset.alertKey);
    button?.click();
  } else if (event.target.closest?.('[data-alert-close]')) {
    focusRow();
    focusRowOnceClosed();
  }
});

// Esc closes the alert, unless it closes something that stands above it.
document.addEventListener('keydown', (event) => {
  const close = document.querySelector('.alert-detail:not([hidden]) [data-alert-close]');
  const above = document.querySelector('dialog[open], vaadin-dialog[opened], vaadin-select[opened], details.account[open]');
  if (event.key === 'Escape' && close && !above && !event.defaultPrevented) {
    event.preventDefault();
    close.click();
  }
}, true);
