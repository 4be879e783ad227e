// Feedback links lead here with the 管理番号 of a figure in the address. Shows the 管理番号, so that the reader can quote it in a message.
const id = new URLSearchParams(location.search).get('figure') ?? '';
if (/^[a-z]+-[0-9]+(-[0-9]+)?$/.test(id)) {
  const code = document.createElement('code');
  code.textContent = id;
  document.getElementById('about-figure').append('お問い合わせの数値の管理番号は ', code, ' です。');
}
