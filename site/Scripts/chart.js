// Adds a button beside the link to the SVG file. The button saves the chart as a PNG image, which the browser renders with the reader's
// fonts.
const svg = document.querySelector('a[download$=".svg"]');
const width = 1600;

const draw = () => new Promise((resolve, reject) => {
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = Math.round(width * image.naturalHeight / image.naturalWidth);
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob(blob => blob ? resolve(blob) : reject(), 'image/png');
  };
  image.onerror = reject;
  image.src = svg.href;
});

const save = blob => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = svg.download.replace('.svg', '.png');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};

if (svg) {
  const [item, button, status] = ['li', 'button', 'span'].map(name => document.createElement(name));
  item.className = 'by-script';
  button.type = 'button';
  button.textContent = 'グラフの画像（PNG）';
  status.setAttribute('role', 'status');
  button.addEventListener('click', () => draw().then(save, () => status.textContent = '画像を作れませんでした。SVGをお使いください。'));
  item.append(button, status);
  svg.closest('li').after(item);
}
