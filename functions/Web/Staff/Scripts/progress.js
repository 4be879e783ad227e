// Updates the progress of a running publication without reloading the page, so that screen readers announce changes and the focus does not
// move. When the publication has ended, the page is reloaded once.
const pause = 2000;
const region = document.getElementById('progress');

async function look() {
  try {
    const answer = await fetch(location.href, { credentials: 'same-origin' });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById('progress');
    if (!answer.ok || !fresh) throw new Error(String(answer.status));
    if (fresh.dataset.running !== 'true') {
      location.reload();
      return;
    }
    if (fresh.innerHTML !== region.innerHTML) region.replaceChildren(...fresh.childNodes);
  } catch {
    // Retry: the session or the network may be unavailable only for a moment.
  }
  setTimeout(look, pause);
}

setTimeout(look, pause);
