// Shows the button that prints the page. It is hidden in the HTML, because it does nothing if the browser does not run JavaScript.
for (const button of document.querySelectorAll('button[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
