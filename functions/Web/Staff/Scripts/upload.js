// Uploads the workbook with a progress display, and accepts a dropped file. Without this script, the browser submits the form itself.
const form = document.querySelector('form[data-upload]');
const field = form?.querySelector('input[type=file]');
const button = form?.querySelector('button');
const drop = form?.querySelector('.drop');
// Stays the same while the file is sent, because a screen reader announces each change. The progress bar shows how much was sent.
const sending = '送信しています';

if (field && button && drop) {
  drop.addEventListener('dragover', event => {
    event.preventDefault();
    drop.classList.add('over');
  });
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', event => {
    event.preventDefault();
    drop.classList.remove('over');
    if (event.dataTransfer.files.length > 0)
      field.files = event.dataTransfer.files;
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    send();
  });
  // When the person navigates back from the result, the form becomes usable again.
  window.addEventListener('pageshow', () => ready());
}

function send() {
  const box = progress();
  if (field.files[0]?.size > form.dataset.upload) {
    refuse(box, `ファイルが大きすぎます。${Math.floor(form.dataset.upload / 1048576)}MBまでのファイルを選んでください。画像や不要なシートを取り除くと小さくなります。`);
    return;
  }
  const request = new XMLHttpRequest();
  button.disabled = true;
  request.upload.addEventListener('progress', event => {
    if (event.lengthComputable && event.loaded < event.total)
      say(box, sending, event.loaded / event.total);
  });
  request.upload.addEventListener('load', () => say(box, '点検しています。しばらくお待ちください', null));
  request.addEventListener('load', () => show(request));
  for (const failure of ['error', 'abort', 'timeout'])
    request.addEventListener(failure, () => fail(box));
  request.open('POST', form.action);
  request.responseType = 'document';
  say(box, sending, 0);
  request.send(new FormData(form));
}

// Shows the response. The server either redirected to the result or responded with a page that explains the error. If it did neither, the
// upload page is loaded again.
function show(request) {
  const main = request.response?.querySelector('main');
  if (request.status < 400 || !main) {
    location.assign(request.status < 400 ? request.responseURL : location.href);
    return;
  }
  document.title = request.response.title;
  document.querySelector('main').replaceWith(document.adoptNode(main));
  main.focus();
}

// Explains a failed upload. A file that was saved, moved or locked after it was chosen can no longer be read, but the browser reports this
// like a lost connection. Therefore this function tries to read the file, to find out which of the two happened.
function fail(box) {
  const file = field.files[0];
  (file ? file.slice(0, 1).arrayBuffer() : Promise.resolve()).then(
    () => refuse(box, '通信が途切れました。まだ何も受け付けていません。通信の状態を確かめて、もう一度押してください。'),
    () => {
      field.value = '';
      refuse(box, '選んだあとにファイルが変わったか、移されたため、送れませんでした。まだ何も受け付けていません。Excelで保存してから、もう一度選んでください。');
    });
}

function refuse(box, words) {
  say(box, words, undefined);
  box.classList.add('fault');
  button.disabled = false;
  // The button lost the focus when it was disabled.
  button.focus();
}

function progress() {
  const box = form.querySelector('.progress');
  box.classList.remove('fault');
  box.hidden = false;
  return box;
}

function ready() {
  button.disabled = false;
  form.querySelector('.progress').hidden = true;
}

/** Shows a message and a progress bar. @param part the share of the file that was sent, 0 to 1; null if unknown, undefined for no bar */
function say(box, words, part) {
  const text = box.querySelector('p');
  if (text.textContent !== words)
    text.textContent = words;
  const bar = box.querySelector('progress');
  bar.hidden = part === undefined;
  if (part === null || part === undefined)
    bar.removeAttribute('value');
  else
    bar.value = part;
}
