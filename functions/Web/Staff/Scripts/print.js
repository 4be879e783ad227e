// Shows the button that prints the page; without scripts, readers use the browser's print command.
for (const button of document.querySelectorAll('button[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
