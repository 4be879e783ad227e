// Shows how far a publication is without loading the whole page: what changes is announced, and the focus stays where it is.
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
    // The next look may succeed: the session or the network may be gone for a moment only.
  }
  setTimeout(look, pause);
}

setTimeout(look, pause);
